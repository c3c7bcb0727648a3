// Where Streamlit's component begins: every message goes to the box of its place on the page.

import { Box } from './box.js';

/** @import { Component, Root } from './types.js' */

/**
 * @param {Component} component
 * @returns {() => void} ends the box
 */
export function mount({ data, parentElement, setTriggerValue }) {
  const root = /** @type {Root} */ (parentElement.querySelector('.hc-askbox'));
  if (!root.__ask) {
    root.__ask = new Box(root);
  }
  const box = root.__ask;
  box.send = setTriggerValue;
  box.update(data);
  return () => {
    box.destroy();
    root.__ask = undefined;
  };
}
