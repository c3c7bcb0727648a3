// The selected structure, or the members of a group, painted over the picture in a layer of its own,
// so that the anatomy need not be drawn again.
//
// The layer is in mm under one transform. What lies in front of the selected tissue is masked out;
// a fine dashed line shows how the tissue goes on behind it.

import { paintBody } from './body.js';
import { isDot, isSolid } from './kinds.js';
import { overlap, pathOf } from './rings.js';
import { add, inMm, setAll } from './svg.js';

/** @import { Drawing } from './drawing.js' */
/** @import { Part, Ranges, Size } from './types.js' */

/** Further than any picture reaches, mm. */
const FAR = 1000;

let count = 0;

export class Selection {
  /** @param {SVGElement} svg */
  constructor(svg) {
    this.svg = svg;
    this.mask = `hc-mask-${++count}`; // two diagrams may share a page
  }

  /**
   * Paint the outlines of some structures, or nothing.
   *
   * @param {string[]} ids
   * @param {Pick<Drawing, 'solids' | 'marks' | 'edges'>} drawing solids from the front to the back
   */
  paint(ids, { solids, marks, edges }) {
    this.svg.replaceChildren();
    if (!ids.length) return;
    const layer = add(this.svg, 'g', { class: 'hc-mm' });
    const drawn = [...solids].reverse(); // from the back to the front
    drawn.forEach((part, n) => {
      const { id } = part.meta;
      if (!ids.includes(id)) return;
      const before = drawn.slice(n + 1).filter((p) => p.meta.id !== id && overlap(p, part));
      const body = { d: path(part), isPatch: part.meta.kind === 'patch' };
      paintBody(layer, body, before.map(path), { name: `${this.mask}-${n}`, far: FAR });
    });
    for (const part of edges) {
      if (ids.includes(part.meta.id)) add(layer, 'path', { d: path(part), class: 'hc-sel-line' });
    }
    for (const part of marks) {
      if (ids.includes(part.meta.id)) paintMark(layer, part);
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
  place(ranges, size) {
    const layer = this.svg.querySelector('.hc-mm');
    if (layer) setAll(layer, { transform: inMm(ranges, size) });
  }
}

/** @param {Part} part */
const path = (part) => pathOf(part, isSolid(part));

/**
 * @param {Element} layer
 * @param {Part} part
 */
function paintMark(layer, part) {
  if (isDot(part)) {
    // a line of no length, whose round ends make the dot: its size stays the same at every scale
    add(layer, 'path', { d: `M${part.x[0]},${part.y[0]}h.01`, class: 'hc-sel-dot' });
  } else add(layer, 'path', { d: path(part), class: 'hc-sel-mark' });
}
