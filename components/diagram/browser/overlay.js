// What Python lays over the anatomy: arrows and marks of a chain, lines and levers of the lab.
//
// Drawn in px, so that letters and arrow heads keep their size; placed in mm.

import { curve, nearest } from './arrow.js';
import { drawArrow, drawBadge, drawDot, drawLine, drawNode, drawRing } from './items.js';
import { broken, placed } from './pill.js';
import { add, setAll } from './svg.js';

/** @import { Arrow, Box, Curve, Item, Point, Pointer, Ranges, Size } from './types.js' */

/** A stage narrower than this has smaller letters and shorter lines, px. */
const NARROW = 480;

export class Overlay {
  /** @param {SVGElement} svg */
  constructor(svg) {
    this.svg = svg;
    /** @type {Item[]} */
    this.items = [];
    /** @type {(Arrow & Curve)[]} */
    this.arrows = [];
    /** @type {string | null} the arrow that was tapped, until Python answers */
    this.lit = null;
    /** @type {[Ranges, Size] | null} */
    this.last = null;
  }

  /** @param {Item[]} items */
  set(items) {
    this.items = items;
    this.lit = null;
    this.fade(false);
  }

  /**
   * What an arrow says.
   *
   * @param {string} id
   */
  label(id) {
    return this.of('arrow').find((arrow) => arrow.id === id)?.label ?? '';
  }

  /** @param {string} id */
  light(id) {
    this.lit = id;
    if (this.last) this.draw(...this.last);
  }

  /**
   * Step back behind a drawing whose pose the items do not know.
   *
   * @param {boolean} faded
   */
  fade(faded) {
    this.svg.classList.toggle('hc-x-faded', faded);
  }

  /**
   * The arrow at a point of the view.
   *
   * @param {Point} point mm
   * @param {Pointer} pointer
   */
  arrowAt(point, pointer) {
    if (!this.last) return null;
    const [x, y] = inStage(point, ...this.last);
    return nearest(this.arrows, x, y, pointer);
  }

  /**
   * Draw all for a part of the view on a stage.
   *
   * @param {Ranges} ranges
   * @param {Size} stage
   */
  draw(ranges, stage) {
    this.last = [ranges, stage];
    const arrows = this.of('arrow');
    this.svg.dataset.ids = arrows.map((arrow) => arrow.id).join(' ');
    /** @param {Point} mm */
    const px = (mm) => inStage(mm, ranges, stage);
    const drawing = document.createDocumentFragment();
    for (const line of this.of('line')) drawLine(drawing, line, line.points.map(px));
    for (const dot of this.of('dot')) drawDot(drawing, dot, px(dot.at));
    const scale = stage.width / (ranges.x[1] - ranges.x[0]);
    for (const ring of this.of('ring')) drawRing(drawing, ring, px(ring.at), ring.r * scale);
    this.arrows = arrows.map((arrow) => ({
      ...arrow,
      ...curve(px(arrow.from), px(arrow.to), arrow.flipped),
    }));
    for (const arrow of this.arrows) {
      drawArrow(drawing, arrow, this.lit ? arrow.id === this.lit : arrow.on);
    }
    for (const badge of this.of('badge')) drawBadge(drawing, badge, px(badge.at));
    const nodes = this.of('node').map((node) => ({ ...node, at: px(node.at) }));
    for (const { at, state } of nodes) drawNode(drawing, at, state);
    this.svg.replaceChildren(drawing);

    const spots = nodes.map(({ at }) => around(at, 9));
    const lines = this.arrows.flatMap(({ samples }) => samples.map((point) => around(point, 4)));
    const signs = this.arrows.map(({ mid }) => around(mid, 14));
    const taken = [...spots, ...lines, ...signs];
    for (const { at, text, state } of nodes) this.name(at, text, stage, taken, { state });
    for (const { at, text, tone, below } of this.of('text')) {
      this.name(px(at), text, stage, taken, { tone, below });
    }
  }

  /**
   * Write a name in a box, on the page already since only there it has a width; then its place is
   * taken.
   *
   * @param {Point} at
   * @param {string} text
   * @param {Size} stage
   * @param {Box[]} taken
   * @param {{ state?: boolean, tone?: string, below?: boolean }} look
   */
  name(at, text, stage, taken, { state, tone, below }) {
    const narrow = stage.width < NARROW;
    const size = narrow ? 12 : 13.5;
    const step = size + 3;
    const kind = `hc-x-pill${state ? ' hc-x-state' : ''}${tone ? ` hc-x-${tone}` : ''}`;
    const group = add(this.svg, 'g', { class: kind });
    const back = add(group, 'rect', { rx: 7 });
    const lines = broken(text, narrow ? 16 : 22).map(
      (line) => /** @type {SVGTextElement} */ (add(group, 'text', { 'font-size': size }, line)),
    );
    const box = {
      width: Math.max(...lines.map((line) => line.getComputedTextLength())) + 14,
      height: lines.length * step + 9,
    };
    const [x, y] = placed(at, box, stage, taken, Boolean(below));
    setAll(back, { x, y, ...box });
    lines.forEach((line, n) => {
      setAll(line, { x: x + 7, y: y + size + 2 + n * step });
    });
    taken.push([x - 2, y - 2, x + box.width + 2, y + box.height + 2]);
  }

  /**
   * The items of one kind.
   *
   * @template {Item['kind']} Kind
   * @param {Kind} kind
   * @returns {Extract<Item, { kind: Kind }>[]}
   */
  of(kind) {
    /** @type {any[]} */
    const found = this.items.filter((item) => item.kind === kind);
    return found;
  }
}

/**
 * A point of the view in px of a stage.
 *
 * @param {Point} point mm
 * @param {Ranges} ranges
 * @param {Size} stage
 * @returns {Point}
 */
const inStage = ([x, y], ranges, stage) => [
  ((x - ranges.x[0]) / (ranges.x[1] - ranges.x[0])) * stage.width,
  ((ranges.y[1] - y) / (ranges.y[1] - ranges.y[0])) * stage.height,
];

/**
 * @param {Point} point
 * @param {number} far
 * @returns {Box}
 */
const around = ([x, y], far) => [x - far, y - far, x + far, y + far];
