// What has been drawn over a picture, in its millimetres, and the way back. No screen here.

import { farFrom } from './line.js';

/** @import { Point } from '../browser/types.js' */

/**
 * @typedef {object} Stroke
 * @property {'draw' | 'mark'} tool a line, or a wide band that is seen through
 * @property {number} ink which of the inks
 * @property {number} wide mm
 * @property {Point[]} points mm
 */

/** So many inks there are. */
export const INKS = 3;
/** More strokes than this nobody reads. */
export const MOST = 200;
/** So many steps lead back. */
const BACK = 100;

export class Strokes {
  constructor() {
    /** @type {readonly Stroke[]} the oldest first; never changed, only replaced */
    this.all = [];
    /** @type {(readonly Stroke[])[]} what there was before each step */
    this.past = [];
  }

  /**
   * @param {Stroke} stroke
   * @returns {boolean} whether there was room for it
   */
  add(stroke) {
    if (this.all.length >= MOST || !stroke.points.length) return false;
    this.step([...this.all, stroke]);
    return true;
  }

  /**
   * Take away what a spot touches. What one pull of the hand takes comes back in one step.
   *
   * @param {Point} spot mm
   * @param {number} reach mm
   * @param {boolean} [goesOn] whether the same pull has taken something before
   * @returns {boolean} whether something was there
   */
  erase(spot, reach, goesOn = false) {
    const left = this.all.filter(({ points, wide }) => farFrom(points, spot) > reach + wide / 2);
    if (left.length === this.all.length) return false;
    if (goesOn) this.all = left;
    else this.step(left);
    return true;
  }

  clear() {
    if (this.all.length) this.step([]);
  }

  /** @returns {boolean} whether there was a step to go back */
  undo() {
    const before = this.past.pop();
    if (before) this.all = before;
    return before !== undefined;
  }

  /**
   * Begin anew: no way leads back.
   *
   * @param {readonly Stroke[]} strokes
   */
  begin(strokes) {
    this.all = strokes.slice(0, MOST);
    this.past = [];
  }

  /** @param {readonly Stroke[]} next */
  step(next) {
    this.past = [...this.past.slice(1 - BACK), this.all];
    this.all = next;
  }
}
