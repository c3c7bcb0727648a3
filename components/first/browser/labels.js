// The names beside the first picture, where plotly will write them.

import { letters } from '../../diagram/browser/letters.js';
import { rows } from '../../diagram/browser/names.js';
import { add } from '../../diagram/browser/svg.js';

/** @import { Density, TextPosition, Trace } from '../../diagram/browser/types.js' */
/** @import { Data } from './types.js' */

/** From one line of a name to the next, in letters' heights. */
const LINE = 1.3;
/** From the top of a line to where its letters stand, in letters' heights. */
const BASE = 0.75;
/**
 * How a name hangs at its point: SVG's anchor, and what part of its height lies above.
 *
 * @type {Record<TextPosition, [anchor: string, above: number]>}
 */
const HANGS = {
  'middle left': ['end', 0.5],
  'middle right': ['start', 0.5],
  'top center': ['middle', 1],
  'bottom center': ['middle', 0],
};

/**
 * How high the first line of a name stands below its point, px.
 *
 * @param {TextPosition} position
 * @param {number} lines
 * @param {number} size of its letters, px
 */
export function baseline(position, lines, size) {
  const height = ((lines - 1) * LINE + 1) * size;
  return BASE * size - HANGS[position][1] * height;
}

/**
 * @param {Element} svg
 * @param {Pick<Data, 'labels' | 'leaders' | 'dots'>} data
 * @param {Density} density
 * @param {{ left: number, top: number, scale: number, high: number }} place mm at the upper left,
 * px per mm, and how high the picture is, px
 */
export function drawNames(svg, data, density, { left, top, scale, high }) {
  svg.replaceChildren();
  const size = letters(density, high);
  const transform = `translate(${-left * scale} ${top * scale}) scale(${scale})`;
  const lines = add(svg, 'g', { transform });
  add(lines, 'path', { d: data.leaders[density] ?? '', class: 'hc-leader' });
  add(lines, 'path', { d: data.dots[density] ?? '', class: 'hc-leader-dot' });
  for (const trace of data.labels) {
    if (trace.meta.density === density) drawTrace(svg, trace, size, { left, top, scale, high });
  }
}

/**
 * @param {Element} svg
 * @param {Trace} trace
 * @param {number} size of the letters, px
 * @param {{ left: number, top: number, scale: number, high: number }} place
 */
function drawTrace(svg, { meta, x, y, text, textposition }, size, { left, top, scale, high }) {
  const position = /** @type {TextPosition} */ (textposition);
  const [anchor] = HANGS[position];
  x.forEach((at, number) => {
    const lines = rows(text?.[number] ?? '', position, high);
    const px = (Number(at) - left) * scale;
    const py = (top - Number(y[number])) * scale + baseline(position, lines.length, size);
    lines.forEach((line, row) => {
      add(
        svg,
        'text',
        {
          x: px,
          y: py + row * LINE * size,
          'font-size': size,
          'text-anchor': anchor,
          'data-id': meta.ids?.[number] ?? '',
        },
        line,
      );
    });
  });
}
