// The selected structure, painted over the picture in a layer of its own, so that the anatomy need
// not be drawn again.
//
// The layer is in mm under one transform. What lies in front of the selected tissue is masked out;
// a fine dashed line shows how the tissue goes on behind it.

import { overlap, pathOf } from './rings.js';
import { add, setAll } from './svg.js';
import { isDot, isSolid } from './trace.js';

/** @import { InkOf, Ranges, Size, Trace } from './types.js' */

const INKS = ['selection', 'selection_halo', 'selection_tint'];
/** More than any picture, mm. */
const EVERYWHERE = { x: -1000, y: -1000, width: 2000, height: 2000 };

let count = 0;

export class Selection {
  /** @param {SVGElement} svg */
  constructor(svg) {
    this.svg = svg;
    this.mask = `hc-mask-${++count}`; // two diagrams may share a page
  }

  /**
   * Paint the traces of one structure, or nothing.
   *
   * @param {string | null} id
   * @param {{ solids: Trace[], marks: Trace[], all: Trace[] }} traces solids from the front to the
   * back
   * @param {InkOf} ink
   */
  paint(id, { solids, marks, all }, ink) {
    this.svg.replaceChildren();
    if (!id) return;
    for (const key of INKS) this.svg.style.setProperty(`--hc-${key}`, ink(key));
    const layer = add(this.svg, 'g', { class: 'hc-mm' });
    const drawn = [...solids].reverse(); // from the back to the front
    drawn.forEach((trace, n) => {
      if (trace.meta.id !== id) return;
      const before = drawn.slice(n + 1).filter((t) => t.meta.id !== id && overlap(t, trace));
      paintBody(layer, trace, before, `${this.mask}-${n}`);
    });
    for (const trace of all) {
      if (trace.meta.kind !== 'edge' || trace.meta.id !== id || trace.visible === false) continue;
      add(layer, 'path', { d: path(trace), class: 'hc-sel-line' });
    }
    for (const trace of marks) {
      if (trace.meta.id === id) paintMark(layer, trace);
    }
  }

  /** Whether anything is painted. */
  get painted() {
    return this.svg.childElementCount > 0;
  }

  /**
   * Lay the mm of the selection over those of the picture.
   *
   * @param {Ranges} ranges
   * @param {Size} size
   */
  follow({ x, y }, { width, height }) {
    const layer = this.svg.querySelector('.hc-mm');
    if (!layer) return;
    const across = width / (x[1] - x[0]);
    const up = height / (y[1] - y[0]);
    const transform = `matrix(${across} 0 0 ${-up} ${-x[0] * across} ${y[1] * up})`;
    setAll(layer, { transform });
  }
}

/** @param {Trace} trace */
const path = (trace) => pathOf(trace, isSolid(trace));

/**
 * @param {Element} layer
 * @param {Trace} trace
 * @param {Trace[]} before what lies in front of it
 * @param {string} name of its mask
 */
function paintBody(layer, trace, before, name) {
  const d = path(trace);
  const mask = add(layer, 'mask', { id: name, maskUnits: 'userSpaceOnUse', ...EVERYWHERE });
  add(mask, 'rect', { ...EVERYWHERE, fill: '#fff' });
  for (const other of before) add(mask, 'path', { d: path(other) });
  const seen = add(layer, 'g', { mask: `url(#${name})` });
  add(seen, 'path', { d, class: 'hc-sel-tint' });
  if (trace.meta.kind === 'patch') return; // it has no outline of its own: its edge is a trace
  add(seen, 'path', { d, class: 'hc-sel-halo' });
  add(seen, 'path', { d, class: 'hc-sel-line' });
  add(layer, 'path', { d, class: 'hc-sel-ghost' });
}

/**
 * @param {Element} layer
 * @param {Trace} trace
 */
function paintMark(layer, trace) {
  if (isDot(trace)) {
    // a line of no length, whose round ends make the dot: its size stays the same at every scale
    add(layer, 'path', { d: `M${trace.x[0]},${trace.y[0]}h.01`, class: 'hc-sel-dot' });
  } else add(layer, 'path', { d: path(trace), class: 'hc-sel-mark' });
}
