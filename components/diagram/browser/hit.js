// What lies under a point of the picture, surface first. No screen here.

import { isArea, isCourse, isDot, isFootprint, isLaidArea } from './kinds.js';
import { REACH } from './reach.js';
import { distance, inside } from './rings.js';

/** @import { Part, Pointer } from './types.js' */

/**
 * What is hit at a point, and all that lies under it from the surface inwards.
 *
 * What is near comes first: a nerve or vessel that the point lies on, dots, lines; on bare bones then
 * the nearest footprint within reach; then bodies from the front to the back. What lies under something
 * takes its place behind that: its line can be hit, an area cannot while there is a body. A course is
 * no nearer than a ligament that is drawn over it there. `on` is what the point itself lies on, whatever
 * is within reach beside it.
 *
 * @param {{ solids: Part[], marks: Part[] }} drawing solids from the front to the back
 * @param {{ x: number, y: number }} point mm
 * @param {number} mmPerPx
 * @param {Pointer} pointer
 * @returns {{ id: string | null, on: string | null, stack: string[] }}
 */
export function hitUnder({ solids, marks }, { x, y }, mmPerPx, pointer) {
  const front = solids.findIndex((part) => isLaidArea(part) && inside(part, x, y));
  const under = new Set(front < 0 ? [] : solids.slice(front).filter(isCourse));
  const courses = solids.filter((part) => isCourse(part) && !under.has(part));
  const lines = [...marks, ...courses].filter((part) => !isArea(part));
  const reached = lines
    .map((part) => {
      const on = isCourse(part) && inside(part, x, y);
      const far = distance(part, x, y, isCourse(part)) / mmPerPx;
      const reach = REACH[isDot(part) ? 'dot' : 'line'][pointer];
      return { part, rank: rank(part, on), beyond: (on ? -far : far) - reach };
    })
    .filter(({ beyond }) => beyond <= 0)
    .sort((a, b) => a.rank - b.rank || a.beyond - b.beyond);
  const near = reached.map(({ part }) => part);
  const bodies = solids.filter((part) => !courses.includes(part) && inside(part, x, y));
  const fixed = footprintUnder({ solids }, { x, y }, mmPerPx, pointer);
  const open = near.filter((part) => !part.meta.covers);
  const areas = marks.filter((part) => part.meta.kind === 'under_area' && inside(part, x, y));
  const covered = [...near.filter((part) => part.meta.covers), ...areas];
  const seen = [...open, ...(fixed ? [fixed] : []), ...bodies].map(idOf);
  const on = reached[0]?.rank === 0 ? near[0] : bodies[0];
  // a structure of several parts is named once
  const stack = [...new Set(sunk([...new Set(seen)], covered))];
  const id = (near[0] && idOf(near[0])) ?? seen[0] ?? stack[0] ?? null;
  return { id, on: on ? idOf(on) : null, stack };
}

/** @param {Part} part */
const idOf = (part) => part.meta.id;

/**
 * What wins among what is near: a course that is hit, a dot, a line that lies open, one that does not.
 *
 * @param {Part} part
 * @param {boolean} on
 */
function rank(part, on) {
  if (on) return 0;
  if (isDot(part)) return 1;
  return part.meta.covers ? 3 : 2;
}

/**
 * A stack with what is covered behind the last of what covers it there.
 *
 * @param {string[]} stack
 * @param {Part[]} covered
 */
function sunk(stack, covered) {
  const whole = [...stack];
  for (const { meta } of covered) {
    if (whole.includes(meta.id)) continue;
    const behind = Math.max(...(meta.covers || []).map((id) => whole.lastIndexOf(id)), -1);
    whole.splice(behind + 1, 0, meta.id);
  }
  return whole;
}

/**
 * The ids under a point, see `hitUnder`.
 *
 * @param {{ solids: Part[], marks: Part[] }} drawing solids from the front to the back
 * @param {{ x: number, y: number }} point mm
 * @param {number} mmPerPx
 * @param {Pointer} pointer
 */
export const stackUnder = (drawing, point, mmPerPx, pointer) =>
  hitUnder(drawing, point, mmPerPx, pointer).stack;

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
