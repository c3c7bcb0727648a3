// What a hand does to the strokes while it is down: draw, mark, rub out.

import { simplified } from './line.js';

/** @import { Spot } from '../browser/pinch.js' */
/** @import { Sight } from '../browser/sight.js' */
/** @import { Point, Ranges } from '../browser/types.js' */
/** @import { Ink } from './ink.js' */
/** @import { Stroke, Strokes } from './strokes.js' */

/** How wide a stroke is where it is drawn, px; from then on it is so many mm. */
const WIDE = { draw: 3.5, mark: 18 };
/** How near an eraser must come, px. */
const REACH = 10;
/** How much a line may be off, px, and how many points it has at most: the next one goes on. */
const OFF = 0.3;
const POINTS = 1500;

export class Brush {
  /**
   * @param {Sight} sight
   * @param {Strokes} strokes
   * @param {Ink} ink
   * @param {(isFull: boolean) => void} done the strokes have changed, or there was no room
   */
  constructor(sight, strokes, ink, done) {
    this.sight = sight;
    this.strokes = strokes;
    this.ink = ink;
    this.done = done;
    /** @type {'draw' | 'mark' | 'erase'} */
    this.tool = 'draw';
    this.colour = 0;
    /** @type {Stroke | null} what is being drawn */
    this.stroke = null;
    /** What a pull has taken away: null where it takes nothing, for it draws. */
    this.taken = /** @type {number | null} */ (null);
    /** Where the frame was when the hand came down: to measure it at each step would take long. */
    this.frame = { left: 0, top: 0, width: 1, height: 1 };
  }

  /**
   * @param {Spot} at
   * @param {boolean} rubber a pen's other end
   */
  begin(at, rubber) {
    this.frame = this.sight.frame.getBoundingClientRect();
    this.taken = rubber || this.tool === 'erase' ? 0 : null;
    if (this.taken === null) this.stroke = this.fresh(this.tool === 'mark' ? 'mark' : 'draw', []);
    this.extend([at]);
  }

  /** @param {Spot[]} spots */
  extend(spots) {
    const points = spots.map((spot) => pointAt(spot, this.frame, this.sight.ranges));
    if (this.taken !== null) this.erase(points);
    if (!this.stroke) return;
    this.stroke.points.push(...points.filter((point) => point.every(Number.isFinite)));
    if (this.stroke.points.length) this.ink.redraw(this.stroke);
    if (this.stroke.points.length < POINTS) return;
    const { tool, points: all } = this.stroke;
    const last = all.slice(-1);
    this.end();
    this.stroke = this.fresh(tool, last);
  }

  end() {
    const { stroke } = this;
    this.stroke = null;
    this.taken = null;
    if (!stroke?.points.length) return;
    const points = simplified(stroke.points, OFF * this.mmPerPx);
    this.done(!this.strokes.add({ ...stroke, points }));
  }

  /** What was begun is not meant. */
  drop() {
    if (this.taken) this.strokes.undo();
    this.stroke = null;
    this.taken = null;
    this.done(false);
  }

  /** @param {Point[]} points */
  erase(points) {
    const reach = REACH * this.mmPerPx;
    for (const point of points) {
      if (!this.strokes.erase(point, reach, Boolean(this.taken))) continue;
      this.taken = Number(this.taken) + 1;
      this.done(false);
    }
  }

  /**
   * A stroke as wide as it is drawn now.
   *
   * @param {Stroke['tool']} tool
   * @param {Point[]} points
   * @returns {Stroke}
   */
  fresh(tool, points) {
    return { tool, ink: this.colour, wide: WIDE[tool] * this.mmPerPx, points };
  }

  get mmPerPx() {
    const { x } = this.sight.ranges;
    return (x[1] - x[0]) / this.sight.size.width;
  }
}

/**
 * A spot of the page in mm of the picture, whether it is in the frame or not.
 *
 * @param {Spot} spot
 * @param {{ left: number, top: number, width: number, height: number }} frame
 * @param {Ranges} ranges
 * @returns {Point}
 */
const pointAt = (spot, frame, { x, y }) => [
  x[0] + ((spot.x - frame.left) / frame.width) * (x[1] - x[0]),
  y[1] - ((spot.y - frame.top) / frame.height) * (y[1] - y[0]),
];
