// How each kind of item that is laid over the anatomy is drawn, px.

import { bars, head } from './arrow.js';
import { add } from './svg.js';

/** @import { Arrow, Badge, Curve, Dot, Line, Point, Ring } from './types.js' */

/** What stands on an arrow's middle. */
const SIGN = { solid: '✓', dashed: '?', struck: '✕' };

/**
 * @param {Node} into
 * @param {Line} line
 * @param {Point[]} points px
 */
export function drawLine(into, { tone, width, dash, head: headed, filled }, points) {
  const d = `M${points.map((p) => p.join()).join('L')}`;
  add(into, 'path', { d, class: 'hc-x-halo', 'stroke-width': width + 3 });
  add(into, 'path', {
    d,
    class: `hc-x-line hc-x-${tone}${filled ? ' hc-x-filled' : ''}`,
    'stroke-width': width,
    'stroke-dasharray': dash || 'none',
  });
  if (!headed) return;
  const [before, end] = points.slice(-2);
  add(into, 'path', { d: head(before, end, 6 + width), class: `hc-x-head hc-x-${tone}` });
}

/**
 * @param {Node} into
 * @param {Dot} dot
 * @param {Point} at px
 */
export function drawDot(into, { r, tone }, [cx, cy]) {
  add(into, 'circle', { cx, cy, r: r || 5, class: `hc-x-dot hc-x-${tone}` });
}

/**
 * A ring round a spot: what lies in it stays seen.
 *
 * @param {Node} into
 * @param {Ring} ring
 * @param {Point} at px
 * @param {number} r px
 */
export function drawRing(into, { dashed }, [cx, cy], r) {
  add(into, 'circle', { cx, cy, r, class: 'hc-x-ring-halo' });
  add(into, 'circle', { cx, cy, r, class: `hc-x-ring${dashed ? ' hc-x-dashed' : ''}` });
}

/**
 * @param {Node} into
 * @param {Arrow & Curve} arrow
 * @param {boolean} on
 */
export function drawArrow(into, { grade, d, before, end, samples, mid }, on) {
  const kind = `hc-x-${grade}${on ? ' hc-x-on' : ''}`;
  add(into, 'path', { d, class: 'hc-x-halo', 'stroke-width': 8 });
  add(into, 'path', { d, class: `hc-x-arrow ${kind}` });
  add(into, 'path', { d: head(before, end, 13), class: `hc-x-tip ${kind}` });
  if (grade === 'struck') {
    for (const bar of bars(samples)) add(into, 'path', { d: bar, class: `hc-x-arrow ${kind}` });
  }
  add(into, 'circle', { cx: mid[0], cy: mid[1], r: 12, class: `hc-x-badge ${kind}` });
  add(into, 'text', { x: mid[0], y: mid[1] + 4.5, class: 'hc-x-sign' }, SIGN[grade]);
}

/**
 * @param {Node} into
 * @param {Badge} badge
 * @param {Point} at px
 */
export function drawBadge(into, { text }, [cx, cy]) {
  add(into, 'circle', { cx, cy, r: 14, class: 'hc-x-badge hc-x-on' });
  add(into, 'text', { x: cx, y: cy + 4.5, class: 'hc-x-sign' }, text);
}

/**
 * @param {Node} into
 * @param {Point} at px
 * @param {boolean} state whether it is a state, not a structure
 */
export function drawNode(into, [cx, cy], state) {
  add(into, 'circle', { cx, cy, r: 6, class: `hc-x-node${state ? ' hc-x-state' : ''}` });
}
