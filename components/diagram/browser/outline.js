// The path of a shape in the drawing (components/plate/art.py) as lists of mm. No screen here.

/** @import { Shape } from './types.js' */

const NUMBER = /-?\d*\.?\d+/g;
/** Paths count tenths of a mm, y downwards. */
export const TENTHS = 10;

/**
 * The rings or lines of a path: each begins somewhere (`M`), and goes on in steps (`l`).
 *
 * @param {string} path
 * @returns {Shape} mm, y upwards
 */
export function shapeOf(path) {
  /** @type {Shape} */
  const shape = { x: [], y: [] };
  for (const way of path.split('M').slice(1)) {
    const numbers = (way.match(NUMBER) || []).map(Number);
    if (shape.x.length > 0) {
      shape.x.push(null);
      shape.y.push(null);
    }
    let [x, y] = [0, 0];
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      x += numbers[i];
      y += numbers[i + 1];
      shape.x.push(x / TENTHS);
      shape.y.push(-y / TENTHS);
    }
  }
  return shape;
}
