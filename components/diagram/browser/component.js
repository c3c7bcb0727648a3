// Where Streamlit's component begins: the loader hands every message on to the diagram of its place
// on the page.

import { Diagram } from './diagram.js';
import { part } from './part.js';

/** @import { Component, Message, Root } from './types.js' */

/**
 * Draw what a message asks for.
 *
 * @param {Component<Message>} component
 * @param {(component: Component<Message>) => void} failed shows the still picture instead
 * @returns {() => void} ends the diagram
 */
export function mount(component, failed) {
  const { data, parentElement, setTriggerValue } = component;
  const root = /** @type {Root} */ (part(parentElement, '.hc-diagram'));
  root.__diagram ??= new Diagram(root);
  const diagram = root.__diagram;
  diagram.send = (pick) => setTriggerValue('pick', pick);
  diagram.failed = () => failed(component);
  diagram.update(data);
  return () => diagram.destroy();
}
