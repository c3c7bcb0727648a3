// Strokes as a short text that an address can carry, and back. What comes back is a stranger's: all
// of it fits, or nothing is shown. No screen here.
//
// "1" and then, after a full stop each, the strokes: d or m, the ink, and numbers: width in tenths of
// a mm, then x and y of each point in halves of a mm, from the one before. A number takes a letter
// for each five bits. It is written for the right side of the body: strokes over a left one are flipped.

import { simplified } from './line.js';
import { INKS, MOST } from './strokes.js';

/** @import { Point } from '../browser/types.js' */
/** @import { Stroke } from './strokes.js' */

const VERSION = '1';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** A text is no longer: a tour carries several. What does not fit is drawn with fewer points. */
export const LONGEST = 1500;
/** By how much lines may be off, mm; the first with which all fits is taken. */
const OFF = [0.25, 0.5, 1, 2, 4, 8];
/** Per mm: of a place, and of a width. */
const GRID = { place: 2, wide: 10 };
/** No stroke reaches further from the origin, or is wider, mm. */
const FURTHEST = 3000;
const WIDEST = 100;
const POINTS = 2000;

/** @type {WeakMap<Stroke, Map<number, string>>} what was written of a stroke, by how much it is off */
const known = new WeakMap();

/**
 * The text for some strokes; empty where there are none. Where not even the coarsest lines fit, the
 * first strokes are left out.
 *
 * @param {readonly Stroke[]} strokes
 * @param {boolean} [isLeft] whether they lie over a left side
 */
export function pack(strokes, isLeft = false) {
  const long = (/** @type {string[]} */ parts) => parts.join('.').length + VERSION.length + 1;
  /** @type {string[]} */
  let parts = [];
  for (const off of OFF) {
    parts = strokes.map((stroke) => written(stroke, off, isLeft));
    if (long(parts) <= LONGEST) break;
  }
  while (long(parts) > LONGEST) parts.shift();
  return parts.length ? [VERSION, ...parts].join('.') : '';
}

/**
 * The strokes of a text; none where anything about it is wrong.
 *
 * @param {unknown} text
 * @param {boolean} [isLeft] whether they are to lie over a left side
 * @returns {Stroke[]}
 */
export function unpack(text, isLeft = false) {
  if (typeof text !== 'string' || text.length > LONGEST) return [];
  const [version, ...parts] = text.split('.');
  if (version !== VERSION || parts.length > MOST) return [];
  const strokes = parts.map((part) => read(part, isLeft ? -1 : 1));
  const isWhole = strokes.every((stroke) => stroke !== null);
  return isWhole ? /** @type {Stroke[]} */ (strokes) : [];
}

/**
 * @param {Stroke} stroke
 * @param {number} off
 * @param {boolean} isLeft
 */
function written(stroke, off, isLeft) {
  const texts = known.get(stroke) ?? new Map();
  known.set(stroke, texts);
  const text = texts.get(off) ?? encoded(stroke, off, isLeft ? -1 : 1);
  texts.set(off, text);
  return text;
}

/**
 * @param {Stroke} stroke
 * @param {number} off
 * @param {number} flip
 */
function encoded({ tool, ink, wide, points }, off, flip) {
  let text = `${tool[0]}${ink}${number(Math.max(1, Math.round(wide * GRID.wide)))}`;
  let [fromX, fromY] = [0, 0];
  for (const [x, y] of simplified(points, off)) {
    const [nowX, nowY] = [flip * Math.round(x * GRID.place), Math.round(y * GRID.place)];
    text += number(nowX - fromX) + number(nowY - fromY);
    [fromX, fromY] = [nowX, nowY];
  }
  return text;
}

/**
 * @param {string} part
 * @param {number} flip
 * @returns {Stroke | null}
 */
function read(part, flip) {
  const tool = { d: /** @type {const} */ ('draw'), m: /** @type {const} */ ('mark') }[part[0]];
  const ink = '0123456789'.indexOf(part[1]);
  const numbers = numbersOf(part.slice(2));
  if (!tool || ink < 0 || ink >= INKS || !numbers || numbers.length < 3) return null;
  const [wide, ...places] = numbers;
  if (wide <= 0 || wide > WIDEST * GRID.wide || places.length % 2) return null;
  /** @type {Point[]} */
  const points = [];
  let [x, y] = [0, 0];
  for (let i = 0; i < places.length; i += 2) {
    x += (flip * places[i]) / GRID.place;
    y += places[i + 1] / GRID.place;
    points.push([x, y]);
  }
  const fits = points.every((point) => point.every((mm) => Math.abs(mm) <= FURTHEST));
  return fits && points.length <= POINTS ? { tool, ink, wide: wide / GRID.wide, points } : null;
}

/**
 * A whole number: its sign in the lowest bit, the lowest five bits first.
 *
 * @param {number} value
 */
function number(value) {
  let left = value < 0 ? -value * 2 - 1 : value * 2;
  let text = '';
  while (left >= 32) {
    text += LETTERS[32 + (left % 32)];
    left = Math.floor(left / 32);
  }
  return text + LETTERS[left];
}

/**
 * @param {string} text
 * @returns {number[] | null}
 */
function numbersOf(text) {
  const found = [];
  let [value, scale] = [0, 1];
  for (const letter of text) {
    const bits = LETTERS.indexOf(letter);
    if (bits < 0 || scale > 32 ** 4) return null;
    value += (bits % 32) * scale;
    scale *= 32;
    if (bits >= 32) continue;
    found.push(value % 2 ? -(value + 1) / 2 : value / 2);
    [value, scale] = [0, 1];
  }
  return scale === 1 ? found : null; // the last one must have ended
}
