// What of a picture could go under the buttons at its lower right. No screen here.

/** @import { Point, Ranges, Shape } from './types.js' */

/**
 * The points of bodies that could go under the buttons: in the lower half, and within what must be
 * shown.
 *
 * @param {Shape[]} bodies
 * @param {Ranges} must
 * @returns {Point[]}
 */
export function lowPoints(bodies, { x: [, right], y: [low, high] }) {
  /** @type {Point[]} */
  const points = [];
  for (const { x, y } of bodies) {
    x.forEach((px, i) => {
      const py = Number(y[i]);
      if (px !== null && px <= right + 1 && py < (low + high) / 2) points.push([px, py]);
    });
  }
  return points;
}
