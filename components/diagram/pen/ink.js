// The layer of strokes: in mm under one transform, so that they follow the picture as the other
// layers do.

import { add, inMm, setAll } from '../browser/svg.js';
import { smooth } from './line.js';

/** @import { Ranges, Size } from '../browser/types.js' */
/** @import { Stroke } from './strokes.js' */

/** How far the light edge of a line reaches beyond it, in widths. */
const EDGE = 0.6;

export class Ink {
  /** @param {Element} before what lies over it */
  constructor(before) {
    this.svg = /** @type {SVGElement} */ (
      document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    );
    setAll(this.svg, { class: 'hc-ink-over', 'aria-hidden': 'true' });
    this.layer = add(this.svg, 'g', {});
    before.before(this.svg);
    /** @type {Map<Stroke, Element>} what is painted, by stroke */
    this.painted = new Map();
  }

  /**
   * Show these strokes; what is painted already stays as it is.
   *
   * @param {readonly Stroke[]} strokes
   */
  show(strokes) {
    const wanted = new Set(strokes);
    for (const [stroke, node] of this.painted) {
      if (wanted.has(stroke)) continue;
      node.remove();
      this.painted.delete(stroke);
    }
    let next = this.layer.firstChild;
    for (const stroke of strokes) {
      if (!this.painted.has(stroke)) this.redraw(stroke);
      const node = /** @type {Element} */ (this.painted.get(stroke));
      if (node === next) next = next.nextSibling;
      else this.layer.insertBefore(node, next);
    }
  }

  /**
   * @param {Stroke} stroke
   * @returns {Element}
   */
  paint(stroke) {
    const { tool, ink, wide } = stroke;
    const node = add(this.layer, 'g', { class: `hc-${tool} hc-ink-${ink}` });
    if (tool === 'draw') add(node, 'path', { class: 'hc-edge', 'stroke-width': wide * (1 + EDGE) });
    add(node, 'path', { class: 'hc-stroke', 'stroke-width': wide });
    this.painted.set(stroke, node);
    return node;
  }

  /**
   * A stroke is new, or has more points than before.
   *
   * @param {Stroke} stroke
   */
  redraw(stroke) {
    const node = this.painted.get(stroke) ?? this.paint(stroke);
    const d = smooth(stroke.points);
    for (const path of node.children) setAll(path, { d });
  }

  /**
   * Lay the mm of the strokes over those of the picture.
   *
   * @param {Ranges} ranges
   * @param {Size} size
   */
  place(ranges, size) {
    setAll(this.layer, { transform: inMm(ranges, size) });
  }

  /**
   * Step back behind a drawing whose pose the strokes do not know.
   *
   * @param {boolean} faded
   */
  fade(faded) {
    this.svg.classList.toggle('hc-x-faded', faded);
  }
}
