// What is painted over the picture, and what lies under a point of all of it.

import { stackUnder } from './hit.js';
import { nameAt } from './names.js';
import { Overlay } from './overlay.js';
import { part } from './part.js';
import { Selection } from './selection.js';

/** @import { Picture } from './picture.js' */
/** @import { Found, Item, Pointer, Ranges, Root, Trace } from './types.js' */

export class Stage {
  /**
   * @param {Root} root
   * @param {Picture} picture
   */
  constructor(root, picture) {
    this.root = root;
    this.picture = picture;
    this.selection = new Selection(svgIn(root, '.hc-over'));
    this.overlay = new Overlay(svgIn(root, '.hc-extra'));
    /** @type {string | null} */
    this.selected = null;
    /** What was painted last: of which bodies, with which words about them. */
    this.painted = { solids: /** @type {Trace[] | null} */ (null), about: '' };
  }

  /** @param {Item[]} items */
  lay(items) {
    const { sight, size } = this.picture;
    this.overlay.set(items);
    this.overlay.draw(sight.ranges, size);
  }

  /** @param {string | null} id */
  select(id) {
    const { data, figure, plot, solids } = this.picture;
    const about = data.about || '';
    const { painted } = this;
    const same = this.selected === id && painted.solids === solids && painted.about === about;
    this.selected = id;
    this.painted = { solids, about };
    if (same && this.selection.painted) return; // Python's answer names what is painted already
    this.paint();
    const { names, title } = figure.hipchain;
    const name = id && names[id];
    const selected = name ? `Selected: ${name}.` : 'Nothing selected.';
    const keys = 'Arrow keys move from structure to structure, Escape clears.';
    const rest = `${data.quiet ? '' : `${selected} ${keys}`} Plus and minus zoom.`;
    plot.setAttribute('aria-label', `Diagram: ${title}. ${about} ${rest}`);
    this.root.dataset.selected = id || '';
  }

  paint() {
    const { solids, marks, plot, ink, sight } = this.picture;
    this.selection.paint(this.selected, { solids, marks, all: plot.data }, ink);
    if (this.selected) this.follow(sight.ranges);
  }

  /**
   * What lies over the picture keeps to it.
   *
   * @param {Ranges} ranges
   */
  follow(ranges) {
    const { size } = this.picture;
    this.selection.follow(ranges, size);
    this.overlay.draw(ranges, size);
  }

  /**
   * Stretch all of the drawing as it is; an empty transform ends it.
   *
   * @param {string} transform
   */
  stretch(transform) {
    const drawing = svgIn(this.picture.plot, '.main-svg');
    for (const svg of [drawing, this.selection.svg, this.overlay.svg]) {
      svg.style.transform = transform;
    }
  }

  /**
   * What lies under a point of the page: an arrow, a name, or tissues. Undefined outside the frame.
   *
   * @param {number} x
   * @param {number} y
   * @param {Pointer} pointer
   * @returns {Found | undefined}
   */
  under(x, y, pointer) {
    const { picture } = this;
    const point = picture.sight.pointAt(x, y);
    if (!point) return undefined;
    const frame = picture.plot.getBoundingClientRect();
    const edge = this.overlay.arrowAt(x - frame.left, y - frame.top, pointer);
    if (edge) return { id: this.selected, stack: [], edge };
    const named = nameAt(picture.plot, x, y, pointer);
    if (named) return { id: named, stack: [named], x: point.x, y: point.y };
    const stack = stackUnder(picture, point, point.mmPerPx, pointer);
    return { id: stack[0] ?? null, stack, x: rounded(point.x), y: rounded(point.y) };
  }
}

/**
 * @param {Element} root
 * @param {string} selector
 * @returns {SVGElement}
 */
function svgIn(root, selector) {
  /** @type {Element} */
  const found = part(root, selector);
  return /** @type {SVGElement} */ (found);
}

/** @param {number} mm */
const rounded = (mm) => Math.round(mm * 10) / 10;
