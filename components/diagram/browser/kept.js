// What readers have zoomed or moved to, by place: kept for as long as the page is open. A left side is
// the mirror image of the right one, and so is what was in sight of it. No screen here.

/** @import { Ranges } from './types.js' */

/** How the name of a left view ends (`data/outlines/side.py`). */
const LEFT = '-left';

/** @type {Map<string, Ranges>} of right sides */
const kept = new Map();

/**
 * What was in sight of a place when it was left.
 *
 * @param {string} place
 */
export function found(place) {
  const ranges = kept.get(right(place));
  return ranges && turned(place, ranges);
}

/**
 * @param {string} place
 * @param {Ranges} ranges
 */
export function keep(place, ranges) {
  kept.set(right(place), turned(place, ranges));
}

/** @param {string} place */
export function forget(place) {
  kept.delete(right(place));
}

/** @param {string} place */
const right = (place) => place.replace(LEFT, '');

/**
 * Ranges of a place as they are on the right side, and back.
 *
 * @param {string} place
 * @param {Ranges} ranges
 * @returns {Ranges}
 */
const turned = (place, { x: [from, to], y }) => ({
  x: place.includes(LEFT) ? [-to, -from] : [from, to],
  y,
});
