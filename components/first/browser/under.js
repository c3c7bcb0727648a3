// What lies under a tap on the first picture, found by the browser's own hit test.

import { REACH } from '../../diagram/browser/reach.js';

/** Where to feel around a point, as parts of the reach. */
const AROUND = [
  [1, 0],
  [0.7, 0.7],
  [0, 1],
  [-0.7, 0.7],
  [-1, 0],
  [-0.7, -0.7],
  [0, -1],
  [0.7, -0.7],
];

/**
 * The structure under a point of the page: a name, a course that is hit or a dot, then a line that is
 * near, then a footprint that is near, then the body in front. Null beside everything.
 *
 * @param {HTMLElement} frame
 * @param {number} x
 * @param {number} y
 * @param {boolean} finger
 * @returns {string | null}
 */
export function under(frame, x, y, finger) {
  const pointer = finger ? 'finger' : 'mouse';
  const here = inFrame(frame, x, y);
  const name = here.find((element) => element.matches('.hc-names text, .over_line'));
  const found = name ?? dotNear(frame, x, y, REACH.dot[pointer]);
  const lines = '.mark_line, .over_line, .under_line';
  const line = found ?? felt(frame, x, y, REACH.line[pointer], lines);
  const beside = line ?? felt(frame, x, y, REACH.footprint[pointer], '.foot > path');
  return idOf(beside ?? here[0]);
}

/**
 * What lies there from the front to the back; a course under a ligament is not reached through it.
 *
 * @param {HTMLElement} frame
 * @param {number} x
 * @param {number} y
 */
function inFrame(frame, x, y) {
  const all = document.elementsFromPoint(x, y).filter((it) => frame.contains(it) && idOf(it));
  const area = all.findIndex((it) => it.matches('.over_area'));
  return all.filter((it, n) => area < 0 || n < area || !it.matches('.over_line'));
}

/** @param {Element | undefined} element */
const idOf = (element) =>
  /** @type {HTMLElement | null | undefined} */ (element?.closest('[data-id]'))?.dataset.id ?? null;

/**
 * @param {HTMLElement} frame
 * @param {number} x
 * @param {number} y
 * @param {number} reach px
 */
function dotNear(frame, x, y, reach) {
  const dots = [...frame.querySelectorAll('.hc-art :not([hidden]) > .mark_core')];
  const far = dots.map((dot) => {
    const { left, top, width, height } = dot.getBoundingClientRect();
    return Math.hypot(left + width / 2 - x, top + height / 2 - y);
  });
  const nearest = Math.min(...far);
  return nearest <= reach ? dots[far.indexOf(nearest)] : undefined;
}

/**
 * What is of a kind, at a point or else around it.
 *
 * @param {HTMLElement} frame
 * @param {number} x
 * @param {number} y
 * @param {number} reach px
 * @param {string} kind
 */
function felt(frame, x, y, reach, kind) {
  for (const [dx, dy] of [[0, 0], ...AROUND]) {
    const found = inFrame(frame, x + dx * reach, y + dy * reach).find((it) => it.matches(kind));
    if (found) return found;
  }
  return undefined;
}
