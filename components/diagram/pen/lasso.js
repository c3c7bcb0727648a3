// A ring around some points, as a hand would lay it: as close as it can be without going in. In mm;
// no screen here.

/** @import { Point } from '../browser/types.js' */

/** The ring turns a corner in so many steps a round. */
const ROUND = 16;

/**
 * @param {Point[]} points
 * @param {number} beside how far the ring stays away from them
 * @returns {Point[]} closed: the last point is the first; none around nothing
 */
export function lasso(points, beside) {
  const corners = hull(points).flatMap(([x, y]) =>
    Array.from({ length: ROUND }, (_, n) => {
      const turn = (n / ROUND) * 2 * Math.PI;
      return /** @type {Point} */ ([x + Math.cos(turn) * beside, y + Math.sin(turn) * beside]);
    }),
  );
  const ring = hull(corners);
  return ring.length ? [...ring, ring[0]] : [];
}

/**
 * The corners of the smallest shape without dents that holds all points.
 *
 * @param {Point[]} points
 * @returns {Point[]}
 */
function hull(points) {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  if (sorted.length < 3) return sorted;
  return [...half(sorted), ...half(sorted.reverse())];
}

/** @param {Point[]} sorted */
function half(sorted) {
  /** @type {Point[]} */
  const found = [];
  for (const point of sorted) {
    while (found.length > 1 && !isLeft(found[found.length - 2], found[found.length - 1], point)) {
      found.pop();
    }
    found.push(point);
  }
  return found.slice(0, -1); // the other half begins with it
}

/**
 * @param {Point} a
 * @param {Point} b
 * @param {Point} c
 */
const isLeft = (a, b, c) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;
