// A hand on the sheet over the picture: which pointer draws, and which ones move the picture. No
// screen here.
//
// A mouse, a pen or one finger draws; two fingers pan and zoom. Once a pen has been seen, fingers only
// move the picture, and do nothing while the pen is down: then they belong to its hand.

import { grip, gripped } from '../browser/pinch.js';

/** @import { Grip, Spot } from '../browser/pinch.js' */
/** @import { Ranges } from '../browser/types.js' */

/** A second finger that comes down within this takes back what the first has drawn, ms. */
export const QUICK = 300;
/** What is as wide as this is a palm, px. */
export const PALM = 60;
/** A finger beside a pen moves the picture once it has gone so far, px. */
const SLID = 12;
/** The button at a pen's other end, which rubs out, in `buttons`. */
const RUBBER = 32;

/** @typedef {Pick<PointerEvent, 'pointerId' | 'pointerType' | 'button' | 'buttons' | 'shiftKey'
 *  | 'timeStamp' | 'width' | 'clientX' | 'clientY'>} Touch */
/**
 * @typedef {object} Acts
 * @property {(at: Spot, rubber: boolean) => void} begin
 * @property {(spots: Spot[]) => void} extend
 * @property {() => void} end
 * @property {() => void} drop what was begun is not meant
 * @property {() => { left: number, top: number, width: number, height: number }} frame
 * @property {() => Ranges} ranges what is in sight
 * @property {(ranges: Ranges) => void} move
 * @property {(held: boolean) => void} hold whether a hand is on the picture
 */

export class Hand {
  /** @param {Acts} acts */
  constructor(acts) {
    this.acts = acts;
    /** @type {{ id: number, by: string, at: number } | null} the pointer that draws */
    this.drawing = null;
    /** @type {Map<number, Spot>} the pointers that may move the picture */
    this.movers = new Map();
    /** @type {{ grip: Grip, ranges: Ranges, on: boolean } | null} */
    this.held = null;
    /** Whether a pen has been seen. */
    this.pen = false;
    /** Fingers that have moved the picture draw only after all of them were lifted. */
    this.spent = false;
  }

  /** @param {Touch} event */
  down(event) {
    if (event.pointerType === 'touch') this.touched(event);
    else if (event.pointerType === 'pen') this.penned(event);
    else if (event.button === 1 || (event.button === 0 && event.shiftKey)) this.grasp(event);
    else if (event.button === 0) this.begin(event, false);
  }

  /** @param {Touch} event */
  penned(event) {
    this.pen = true;
    if (this.drawing) this.drop();
    if (this.held?.on) this.acts.move(this.held.ranges); // a palm had moved the picture
    this.letGo();
    this.spent = this.movers.size > 0;
    this.begin(event, (event.buttons & RUBBER) !== 0);
  }

  /** @param {Touch} event */
  touched(event) {
    if (this.drawing?.by === 'pen' || event.width >= PALM) return;
    if (this.drawing && this.drawing.by !== 'touch') return;
    this.grasp(event);
    if (this.movers.size > 1) {
      this.spent = true;
      if (!this.drawing) return;
      if (event.timeStamp - this.drawing.at < QUICK) this.drop();
      else this.end();
    } else if (!this.pen && !this.spent) this.begin(event, false);
  }

  /**
   * Take hold of the picture with all that is down; it follows once that moves.
   *
   * @param {Touch} event
   */
  grasp(event) {
    this.movers.set(event.pointerId, spot(event));
    this.letGo();
    const held = this.movers.size <= 2 && this.holding();
    if (held) this.held = { grip: held, ranges: this.acts.ranges(), on: false };
  }

  /**
   * @param {Touch} event
   * @param {Touch[]} steps where it has been since the last one
   */
  moved(event, steps) {
    if (event.pointerType === 'pen') this.pen = true; // it hovers: the palm comes next
    if (this.drawing?.id === event.pointerId) this.acts.extend(steps.map(spot));
    if (!this.movers.has(event.pointerId)) return;
    this.movers.set(event.pointerId, spot(event));
    if (this.drawing) return;
    this.follow();
  }

  follow() {
    const now = this.holding();
    if (!this.held || !now) return;
    const { grip: from, ranges } = this.held;
    const far = Math.hypot(now.x - from.x, now.y - from.y);
    if (!this.held.on && this.movers.size === 1 && far < SLID) return;
    if (!this.held.on) this.acts.hold(true);
    this.held.on = true;
    this.acts.move(gripped(from, now, this.acts.frame(), ranges));
  }

  /** @param {Touch} event */
  up(event) {
    if (this.drawing?.id === event.pointerId) this.end();
    this.gone(event);
  }

  /**
   * The browser says that it was not meant: a palm, mostly.
   *
   * @param {Touch} event
   */
  cancelled(event) {
    if (this.drawing?.id === event.pointerId) this.drop();
    this.gone(event);
  }

  /** @param {Touch} event */
  gone(event) {
    if (!this.movers.delete(event.pointerId)) return;
    this.letGo();
    if (!this.movers.size) this.spent = false;
  }

  /** Nothing of what is down counts any more. */
  leave() {
    if (this.drawing) this.drop();
    this.letGo();
    this.movers.clear();
    this.spent = false;
    this.pen = false;
  }

  /**
   * @param {Touch} event
   * @param {boolean} rubber
   */
  begin(event, rubber) {
    if (this.drawing) this.end();
    this.drawing = { id: event.pointerId, by: event.pointerType, at: event.timeStamp };
    this.acts.begin(spot(event), rubber);
  }

  end() {
    this.drawing = null;
    this.acts.end();
  }

  drop() {
    this.drawing = null;
    this.acts.drop();
  }

  letGo() {
    if (this.held?.on) this.acts.hold(false);
    this.held = null;
  }

  /** How the picture is held: between two fingers, or by one pointer, which does not stretch it. */
  holding() {
    const [a, b] = [...this.movers.values()];
    return b ? grip(a, b) : { ...a, wide: 1 };
  }
}

/** @param {{ clientX: number, clientY: number }} event */
const spot = ({ clientX, clientY }) => ({ x: clientX, y: clientY });
