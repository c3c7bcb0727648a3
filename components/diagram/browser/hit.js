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
  const bodies = solids.filter((part) => inside(part, x, y)).map((part) => part.meta.id);
  const fixed = footprintUnder({ solids }, { x, y }, mmPerPx, pointer)?.meta.id;
  // a structure of several parts is named once
  return [...new Set([...near, ...(fixed ? [fixed] : []), ...bodies])];
}

/**
 * The footprint under a point, or else the one whose edge is nearest, if it is within reach.
 *
 * @param {{ solids: Part[] }} drawing solids from the front to the back
 * @param {{ x: number, y: number }} point mm
 * @param {number} mmPerPx
 * @param {Pointer} pointer
 * @returns {Part | undefined}
 */
export function footprintUnder({ solids }, { x, y }, mmPerPx, pointer) {
  const all = solids.filter(isFootprint);
  const hit = all.find((part) => inside(part, x, y));
  if (hit) return hit;
  const far = all.map((part) => distance(part, x, y, true));
  const least = Math.min(...far);
  return least <= REACH.footprint[pointer] * mmPerPx ? all[far.indexOf(least)] : undefined;
}
