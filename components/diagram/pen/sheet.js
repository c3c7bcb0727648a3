// The sheet over the picture that takes what a hand does while the pen is in use: nothing under it
// feels it.

/** @import { Hand } from './hand.js' */

export class Sheet {
  /**
   * @param {Element} stage
   * @param {HTMLElement} plot what has the keys
   * @param {(factor: number) => void} zoom
   */
  constructor(stage, plot, zoom) {
    this.plot = plot;
    this.zoom = zoom;
    this.element = document.createElement('div');
    this.element.className = 'hc-sheet';
    this.element.hidden = true;
    stage.append(this.element);
  }

  get isOn() {
    return !this.element.hidden;
  }

  /** @param {boolean} isOn */
  turn(isOn) {
    this.element.hidden = !isOn;
  }

  /**
   * @param {Hand} hand
   * @param {AbortSignal} signal ends it
   */
  listen(hand, signal) {
    /** @type {<Name extends keyof HTMLElementEventMap>(name: Name,
     *  act: (event: HTMLElementEventMap[Name]) => void) => void} */
    const on = (name, act) => this.element.addEventListener(name, act, { signal, passive: false });
    on('pointerdown', (event) => {
      this.element.setPointerCapture(event.pointerId);
      this.plot.focus({ preventScroll: true });
      hand.down(event);
    });
    on('pointermove', (event) => {
      const steps = event.getCoalescedEvents?.() ?? [];
      hand.moved(event, steps.length ? steps : [event]);
    });
    on('pointerup', (event) => hand.up(event));
    on('pointercancel', (event) => hand.cancelled(event));
    // a stroke is no swipe, after which the browser would swallow the next tap, nor a long press; and
    // the focus stays where the letters are heard
    for (const name of /** @type {const} */ (['touchstart', 'mousedown', 'contextmenu'])) {
      on(name, (event) => event.preventDefault());
    }
    on('wheel', (event) => {
      if (!event.ctrlKey) return; // as without the pen (gestures.js)
      event.preventDefault();
      this.zoom(event.deltaY > 0 ? 1.15 : 0.87);
    });
  }
}
