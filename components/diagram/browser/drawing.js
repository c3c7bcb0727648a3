// The anatomy of one view, layer and pose: an SVG as the server sends it, and the outlines that taps
// and the selection ask for.

import { isEdge, isMark, isSolid } from './kinds.js';
import { shapeOf, TENTHS } from './outline.js';
import { setAll } from './svg.js';

/** @import { Part, Ranges, Size } from './types.js' */

/** What has an outline of its own, which is more than shading. */
const OUTLINED =
  '.fill, .patch, .foot > path, .edge, .mark_line, .mark_area, .mark_dot:not(.mark_core), ' +
  '.over_line, .over_area, .under_line, .under_area';

export class Drawing {
  /**
   * @param {string} url where it came from
   * @param {string} text
   * @param {string} prefix of the ids of its patterns: two diagrams may share a page
   */
  constructor(url, text, prefix) {
    this.url = url;
    const page = new DOMParser().parseFromString(text, 'image/svg+xml');
    this.svg = /** @type {SVGSVGElement} */ (/** @type {Element} */ (page.documentElement));
    if (this.svg.localName !== 'svg') throw new Error('the drawing is no SVG');
    this.svg.setAttribute('aria-hidden', 'true');
    const content = this.svg.querySelector('.hc-tenths');
    if (!content) throw new Error('the drawing is empty');
    this.mm = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    content.replaceWith(this.mm);
    this.mm.appendChild(content);
    /** @type {SVGPatternElement[]} */
    this.tiles = [...this.svg.querySelectorAll('pattern')];
    for (const tile of this.tiles) {
      const ink = tile.id.replace('hc-p-', '');
      tile.id = `${prefix}-${ink}`;
      this.svg.style.setProperty(`--hc-p-${ink}`, `url("#${tile.id}")`);
    }
    /** @type {Map<string, Element[]>} */
    this.groups = new Map();
    for (const group of content.children) {
      const id = /** @type {SVGGElement} */ (group).dataset.id || '';
      this.groups.set(id, [...(this.groups.get(id) || []), group]);
    }
    /** @type {Part[] | null} read when it is asked for */
    this.read = null;
    /** @type {string | null} the ids that are taken off */
    this.hidden = null;
    this.placed = '';
    /** @type {Part[]} bodies that are not hidden, from the front to the back */
    this.solids = [];
    /** @type {Part[]} */
    this.marks = [];
    /** @type {Part[]} the lines of bodies that pass over others */
    this.edges = [];
  }

  /** Every outline, from the back to the front. */
  get parts() {
    this.read ??= [...this.svg.querySelectorAll(OUTLINED)].map((path) => {
      const group = /** @type {SVGGElement} */ (path.parentNode);
      const { id = '', covers } = group.dataset;
      const meta = { id, kind: path.classList[0], covers: covers?.split(' ') };
      return { meta, ...shapeOf(path.getAttribute('d') || '') };
    });
    return this.read;
  }

  /**
   * Take some structures off, and no others.
   *
   * @param {string[]} ids
   */
  hide(ids) {
    if (this.hidden === ids.join()) return;
    this.hidden = ids.join();
    for (const [id, groups] of this.groups) {
      for (const group of groups) group.toggleAttribute('hidden', ids.includes(id));
    }
    const seen = this.parts.filter((part) => !ids.includes(part.meta.id));
    this.solids = seen.filter(isSolid).reverse();
    this.marks = seen.filter(isMark);
    this.edges = seen.filter(isEdge);
  }

  /**
   * Draw it sharp for a part of the view. Patterns are of the screen, not of the body: their size
   * stays. In a frame without a size there is nothing to place.
   *
   * @param {Ranges} ranges
   * @param {Size} size
   */
  place({ x, y }, { width, height }) {
    if (!width || !height) return;
    const across = width / (x[1] - x[0]);
    const up = height / (y[1] - y[0]);
    const transform = `matrix(${across} 0 0 ${up} ${-x[0] * across} ${y[1] * up})`;
    if (transform === this.placed) return;
    this.placed = transform;
    setAll(this.mm, { transform });
    // in tenths of a mm, as the paths that they fill
    const tile = [TENTHS / across, 0, 0, TENTHS / up, TENTHS * x[0], -TENTHS * y[1]];
    const patternTransform = `matrix(${tile.join(' ')})`;
    for (const pattern of this.tiles) setAll(pattern, { patternTransform });
  }
}
