// The part of a view that is in sight, mm. While it moves, all layers follow as they are, by one
// transform; when it rests they are drawn sharp again. A view comes back as the reader left it.

import { forget, found, keep } from './kept.js';

/** @import { Range, Ranges, Size } from './types.js' */

/** So long after the last movement the picture rests, ms. */
export const REST = 140;

export class Sight {
  /**
   * @param {Element} frame
   * @param {object} acts
   * @param {(transform: string) => void} acts.follow an empty transform: nothing moves
   * @param {(ranges: Ranges) => Promise<void>} acts.sharpen draw all anew
   */
  constructor(frame, { follow, sharpen }) {
    this.frame = frame;
    this.acts = { follow, sharpen };
    /** What names the view, and its frame if it has one. */
    this.place = '';
    /** @type {Ranges} what is in sight when all of the view is */
    this.home = { x: [0, 1], y: [0, 1] };
    /** What is in sight. */
    this.ranges = this.home;
    /** What was in sight when the layers were drawn. */
    this.drawn = this.home;
    /** Whether a hand is on the picture. */
    this.held = false;
    this.timer = 0;
  }

  /**
   * What to show of a view first: what was in sight when it was left, else all.
   *
   * @param {string} place
   * @param {Ranges} home
   */
  enter(place, home) {
    clearTimeout(this.timer);
    this.place = place;
    this.home = home;
    this.ranges = inFrame(found(place) ?? home, this.size);
    this.drawn = this.ranges;
    this.acts.follow('');
    return this.ranges;
  }

  /** Keep what is in sight, unless that is all. */
  keep() {
    const { x } = this.ranges;
    const all = near(x[0], this.home.x[0]) && near(x[1], this.home.x[1]);
    if (all) this.forget();
    else keep(this.place, this.ranges);
  }

  forget() {
    forget(this.place);
  }

  /**
   * Move or zoom to a part of the view: all follows at once.
   *
   * @param {Ranges} ranges
   */
  move(ranges) {
    this.ranges = ranges;
    this.keep();
    this.follow();
    this.settle();
  }

  /** @param {boolean} held */
  hold(held) {
    this.held = held;
    this.settle();
  }

  follow() {
    const still = this.ranges === this.drawn;
    this.acts.follow(still ? '' : transformed(this.drawn, this.ranges, this.size));
  }

  settle() {
    clearTimeout(this.timer);
    if (this.held || this.ranges === this.drawn) return;
    this.timer = setTimeout(() => this.rest(), REST);
  }

  async rest() {
    const { ranges, place } = this;
    await this.acts.sharpen(ranges);
    if (place !== this.place) return; // another view was entered meanwhile
    this.drawn = ranges;
    this.follow();
  }

  /**
   * Zoom about the middle; a factor of 0 brings all of the view in sight.
   *
   * @param {number} factor
   */
  zoom(factor) {
    this.move(factor ? zoomed(this.ranges, factor) : this.home);
  }

  /**
   * A point of the page in mm; undefined outside the frame.
   *
   * @param {number} x
   * @param {number} y
   */
  pointAt(x, y) {
    const frame = this.frame.getBoundingClientRect();
    const px = x - frame.left;
    const py = y - frame.top;
    if (px < 0 || py < 0 || px > frame.width || py > frame.height) return undefined;
    const { x: across, y: up } = this.ranges;
    const mmPerPx = (across[1] - across[0]) / frame.width;
    return {
      x: across[0] + px * mmPerPx,
      y: up[1] - (py / frame.height) * (up[1] - up[0]),
      mmPerPx,
    };
  }

  /** @returns {Size} */
  get size() {
    return { width: this.frame.clientWidth, height: this.frame.clientHeight };
  }
}

/**
 * What moves a layer that was drawn for one part of the view to where it lies in another.
 *
 * @param {Ranges} drawn
 * @param {Ranges} now
 * @param {Size} frame
 */
export function transformed(drawn, now, { width, height }) {
  const [wide, tall] = [now.x[1] - now.x[0], now.y[1] - now.y[0]];
  const x = ((drawn.x[0] - now.x[0]) / wide) * width;
  const y = ((now.y[1] - drawn.y[1]) / tall) * height;
  return `translate(${x}px, ${y}px) scale(${(drawn.x[1] - drawn.x[0]) / wide})`;
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
 * Ranges that fill a frame of any form with one scale: nothing of them is lost.
 *
 * @param {Ranges} ranges
 * @param {Size} frame
 * @returns {Ranges}
 */
export function inFrame({ x, y }, { width, height }) {
  const across = (x[1] - x[0]) / (width || 1);
  const up = (y[1] - y[0]) / (height || 1);
  const most = Math.max(across, up);
  return { x: widened(x, most / across), y: widened(y, most / up) };
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
