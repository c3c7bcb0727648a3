// What kinds of trace a figure has, as far as taps and the selection ask.

/** @import { Trace } from './types.js' */

const SOLID = new Set(['fill', 'patch']);
const MARKS = new Set(['mark_dot', 'mark_line', 'mark_area']);

/**
 * Whether a trace is a body with an inside.
 *
 * @param {Trace} trace
 */
export const isSolid = (trace) => SOLID.has(trace.meta.kind);

/**
 * Whether a trace marks what has no surface of its own: a bony point, a nerve, a vessel, a region.
 *
 * @param {Trace} trace
 */
export const isMark = (trace) => MARKS.has(trace.meta.kind);

/**
 * Whether a trace marks one point.
 *
 * @param {Trace} trace
 */
export const isDot = (trace) => trace.meta.kind === 'mark_dot';

/**
 * Whether a trace marks a region, which is too large to be hit by coming near.
 *
 * @param {Trace} trace
 */
export const isArea = (trace) => trace.meta.kind === 'mark_area';
