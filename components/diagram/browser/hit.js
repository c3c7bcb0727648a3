// What lies under a point of the picture, surface first. No screen here.

import { isArea, isDot, isFootprint } from './kinds.js';
import { REACH } from './reach.js';
import { distance, inside } from './rings.js';

/** @import { Part, Pointer } from './types.js' */

/**
 * The ids under a point: dots that are near, lines that are near, then bodies from the front to the
 * back. On bare bones the nearest footprint within reach comes before the bone.
 *
 * @param {{ solids: Part[], marks: Part[] }} drawing solids from the front to the back
 * @param {{ x: number, y: number }} point mm
 * @param {number} mmPerPx
 * @param {Pointer} pointer
 * @returns {string[]}
 */
export function stackUnder({ solids, marks }, { x, y }, mmPerPx, pointer) {
  const near = marks
    .filter((part) => !isArea(part))
    .map((part) => {
      const reach = REACH[isDot(part) ? 'dot' : 'line'][pointer];
      return { part, beyond: distance(part, x, y) / mmPerPx - reach };
    })
    .filter(({ beyond }) => beyond <= 0)
    .sort((a, b) => Number(isDot(b.part)) - Number(isDot(a.part)) || a.beyond - b.beyond)
    .map(({ part }) => part.meta.id);
  const bodies = solids.filter((part) => inside(part, x, y));
  const beside = bodies.some(isFootprint) ? [] : nearest(solids, x, y, mmPerPx, pointer);
  const found = [...near, ...beside, ...bodies.map((part) => part.meta.id)];
  return [...new Set(found)]; // a structure of several parts is named once
}

/**
 * The footprint whose edge is nearest to a point beside all of them, if it is within reach.
 *
 * @param {Part[]} solids
 * @param {number} x mm
 * @param {number} y
 * @param {number} mmPerPx
 * @param {Pointer} pointer
 * @returns {string[]}
 */
function nearest(solids, x, y, mmPerPx, pointer) {
  let least = REACH.footprint[pointer] * mmPerPx;
  /** @type {string[]} */
  let found = [];
  for (const part of solids.filter(isFootprint)) {
    const far = distance(part, x, y, true);
    if (far > least) continue;
    least = far;
    found = [part.meta.id];
  }
  return found;
}
