// What is painted over the picture, and what lies under a point of all of it.

import { footprintUnder, hitUnder } from './hit.js';
import { nameAt } from './named.js';
import { Overlay } from './overlay.js';
import { part } from './part.js';
import { Peek } from './peek.js';
import { Picture } from './picture.js';
import { Selection } from './selection.js';

/** @import { Drawing } from './drawing.js' */
/** @import { Figure, Found, Item, Layer, Message, Part, Pointer, Ranges, Root } from './types.js' */

export class Stage {
  /**
   * @param {Root} root
   * @param {{ data: Message, figure: Figure, drawing: Drawing }} wanted
   */
  constructor(root, wanted) {
    this.root = root;
    this.picture = new Picture(root, wanted, {
      follow: (transform) => this.follow(transform),
      sharpen: (ranges) => this.sharpen(ranges),
    });
    this.selection = new Selection(svgIn(root, '.hc-over'));
    this.peek = new Peek(root);
    this.overlay = new Overlay(svgIn(root, '.hc-extra'));
    /** @type {Layer[]} what others lay over all of it (pen/) */
    this.more = [];
    /** @type {string | null} */
    this.selected = null;
    /** @type {Message['lit']} the group that is lit where nothing is selected */
    this.lit = null;
    /** @type {string | null} what a hand is on */
    this.pressed = null;
    /** What was painted last: of which bodies, with which words about them. */
    this.painted = { solids: /** @type {Part[] | null} */ (null), about: '' };
  }

  /** @param {Item[]} items */
  lay(items) {
    const { sight, size } = this.picture;
    this.overlay.set(items);
    this.overlay.draw(sight.drawn, size);
    for (const layer of this.more) layer.place(sight.drawn, size);
  }

  /**
   * @param {string | null} id
   * @param {Message['lit']} [lit] a group; whatever a hand selects ends it
   */
  select(id, lit = null) {
    const { data, figure, plot, drawing } = this.picture;
    const { solids } = drawing;
    const about = data.about || '';
    const { painted } = this;
    const still = this.selected === id && this.lit?.group === lit?.group;
    const same = still && painted.solids === solids && painted.about === about;
    this.selected = id;
    this.lit = lit;
    this.painted = { solids, about };
    this.peek.show(id ?? (lit && `group.${lit.group}`));
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

  /**
   * Show what is pressed; nothing pressed shows what is selected.
   *
   * @param {Found | null} found
   */
  press(found) {
    const pressed = found && !found.edge ? found.id : null;
    if (pressed === this.pressed) return;
    this.pressed = pressed;
    this.paint();
  }

  paint() {
    const { drawing, sight, size } = this.picture;
    const id = this.pressed ?? this.selected;
    const ids = id ? [id] : (this.lit?.ids ?? []);
    this.selection.paint(ids, drawing);
    if (ids.length) this.selection.place(sight.drawn, size);
  }

  /**
   * Another pose of the same view, while a slider is dragged. What was laid over it knows only the
   * pose before.
   *
   * @param {Drawing} drawing
   */
  pose(drawing) {
    this.picture.hang(drawing);
    const isAhead = drawing.url !== this.picture.data.art;
    for (const layer of [this.overlay, ...this.more]) layer.fade(isAhead);
    this.paint();
  }

  /**
   * Draw all anew for a part of the view.
   *
   * @param {Ranges} ranges
   */
  async sharpen(ranges) {
    const { picture } = this;
    await picture.sharpen(ranges);
    this.selection.place(ranges, picture.size);
    this.overlay.draw(ranges, picture.size);
    for (const layer of this.more) layer.place(ranges, picture.size);
  }

  /**
   * Move all layers as they are; an empty transform: they lie where they were drawn.
   *
   * @param {string} transform
   */
  follow(transform) {
    const { drawing, plot } = this.picture;
    /** @type {(SVGElement | null)[]} */
    const layers = [drawing.svg, plot.querySelector('.main-svg')];
    const over = [this.selection, this.overlay, ...this.more].map(({ svg }) => svg);
    for (const svg of [...layers, ...over]) {
      if (svg) svg.style.transform = transform;
    }
    this.root.classList.toggle('hc-moving', transform !== '');
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
    const { drawing, plot, sight } = this.picture;
    const point = sight.pointAt(x, y);
    if (!point) return undefined;
    const edge = this.overlay.arrowAt([point.x, point.y], pointer);
    if (edge) return { id: this.selected, stack: [], edge };
    const named = nameAt(plot, x, y, pointer);
    if (named) return { id: named, stack: [named], x: point.x, y: point.y };
    const { id, on, stack } = hitUnder(drawing, point, point.mmPerPx, pointer);
    const fixed = footprintUnder(drawing, point, point.mmPerPx, pointer);
    const end = fixed && fixed.meta.id === id ? fixed.meta.kind : undefined;
    return { id, on, stack, x: rounded(point.x), y: rounded(point.y), end };
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
