// Mouse and fingers on the picture: tap, hover, pinch, wheel.
//
// A finger that moves alone scrolls the page; the mouse moves the picture, which plotly does.

import { oncePerFrame } from './frames.js';
import { grip, stretched } from './pinch.js';

/** @import { Grip, Spot } from './pinch.js' */
/** @import { Pointer, Ranges } from './types.js' */

/** A pointer that moved further than this is dragged, px. */
export const MOVED = { mouse: 4, finger: 10 };
/** A pointer that was down for longer is pressed, ms. */
export const SLOW = 700;

/** @typedef {Spot & { at: number }} Moment where a pointer was, and when in ms */

/**
 * Whether a pointer that came down and went up again has tapped.
 *
 * @param {Moment} down
 * @param {Moment} up
 * @param {Pointer} pointer
 */
export function isTap(down, up, pointer) {
  const far = Math.hypot(up.x - down.x, up.y - down.y);
  return up.at - down.at <= SLOW && far <= MOVED[pointer];
}

/**
 * @typedef {object} Acts
 * @property {(x: number, y: number, pointer: Pointer) => void} tap
 * @property {(x: number, y: number) => void} hover
 * @property {() => void} leave the mouse is elsewhere, or presses
 * @property {(factor: number) => void} zoom
 * @property {() => Ranges} ranges what is in sight
 * @property {(transform: string) => void} stretch the picture follows two fingers
 * @property {(ranges: Ranges) => void} settle the fingers have lifted
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
    /** @type {(Moment & { id: number }) | null} where a tap may have begun */
    this.down = null;
    /** @type {{ grip: Grip, ranges: Ranges } | null} how a pinch began */
    this.pinch = null;
    /** @type {Ranges | null} what a pinch would have in sight */
    this.wanted = null;
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
    const wheeled = { ...first, passive: false };
    this.plot.addEventListener('wheel', (event) => this.turned(event), wheeled);
  }

  /** @param {PointerEvent} event */
  pressed(event) {
    this.pointers.set(event.pointerId, spot(event));
    const alone = this.pointers.size === 1 && event.button === 0;
    this.down = alone ? { ...spot(event), at: event.timeStamp, id: event.pointerId } : null;
    const held = this.held();
    if (held) this.pinch = { grip: held, ranges: this.acts.ranges() };
    this.acts.leave();
  }

  /** @param {PointerEvent} event */
  moved(event) {
    if (this.pointers.has(event.pointerId)) {
      this.pointers.set(event.pointerId, spot(event));
      if (this.pinch && this.held()) this.soon(() => this.stretch());
    } else if (
      pointerOf(event) === 'mouse' &&
      this.plot.contains(/** @type {Node} */ (event.target))
    ) {
      this.soon(() => this.acts.hover(event.clientX, event.clientY));
    } else this.acts.leave();
  }

  /** @param {PointerEvent} event */
  lifted(event) {
    const { down } = this;
    const ours = this.pointers.has(event.pointerId) && down?.id === event.pointerId;
    this.taken(event);
    const up = { ...spot(event), at: event.timeStamp };
    const pointer = pointerOf(event);
    if (down && ours && isTap(down, up, pointer)) this.acts.tap(up.x, up.y, pointer);
  }

  /**
   * A pointer is gone: it was lifted, or the browser took it, because the page scrolls.
   *
   * @param {PointerEvent} event
   */
  taken(event) {
    this.down = null;
    this.pointers.delete(event.pointerId);
    if (this.pointers.size >= 2) return;
    this.pinch = null;
    if (this.wanted) this.acts.settle(this.wanted);
    this.wanted = null;
  }

  /** The picture follows two fingers at once; plotly draws it anew when they lift. */
  stretch() {
    const held = this.held();
    if (!this.pinch || !held) return;
    const frame = this.plot.getBoundingClientRect();
    const { transform, ranges } = stretched(this.pinch.grip, held, frame, this.pinch.ranges);
    this.acts.stretch(transform);
    this.wanted = ranges;
  }

  /** @param {WheelEvent} event */
  turned(event) {
    // The wheel alone scrolls the page. A touchpad's pinch comes as a wheel with this key.
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.acts.zoom(event.deltaY > 0 ? 1.15 : 0.87);
  }

  /** How two fingers hold the picture; null where there are not two. */
  held() {
    const [a, b, more] = [...this.pointers.values()];
    return b && !more ? grip(a, b) : null;
  }
}

/** @param {PointerEvent} event */
const spot = (event) => ({ x: event.clientX, y: event.clientY });

/**
 * A pen is as coarse as a finger.
 *
 * @param {PointerEvent} event
 * @returns {Pointer}
 */
const pointerOf = (event) => (event.pointerType === 'mouse' ? 'mouse' : 'finger');
