// Elements of an SVG.

/** @import { Ranges, Size } from './types.js' */

/**
 * Make an element and put it into another.
 *
 * @param {Node} into
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {string} [text]
 * @returns {SVGElement}
 */
export function add(into, tag, attributes, text) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setAll(element, attributes);
  if (text !== undefined) element.textContent = text;
  into.appendChild(element);
  return /** @type {SVGElement} */ (element);
}

/**
 * @param {Element} element
 * @param {Record<string, string | number>} attributes
 */
export function setAll(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/**
 * What lays the mm of a layer over those of the picture; y upwards.
 *
 * @param {Ranges} ranges what is in sight
 * @param {Size} size
 */
export function inMm({ x, y }, { width, height }) {
  const across = width / (x[1] - x[0]);
  const up = height / (y[1] - y[0]);
  return `matrix(${across} 0 0 ${-up} ${-x[0] * across} ${y[1] * up})`;
}
