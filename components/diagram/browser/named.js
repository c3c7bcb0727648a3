// Which structure each name beside the picture belongs to, and which one is tapped.

/** @import { Plot, Pointer } from './types.js' */

/** How far beside a name still counts as on it, px. */
const BESIDE = { mouse: 2, finger: 6 };

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
