// The part of a view that is in sight, mm. A view comes back as the reader left it.

/** @import { Plot, Plotly, Range, Ranges } from './types.js' */

/** @type {Map<string, Ranges>} what readers have zoomed or moved to, by place */
const kept = new Map();

export class Sight {
  /**
   * @param {Plot} plot
   * @param {Plotly} plotly
   */
  constructor(plot, plotly) {
    this.plot = plot;
    this.plotly = plotly;
    /** What names the view, and its frame if it has one. */
    this.place = '';
    /** @type {Ranges} what is in sight when all of the view is */
    this.home = { x: [0, 1], y: [0, 1] };
  }

  /**
   * What to show of a view first: what was in sight when it was left, else all.
   *
   * @param {string} place
   * @param {Ranges} home
   */
  enter(place, home) {
    this.place = place;
    this.home = home;
    return kept.get(place) ?? home;
  }

  /** Keep what is in sight, unless that is all. */
  keep() {
    const { x } = this.ranges;
    const all = near(x[0], this.home.x[0]) && near(x[1], this.home.x[1]);
    if (all) this.forget();
    else kept.set(this.place, this.ranges);
  }

  forget() {
    kept.delete(this.place);
  }

  /** @returns {Ranges} */
  get ranges() {
    const { xaxis, yaxis } = this.layout;
    return { x: [xaxis.range[0], xaxis.range[1]], y: [yaxis.range[0], yaxis.range[1]] };
  }

  /** @param {Ranges} ranges */
  reveal({ x, y }) {
    return this.plotly.relayout(this.plot, { 'xaxis.range': [...x], 'yaxis.range': [...y] });
  }

  /**
   * Zoom about the middle; a factor of 0 brings all of the view in sight.
   *
   * @param {number} factor
   */
  zoom(factor) {
    if (factor) return this.reveal(zoomed(this.ranges, factor));
    this.forget();
    return this.reveal(this.home);
  }

  /**
   * A point of the page in mm; undefined outside the frame.
   *
   * @param {number} x
   * @param {number} y
   */
  pointAt(x, y) {
    const frame = this.plot.getBoundingClientRect();
    const { xaxis, yaxis } = this.layout;
    const px = x - frame.left - xaxis._offset;
    const py = y - frame.top - yaxis._offset;
    if (px < 0 || py < 0 || px > xaxis._length || py > yaxis._length) return undefined;
    const mmPerPx = Math.abs(xaxis.p2d(1) - xaxis.p2d(0));
    return { x: xaxis.p2d(px), y: yaxis.p2d(py), mmPerPx };
  }

  get layout() {
    const { _fullLayout } = this.plot;
    if (!_fullLayout) throw new Error('nothing is drawn');
    return _fullLayout;
  }
}

/**
 * Ranges about the same middle, `factor` times as wide.
 *
 * @param {Ranges} ranges
 * @param {number} factor
 * @returns {Ranges}
 */
export function zoomed({ x, y }, factor) {
  return { x: widened(x, factor), y: widened(y, factor) };
}

/**
 * @param {Range} range
 * @param {number} factor
 * @returns {Range}
 */
function widened([from, to], factor) {
  const middle = (from + to) / 2;
  return [middle + (from - middle) * factor, middle + (to - middle) * factor];
}

/**
 * Whether two edges are the same to the eye.
 *
 * @param {number} a mm
 * @param {number} b mm
 */
const near = (a, b) => Math.abs(a - b) < 0.5;
