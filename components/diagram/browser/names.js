// The names beside the picture: how many there is room for, and how much room each takes.

import { letters } from './letters.js';

/** @import { Label } from './fit.js' */
/** @import { Density, Size, TextPosition, Trace } from './types.js' */

/** Beside a picture lower than this, px, there is room for few names, and for one row of each. */
const LOW = 460;
/**
 * Where a text's box begins, in widths and heights from its point; heights upwards.
 *
 * @type {Record<TextPosition, [across: number, up: number]>}
 */
const BEGINS = {
  'middle left': [-1, -0.5],
  'middle right': [0, -0.5],
  'top center': [-0.5, 0],
  'bottom center': [-0.5, -1],
};

/** @type {CanvasRenderingContext2D | null} */
let pen = null;

/**
 * How many names there is room for.
 *
 * @param {number} width of the picture, px
 * @returns {Density}
 */
export function densityAt(width) {
  if (width < 560) return 'narrow';
  return width < 640 ? 'medium' : 'wide';
}

/**
 * How many names there is room for beside a picture of this size, px.
 *
 * @param {Size} size
 * @param {boolean} section its names depend on its width alone, and its height on them
 * @returns {Density}
 */
export const roomIn = ({ width, height }, section) =>
  height < LOW && !section ? 'narrow' : densityAt(width);

/**
 * The rows in which a name is written: in a low picture one, there is room for it beside that.
 *
 * @param {string} text
 * @param {TextPosition} position
 * @param {number} high of the picture, px
 */
export const rows = (text, position, high) =>
  high < LOW && position.startsWith('middle') ? [text.replaceAll('<br>', ' ')] : text.split('<br>');

/**
 * The box that a name takes around its point, px.
 *
 * @param {TextPosition} position
 * @param {number} width of its longest line, px
 * @param {number} lines
 * @param {number} size of its letters, px
 */
export function nameBox(position, width, lines, size) {
  const [across, up] = BEGINS[position];
  const wide = width + 8;
  const high = size * 1.3 * lines + 4;
  return {
    left: across * wide,
    right: (across + 1) * wide,
    low: up * high,
    high: (up + 1) * high,
  };
}

/**
 * The boxes of all names that a picture shows.
 *
 * @param {Trace[]} traces
 * @param {Density} density
 * @param {string} font
 * @param {number} high of the picture, px
 * @returns {Label[]}
 */
export function nameBoxes(traces, density, font, high) {
  const size = letters(density, high);
  pen ??= /** @type {CanvasRenderingContext2D} */ (
    document.createElement('canvas').getContext('2d')
  );
  pen.font = `${size}px ${font}`;
  /** @type {Label[]} */
  const boxes = [];
  for (const { meta, x, y, text, textposition } of traces) {
    if (meta.kind !== 'label' || meta.density !== density) continue;
    for (let i = 0; i < x.length; i++) {
      const position = /** @type {TextPosition} */ (textposition);
      const lines = rows(/** @type {string[]} */ (text)[i], position, high);
      const widest = Math.max(...lines.map((line) => width(line)));
      const box = nameBox(position, widest, lines.length, size);
      boxes.push({ x: Number(x[i]), y: Number(y[i]), ...box });
    }
  }
  return boxes;
}

/** @param {string} line */
const width = (line) => /** @type {CanvasRenderingContext2D} */ (pen).measureText(line).width;
