// A hand on the picture, two fingers or a mouse: what is in sight when it has moved. No screen here.

/** @import { Range, Ranges } from './types.js' */

/** @typedef {{ x: number, y: number }} Spot px of the page */
/**
 * @typedef {{ x: number, y: number, wide: number }} Grip the middle between two fingers, and how
 * far they are apart; a mouse is as wide as it was
 */

/**
 * How two fingers hold the picture.
 *
 * @param {Spot} a
 * @param {Spot} b
 * @returns {Grip}
 */
export function grip(a, b) {
  return {
    x: (a.x + b.x) / 2,
    y: (a.y + b.y) / 2,
    // two fingers on one spot: nothing is divided by zero
    wide: Math.hypot(a.x - b.x, a.y - b.y) || 1,
  };
}

/** Two fingers that move less than this hold still, px: each for itself, or apart. */
const STILL = { finger: 14, apart: 30 };

/**
 * Whether two fingers move the picture. A palm that rests beside a finger does not, even if the
 * finger rolls.
 *
 * @param {Grip} from how they came down
 * @param {Grip} now
 * @param {[far: number, far: number]} moved how far each has been from there, px
 */
export function isPinch(from, now, moved) {
  const both = Math.min(...moved) > STILL.finger;
  return both || Math.abs(now.wide - from.wide) > STILL.apart;
}

/**
 * What is in sight when a grip has changed: what was between the fingers stays between them.
 *
 * @param {Grip} from
 * @param {Grip} now
 * @param {{ left: number, top: number, width: number, height: number }} frame px of the page
 * @param {Ranges} ranges what the picture showed at first, mm
 * @returns {Ranges}
 */
export function gripped(from, now, frame, ranges) {
  const scale = now.wide / from.wide;
  const fromX = from.x - frame.left;
  const fromY = from.y - frame.top;
  const nowX = now.x - frame.left;
  const nowY = now.y - frame.top;
  // px of the picture as it was at which the new left and upper edge lie
  const left = fromX - nowX / scale;
  const top = fromY - nowY / scale;
  const low = frame.height - top - frame.height / scale;
  return {
    x: part(ranges.x, left, frame.width, scale),
    y: part(ranges.y, low, frame.height, scale),
  };
}

/**
 * The part of a range that is left in sight.
 *
 * @param {Range} range mm
 * @param {number} start px
 * @param {number} size px of the whole range
 * @param {number} scale
 * @returns {Range}
 */
function part(range, start, size, scale) {
  const mmPerPx = (range[1] - range[0]) / size;
  return [range[0] + start * mmPerPx, range[0] + (start + size / scale) * mmPerPx];
}
