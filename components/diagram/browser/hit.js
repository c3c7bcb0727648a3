// What lies under a point of the picture, surface first. No screen here.

import { REACH } from './reach.js';
import { distance, inside } from './rings.js';
import { isArea, isDot } from './trace.js';

/** @import { Pointer, Trace } from './types.js' */

/**
 * The ids under a point: dots that are near, lines that are near, then bodies from the front to the
 * back.
 *
 * @param {{ solids: Trace[], marks: Trace[] }} traces solids from the front to the back
 * @param {{ x: number, y: number }} point mm
 * @param {number} mmPerPx
 * @param {Pointer} pointer
 * @returns {string[]}
 */
export function stackUnder({ solids, marks }, { x, y }, mmPerPx, pointer) {
  const near = marks
    .filter((trace) => !isArea(trace))
    .map((trace) => {
      const reach = REACH[isDot(trace) ? 'dot' : 'line'][pointer];
      return { trace, beyond: distance(trace, x, y) / mmPerPx - reach };
    })
    .filter(({ beyond }) => beyond <= 0)
    .sort((a, b) => Number(isDot(b.trace)) - Number(isDot(a.trace)) || a.beyond - b.beyond)
    .map(({ trace }) => String(trace.meta.id));
  const bodies = solids.filter((trace) => inside(trace, x, y)).map((t) => String(t.meta.id));
  return [...new Set([...near, ...bodies])]; // a structure of several parts is named once
}
