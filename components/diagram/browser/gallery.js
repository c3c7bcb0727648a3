// The drawings that one diagram has shown or may show next: kept ready, so that going there costs
// next to nothing.

import { Drawing } from './drawing.js';
import { fetchFigure, fetchText } from './fetching.js';

/** So many are kept: what is shown, the other views of its layer, the other layers of its view. */
const MOST = 6;
/** The first load is over by then, ms; later on there is less to wait for. */
const FIRST = 3500;
const LATER = 300;

let count = 0;

export class Gallery {
  constructor() {
    this.prefix = `hc-p${++count}`;
    /** @type {Map<string, Promise<Drawing>>} by address, that asked for last at the end */
    this.kept = new Map();
    this.timer = 0;
    this.wait = FIRST;
  }

  /** @param {string} url */
  drawing(url) {
    const kept = this.kept.get(url);
    const drawing = kept ?? fetchText(url).then((text) => new Drawing(url, text, this.prefix));
    if (!kept) drawing.catch(() => this.kept.delete(url)); // the next message tries again
    this.kept.delete(url);
    this.kept.set(url, drawing);
    for (const old of [...this.kept.keys()].slice(0, -MOST)) this.kept.delete(old);
    return drawing;
  }

  /**
   * Make ready what may be asked for next, one after the other, when nothing else is to be done.
   *
   * @param {{ art: string, figure?: string }[]} near the likeliest first
   */
  expect(near) {
    clearTimeout(this.timer);
    const rest = near.slice(0, MOST - 1).reverse();
    const next = async () => {
      const place = rest.pop();
      if (!place) return;
      try {
        if (place.figure) await fetchFigure(place.figure);
        (await this.drawing(place.art)).parts;
      } catch {
        return; // it is fetched again when it is asked for
      }
      idle(next);
    };
    const begin = () => {
      this.wait = LATER;
      idle(next);
    };
    this.timer = setTimeout(begin, this.wait);
  }

  end() {
    clearTimeout(this.timer);
  }
}

/** @param {() => void} act */
function idle(act) {
  if (window.requestIdleCallback) window.requestIdleCallback(act);
  else setTimeout(act, 200); // Safari has no such thing
}
