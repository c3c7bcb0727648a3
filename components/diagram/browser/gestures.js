// Mouse and fingers on the picture: tap, hover, pinch, wheel.
//
// A finger that moves alone scrolls the page; two fingers and the mouse move the picture.

import { oncePerFrame } from './frames.js';
import { grip, gripped } from './pinch.js';

/** @import { Grip, Spot } from './pinch.js' */
/** @import { Pointer, Ranges } from './types.js' */

/** A pointer that moved further than this is dragged, px. */
export const MOVED = { mouse: 4, finger: 10 };
/** A pointer that was down for longer is pressed, ms. */
export const SLOW = 700;
/** A mouse moves the picture and does not stretch it: to a grip, it has always the same width. */
const MOUSE = -1;

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
    /** @type {(Moment & { id: number }) | null} where a tap may have begun */
    this.down = null;
    /** @type {{ grip: Grip, ranges: Ranges } | null} how the hand took hold of the picture */
    this.start = null;
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
    this.take(this.held());
    this.acts.leave();
  }

  /** @param {PointerEvent} event */
  moved(event) {
    if (this.pointers.has(event.pointerId)) {
      this.pointers.set(event.pointerId, spot(event));
      this.drag(event);
      if (this.start) this.soon(() => this.follow());
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
    this.follow(); // where it went since the last frame
    this.pointers.delete(event.pointerId);
    if (this.pointers.size >= 2 || !this.start) return;
    this.start = null;
    this.acts.hold(false);
  }

  /** The picture follows the hand at once; it is drawn anew when it rests. */
  follow() {
    const held = this.start?.grip.wide === MOUSE ? this.mouse() : this.held();
    if (!this.start || !held) return;
    const frame = this.plot.getBoundingClientRect();
    this.acts.move(gripped(this.start.grip, held, frame, this.start.ranges));
  }

  /**
   * The mouse takes hold of the picture where it came down, as soon as that is no click any more.
   *
   * @param {PointerEvent} event
   */
  drag(event) {
    const { down } = this;
    if (this.start || !down || pointerOf(event) !== 'mouse') return;
    const far = Math.hypot(event.clientX - down.x, event.clientY - down.y);
    if (far > MOVED.mouse) this.take({ x: down.x, y: down.y, wide: MOUSE });
  }

  /** @param {Grip | null} held */
  take(held) {
    if (!held) return;
    this.start = { grip: held, ranges: this.acts.ranges() };
    this.acts.hold(true);
  }

  /** @param {WheelEvent} event */
  turned(event) {
    // The wheel alone scrolls the page. A touchpad's pinch comes as a wheel with this key.
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.acts.zoom(event.deltaY > 0 ? 1.15 : 0.87);
  }

  /** Where the mouse holds the picture; null where it does not. */
  mouse() {
    const [at] = this.pointers.values();
    return at ? { ...at, wide: MOUSE } : null;
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
