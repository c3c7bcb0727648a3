// What the reader asks of the diagram, by finger, mouse or keyboard, and how it answers at once.

import { Gestures } from './gestures.js';
import { listenToKeys, neighbour } from './keyboard.js';
import { List } from './list.js';
import { part } from './part.js';
import { Tip } from './tip.js';
import { listenToTools } from './tools.js';

/** @import { Stage } from './stage.js' */
/** @import { Figure, Found } from './types.js' */

/**
 * Which end of a muscle a footprint is.
 *
 * @type {Record<string, string>}
 */
const ENDS = { origin: 'begins here', insertion: 'ends here' };

export class Picks {
  /**
   * @param {Stage} stage
   * @param {(pick: object) => void} send tells Python
   */
  constructor(stage, send) {
    this.stage = stage;
    this.picture = stage.picture;
    this.send = send;
    this.tip = new Tip(part(stage.root, '.hc-tip'), stage.root);
    this.said = part(stage.root, '.hc-said');
    this.list = new List(stage.root, (id) => this.pick({ id, stack: [] }));
    this.count = 0;
  }

  /** @param {AbortSignal} signal ends it */
  listen(signal) {
    const { stage, picture } = this;
    /** @param {number} factor */
    const zoom = (factor) => picture.sight.zoom(factor);
    const gestures = new Gestures(picture.plot, {
      zoom,
      under: (x, y, pointer) => stage.under(x, y, pointer),
      press: (found) => stage.press(found),
      tap: (found) => this.pick(found),
      hover: (x, y) => this.hover(x, y),
      leave: () => this.tip.hide(),
      ranges: () => picture.sight.ranges,
      move: (ranges) => picture.sight.move(ranges),
      hold: (held) => picture.sight.hold(held),
    });
    gestures.listen(signal);
    this.list.listen(signal);
    const keys = {
      zoom,
      quiet: () => picture.data.quiet,
      walk: (/** @type {number} */ step) => this.walk(step),
      clear: () => this.pick({ id: null, stack: [] }),
    };
    listenToKeys(picture.plot, keys, signal);
    listenToTools(stage.root, { zoom, say: (words) => this.say(words) }, signal);
  }

  /** @param {Found} found */
  pick(found) {
    this.count += 1;
    // first, so that the answer is on its way while we paint
    this.send({ ...found, n: this.count, at: Date.now() });
    this.stage.root.classList.remove('hc-inviting');
    if (found.edge) {
      this.stage.overlay.light(found.edge);
      return;
    }
    this.stage.select(found.id);
    const { data, figure } = this.picture;
    if (!data.quiet) this.say(found.id ? named(found, figure) : 'Nothing selected');
  }

  /**
   * Go to the structure that comes next in the picture.
   *
   * @param {number} step 1 or -1
   */
  walk(step) {
    this.pick({ id: neighbour(this.picture.order, this.stage.selected, step), stack: [] });
  }

  /**
   * Name what is under the mouse.
   *
   * @param {number} x px of the page
   * @param {number} y
   */
  hover(x, y) {
    const { data, figure, plot } = this.picture;
    const found = data.quiet ? undefined : this.stage.under(x, y, 'mouse');
    const name = found?.stack.length && found.id ? named(found, figure) : '';
    const words = found?.edge ? this.stage.overlay.label(found.edge) : name;
    plot.style.cursor = words ? 'pointer' : '';
    if (words) this.tip.show(words, x, y);
    else this.tip.hide();
  }

  /**
   * For those who do not see what has changed.
   *
   * @param {string} words
   */
  say(words) {
    this.said.textContent = words;
  }
}

/**
 * @param {Found} found
 * @param {Figure} figure
 */
function named({ id, end }, figure) {
  const name = figure.hipchain.names[id ?? ''];
  return end ? `${name}: ${ENDS[end]}` : name;
}
