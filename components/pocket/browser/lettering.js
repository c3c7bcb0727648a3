// The names of a drawing, from the short rows in which the file holds them. No screen here.

/** @import { Density, TextPosition, Trace } from '../../diagram/browser/types.js' */
/** @import { Book, Lettering } from './types.js' */

/** @type {Density[]} */
const DENSITIES = ['narrow', 'medium', 'wide'];
/** @type {TextPosition[]} */
const HANGS = ['middle left', 'middle right', 'top center', 'bottom center'];

/**
 * @param {Book} book
 * @param {string} name of the drawing
 * @returns {Lettering}
 */
export function lettering({ drawings, ids, texts }, name) {
  /** @type {Lettering} */
  const found = { labels: [], leaders: {}, dots: {} };
  /** @type {Map<string, Trace>} */
  const traces = new Map();
  for (const [dense, hang, id, words, x, y, toX, toY] of drawings[name].names) {
    const density = DENSITIES[dense];
    const key = `${dense} ${hang}`;
    const trace = traces.get(key) ?? begun(density, HANGS[hang]);
    traces.set(key, trace);
    trace.meta.ids?.push(ids[id]);
    trace.text?.push(texts[words]);
    trace.x.push(x);
    trace.y.push(y);
    if (toX === undefined || toY === undefined) continue;
    found.leaders[density] = `${found.leaders[density] ?? ''}M${x} ${-y}L${toX} ${-toY}`;
    found.dots[density] = `${found.dots[density] ?? ''}M${toX} ${-toY}h0`;
  }
  found.labels = [...traces.values()];
  return found;
}

/**
 * @param {Density} density
 * @param {TextPosition} textposition
 * @returns {Trace}
 */
const begun = (density, textposition) => ({
  meta: { kind: 'label', density, ids: [] },
  x: [],
  y: [],
  text: [],
  textposition,
});
