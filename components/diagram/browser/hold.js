// A hand that holds the picture: where it took hold, and how the picture follows it. Two fingers
// stretch it, a mouse moves it.

import { grip, gripped, isPinch } from './pinch.js';
import { TREMBLED } from './press.js';

/** @import { Acts } from './gestures.js' */
/** @import { Grip, Spot } from './pinch.js' */
/** @import { Press } from './press.js' */
/** @import { Ranges } from './types.js' */

/** A mouse moves the picture and does not stretch it: to a grip, it has always the same width. */
const MOUSE = -1;

export class Hold {
  /**
   * @param {HTMLElement} plot
   * @param {Acts} acts
   * @param {Map<number, Spot>} pointers every pointer that is down, kept by the gestures
   */
  constructor(plot, acts, pointers) {
    this.plot = plot;
    this.acts = acts;
    this.pointers = pointers;
    /** @type {{ grip: Grip, ranges: Ranges } | null} how the hand took hold */
    this.start = null;
  }

  get isOn() {
    return this.start !== null;
  }

  /** The picture follows the hand at once; it is drawn anew when it rests. */
  follow() {
    const [mouse] = this.pointers.values();
    const held = this.start?.grip.wide === MOUSE ? { ...mouse, wide: MOUSE } : this.held();
    if (!this.start || !held) return;
    const frame = this.plot.getBoundingClientRect();
    this.acts.move(gripped(this.start.grip, held, frame, this.start.ranges));
  }

  /**
   * The mouse takes hold of the picture where it came down, as soon as that is no click any more.
   *
   * @param {Press | undefined} press
   */
  byMouse(press) {
    if (this.start || !press || press.far <= TREMBLED.mouse) return;
    this.take({ ...press.from, wide: MOUSE });
  }

  /**
   * Two fingers take hold of the picture where they came down, as soon as they move as such.
   *
   * @param {Press} a
   * @param {Press} b
   * @returns {boolean} whether they now do
   */
  byTwo(a, b) {
    const held = this.held();
    const from = grip(a.from, b.from);
    if (this.start || !held || !isPinch(from, held, [a.far, b.far])) return false;
    this.take(from);
    return true;
  }

  /** @param {Grip} held */
  take(held) {
    this.start = { grip: held, ranges: this.acts.ranges() };
    this.acts.hold(true);
  }

  /** The picture goes back to where it was taken hold of. */
  giveBack() {
    if (!this.start) return;
    this.acts.move(this.start.ranges);
    this.letGo();
  }

  letGo() {
    if (!this.start) return;
    this.start = null;
    this.acts.hold(false);
  }

  /** How two fingers hold the picture; null where there are not two. */
  held() {
    const [a, b, more] = [...this.pointers.values()];
    return b && !more ? grip(a, b) : null;
  }
}
