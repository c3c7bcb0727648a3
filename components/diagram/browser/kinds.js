// What kinds of outline a drawing has, as far as taps and the selection ask.

/** @import { Part } from './types.js' */

const FOOTPRINTS = new Set(['origin', 'insertion']);
/** What is laid over the layer, where it lies open: a course in its width, or an area. */
const LAID = new Set(['over_line', 'over_area']);
const SOLID = new Set(['fill', 'patch', ...FOOTPRINTS, ...LAID]);
const MARKS = new Set(['mark_dot', 'mark_line', 'mark_area', 'under_line', 'under_area']);

/**
 * Whether an outline is that of a body with an inside.
 *
 * @param {Part} part
 */
export const isSolid = (part) => SOLID.has(part.meta.kind);

/**
 * Whether an outline is where something is fixed to a bone.
 *
 * @param {Part} part
 */
export const isFootprint = (part) => FOOTPRINTS.has(part.meta.kind);

/**
 * Whether an outline marks what has no surface of its own: a bony point, a nerve, a vessel, a region.
 *
 * @param {Part} part
 */
export const isMark = (part) => MARKS.has(part.meta.kind);

/**
 * Whether an outline marks one point.
 *
 * @param {Part} part
 */
export const isDot = (part) => part.meta.kind === 'mark_dot';

/**
 * Whether an outline marks a region, which is too large to be hit by coming near.
 *
 * @param {Part} part
 */
export const isArea = (part) => ['mark_area', 'under_area'].includes(part.meta.kind);

/**
 * Whether an outline is that of a nerve or vessel as wide as it is, over all bodies.
 *
 * @param {Part} part
 */
export const isCourse = (part) => part.meta.kind === 'over_line';

/**
 * Whether an outline is that of a ligament or bursa that lies open over all bodies.
 *
 * @param {Part} part
 */
export const isLaidArea = (part) => part.meta.kind === 'over_area';

/**
 * Whether an outline is that of a body of the drawing: these decide how large it is, not what is laid
 * over them.
 *
 * @param {Part} part
 */
export const isBody = (part) => isSolid(part) && !LAID.has(part.meta.kind);

/**
 * Whether an outline is the line of a body where it passes over another.
 *
 * @param {Part} part
 */
export const isEdge = (part) => part.meta.kind === 'edge';
