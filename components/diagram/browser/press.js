// What a pointer that came down may still become: a tap. No screen here.

/** @import { Found, Pointer } from './types.js' */
/** @import { Spot } from './pinch.js' */

/** A hand trembles so far: whatever lies under it, what it came down on is meant, px. */
export const TREMBLED = { mouse: 4, finger: 10 };
/** So far it may roll on the tissue where it came down, px. */
export const ROLLED = { mouse: 24, finger: 48 };
/** A pointer that was down for so long before another one rests there, as a palm does, ms. */
export const RESTED = 150;
/** A palm is so many times as wide as the finger beside it. */
const PALM = 1.5;

/**
 * @typedef {object} Press
 * @property {number} id
 * @property {Pointer} pointer
 * @property {Spot} from where it came down
 * @property {number} far how far from there it has been, px
 * @property {number} at when it came down, ms
 * @property {number} wide its contact, px
 * @property {Found | undefined} on what it came down on
 * @property {boolean} spent it can be no tap any more
 */

/**
 * @param {{ pointerId: number, timeStamp: number, width: number }} event
 * @param {Spot} from
 * @param {Pointer} pointer
 * @param {Found | undefined} on
 * @returns {Press}
 */
export function begun({ pointerId, timeStamp, width }, from, pointer, on) {
  return { id: pointerId, pointer, from, far: 0, at: timeStamp, wide: width, on, spent: false };
}

/**
 * Whether it is a tap if it is lifted now. Neither how long it stayed nor what rests beside it
 * counts.
 *
 * @param {Press} press
 * @param {Iterable<Press>} all that are down, in the order in which they came
 */
export function counts(press, all) {
  if (press.spent || press.far > ROLLED[press.pointer]) return false;
  const down = [...all];
  const isBefore = (/** @type {Press} */ other) => down.indexOf(press) < down.indexOf(other);
  return down.every((other) => {
    if (other === press) return true;
    const rests = press.at - other.at >= RESTED || press.wide * PALM <= other.wide;
    return (isBefore(other) || rests) && press.wide <= PALM * other.wide;
  });
}

/**
 * What is chosen where it is lifted: the tissue where it came down, if it is still on it or has only
 * trembled.
 *
 * @param {Press} press
 * @param {Found | undefined} under what lies there
 */
export function landed({ on, far, pointer }, under) {
  if (on && under && on.id === under.id && on.edge === under.edge) return under;
  return far <= TREMBLED[pointer] ? on : undefined;
}
