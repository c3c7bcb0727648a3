// Mouse and fingers on the picture: tap, hover, pinch, wheel.
//
// A finger that moves alone scrolls the page; two fingers and the mouse move the picture. What is
// pressed is shown at once, and chosen where it is lifted (press.js).

import { oncePerFrame } from './frames.js';
import { Hold } from './hold.js';
import { begun, counts, landed, ROLLED } from './press.js';

/** @import { Spot } from './pinch.js' */
/** @import { Press } from './press.js' */
/** @import { Found, Pointer, Ranges } from './types.js' */

/**
 * @typedef {object} Acts
 * @property {(x: number, y: number, pointer: Pointer) => Found | undefined} under what lies there
 * @property {(found: Found | null) => void} press show what would be chosen
 * @property {(found: Found) => void} tap
 * @property {(x: number, y: number) => void} hover
 * @property {() => void} leave the mouse is elsewhere, or presses
 * @property {(factor: number) => void} zoom
 * @property {() => Ranges} ranges what is in sight
 * @property {(ranges: Ranges) => void} move the picture follows the hand
 * @property {(held: boolean) => void} hold whether a hand is on the picture
 */

export class Gestures {
  /**
   * @param {HTMLElement} plot
   * @param {Acts} acts
   */
  constructor(plot, acts) {
    this.plot = plot;
    this.acts = acts;
    this.soon = oncePerFrame();
    /** @type {Map<number, Spot>} every pointer that is down, by its id */
    this.pointers = new Map();
    /** @type {Map<number, Press>} those that may become a tap */
    this.presses = new Map();
    /** @type {Press | null} what the browser has taken to scroll the page; it may still be a roll */
    this.slid = null;
    /** @type {Press | null} what is shown as pressed */
    this.shown = null;
    /** How the hand holds the picture. */
    this.hold = new Hold(plot, acts, this.pointers);
  }

  /** @param {AbortSignal} signal ends it */
  listen(signal) {
    const first = { capture: true, signal }; // before plotly, which keeps some events for itself
    this.plot.addEventListener('pointerdown', (event) => this.pressed(event), first);
    window.addEventListener('pointermove', (event) => this.moved(event), first);
    window.addEventListener('pointerup', (event) => this.lifted(event), first);
    window.addEventListener('pointercancel', (event) => this.taken(event), first);
    // plotly would hold the page still under a finger
    const touched = { ...first, passive: true };
    this.plot.addEventListener('touchstart', (event) => event.stopPropagation(), touched);
    // a finger that the browser has taken says no more where it is, but its touch does
    this.plot.addEventListener('touchmove', (event) => this.slides(event), touched);
    this.plot.addEventListener('touchend', (event) => this.slidOff(event), touched);
    this.plot.addEventListener('touchcancel', () => this.forget(), touched);
    const held = { ...first, passive: false };
    this.plot.addEventListener('wheel', (event) => this.turned(event), held);
  }

  /** @param {PointerEvent} event */
  pressed(event) {
    this.pointers.set(event.pointerId, spot(event));
    this.slid = null;
    if (event.button === 0) {
      const at = spot(event);
      const kind = pointerOf(event);
      const press = begun(event, at, kind, this.acts.under(at.x, at.y, kind));
      press.spent = this.hold.isOn;
      this.presses.set(event.pointerId, press);
      if (counts(press, this.presses.values())) this.show(press);
    }
    this.acts.leave();
  }

  /** @param {PointerEvent} event */
  moved(event) {
    if (this.pointers.has(event.pointerId)) {
      this.pointers.set(event.pointerId, spot(event));
      this.goes(this.presses.get(event.pointerId), spot(event));
      if (pointerOf(event) !== 'mouse') this.pinch();
      else this.hold.byMouse(this.presses.get(event.pointerId));
      if (this.hold.isOn) this.soon(() => this.hold.follow());
    } else if (
      pointerOf(event) === 'mouse' &&
      this.plot.contains(/** @type {Node} */ (event.target))
    ) {
      this.soon(() => this.acts.hover(event.clientX, event.clientY));
    } else this.acts.leave();
  }

  /** @param {PointerEvent} event */
  lifted(event) {
    const press = this.presses.get(event.pointerId);
    const counted = press && counts(press, this.presses.values());
    if (counted) this.hold.giveBack(); // a click: nothing was dragged
    this.gone(event);
    if (counted) this.choose(press, spot(event));
  }

  /**
   * The browser took a pointer, because the page scrolls.
   *
   * @param {PointerEvent} event
   */
  taken(event) {
    const press = this.presses.get(event.pointerId);
    if (press && counts(press, this.presses.values())) this.slid = press;
    this.gone(event);
  }

  /**
   * A pointer is no longer down.
   *
   * @param {PointerEvent} event
   */
  gone(event) {
    this.hold.follow(); // where it went since the last frame
    this.pointers.delete(event.pointerId);
    this.presses.delete(event.pointerId);
    if (this.shown !== this.slid && this.shown?.id === event.pointerId) this.show(null);
    if (this.pointers.size < 2) this.hold.letGo();
  }

  /**
   * Choose what a press has landed on. What rests beside it is spent.
   *
   * @param {Press} press
   * @param {Spot} at
   */
  choose(press, { x, y }) {
    for (const other of this.presses.values()) other.spent = true;
    const found = landed(press, this.acts.under(x, y, press.pointer));
    if (found) this.acts.tap(found);
  }

  /**
   * A press goes on to elsewhere; it is shown as long as it is one.
   *
   * @param {Press | null | undefined} press
   * @param {Spot} at
   */
  goes(press, at) {
    if (!press) return;
    press.far = Math.max(press.far, Math.hypot(at.x - press.from.x, at.y - press.from.y));
    if (this.shown === press && press.far > ROLLED[press.pointer]) this.show(null);
  }

  /** @param {TouchEvent} event */
  slides({ changedTouches: [touch] }) {
    this.goes(this.slid, spot(touch));
  }

  /** @param {TouchEvent} event */
  slidOff(event) {
    const { slid } = this;
    this.slides(event);
    this.forget();
    if (slid && counts(slid, [slid])) this.choose(slid, spot(event.changedTouches[0]));
  }

  forget() {
    if (this.shown === this.slid) this.show(null);
    this.slid = null;
  }

  /** @param {Press | null} press */
  show(press) {
    if (this.shown === press) return;
    this.shown = press;
    this.acts.press(press?.on ?? null);
  }

  /** Two fingers take hold of the picture where they came down, as soon as they move as such. */
  pinch() {
    const [a, b, more] = [...this.presses.values()];
    if (!b || more || !this.hold.byTwo(a, b)) return;
    for (const press of [a, b]) press.spent = true;
    this.show(null);
  }

  /** @param {WheelEvent} event */
  turned(event) {
    // The wheel alone scrolls the page. A touchpad's pinch comes as a wheel with this key.
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.acts.zoom(event.deltaY > 0 ? 1.15 : 0.87);
  }
}

/** @param {PointerEvent | Touch} event */
const spot = (event) => ({ x: event.clientX, y: event.clientY });

/** @type {(event: PointerEvent) => Pointer} a pen is as coarse as a finger */
const pointerOf = (event) => (event.pointerType === 'mouse' ? 'mouse' : 'finger');
