// The names beside the picture: how many there is room for, how much room each takes, and which one
// is tapped.

import { letters } from './letters.js';

/** @import { Label } from './fit.js' */
/** @import { Density, Plot, Pointer, TextPosition, Trace } from './types.js' */

/** How far beside a name still counts as on it, px. */
const BESIDE = { mouse: 2, finger: 6 };
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
 * @returns {Label[]}
 */
export function nameBoxes(traces, density, font) {
  const size = letters(density);
  pen ??= /** @type {CanvasRenderingContext2D} */ (
    document.createElement('canvas').getContext('2d')
  );
  pen.font = `${size}px ${font}`;
  /** @type {Label[]} */
  const boxes = [];
  for (const { meta, x, y, text, textposition } of traces) {
    if (meta.kind !== 'label' || meta.density !== density) continue;
    for (let i = 0; i < x.length; i++) {
      const lines = /** @type {string[]} */ (text)[i].split('<br>');
      const widest = Math.max(...lines.map((line) => width(line)));
      const position = /** @type {TextPosition} */ (textposition);
      const box = nameBox(position, widest, lines.length, size);
      boxes.push({ x: Number(x[i]), y: Number(y[i]), ...box });
    }
  }
  return boxes;
}

/** @param {string} line */
const width = (line) => /** @type {CanvasRenderingContext2D} */ (pen).measureText(line).width;

/**
 * Write on every name that plotly has drawn which structure it names.
 *
 * @param {Plot} plot
 */
export function markNames(plot) {
  plot.data.forEach((trace, number) => {
    if (trace.meta.kind !== 'label' || trace.visible === false) return;
    /** @type {NodeListOf<SVGElement>} */
    const drawn = plot.querySelectorAll(`.tracehc${number} .textpoint`);
    drawn.forEach((name, i) => {
      name.dataset.id = trace.meta.ids?.[i];
    });
  });
}

/**
 * The structure whose name stands at a point of the page.
 *
 * @param {Plot} plot
 * @param {number} x
 * @param {number} y
 * @param {Pointer} pointer
 * @returns {string | undefined}
 */
export function nameAt(plot, x, y, pointer) {
  /** @type {NodeListOf<SVGElement>} */
  const names = plot.querySelectorAll('.textpoint[data-id]');
  const pad = BESIDE[pointer];
  const found = [...names].find((name) => {
    const box = name.getBoundingClientRect();
    const across = x >= box.left - pad && x <= box.right + pad;
    return across && y >= box.top - pad && y <= box.bottom + pad;
  });
  return found?.dataset.id;
}
