// Who shows: every new address goes to the room, the newest first; a question that stays open tells
// the server that somebody is there.

import { keep } from './kept.js';
import { here, page } from './screen.js';
import { pause, talk } from './talk.js';

/** @import { Bar } from './bar.js' */
/** @import { Held, Lead, Opened, Reply } from './types.js' */

/** A new page and what it shows come as two addresses, moments apart, ms. */
const TOGETHER = 60;
const PAUSE = 2000;

/** @param {number} count */
export function many(count) {
  if (!count) return 'nobody follows yet';
  return count === 1 ? '1 follows' : `${count} follow`;
}

export class Leading {
  /**
   * @param {Lead} lead
   * @param {Bar} bar
   * @param {() => void} changed draws the page of the room anew
   */
  constructor(lead, bar, changed) {
    this.lead = lead;
    this.bar = bar;
    this.changed = changed;
    this.ending = new AbortController();
    /** @type {Opened | null} */
    this.opened = null;
    this.count = 0;
    /** @type {string | null} */
    this.sent = null;
    this.busy = false;
    this.timer = 0;
  }

  /** @returns {Promise<number>} the status: 200, or why there is no room */
  async open() {
    const { room, secret, until } = this.lead;
    if (Date.now() > until) return 404;
    /** @type {Reply<Opened>} */
    const { status, found } = await talk('open', room, { body: { secret } });
    if (status !== 200 || !found) return status;
    this.opened = found;
    this.lead.until = Math.min(until, Date.now() + found.left * 1000);
    keep(this.lead);
    this.sent = null;
    return 200;
  }

  start() {
    const { signal } = this.ending;
    for (const type of ['hc-address', 'popstate']) {
      window.addEventListener(type, () => this.soon(), { signal });
    }
    this.show();
    this.step();
    this.hold();
  }

  soon() {
    this.show();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.step(), TOGETHER);
  }

  /** One step under way at a time; what comes meanwhile follows it, the latest only. */
  async step() {
    const { room, secret } = this.lead;
    if (this.busy) return;
    this.busy = true;
    while (!this.ending.signal.aborted && page() !== 'follow' && here() !== this.sent) {
      const at = here();
      const { status } = await talk('step', room, { body: { secret, at } });
      if (status === 200 || status === 400) this.sent = at;
      else if (status === 429) await pause(500);
      else break; // `hold` will notice, and open the room again
    }
    this.busy = false;
  }

  async hold() {
    const { room, secret } = this.lead;
    const { signal } = this.ending;
    while (!signal.aborted) {
      const body = { secret, count: this.count };
      /** @type {Reply<Held>} */
      const { status, found } = await talk('hold', room, { body, signal });
      if (signal.aborted) return;
      if (status === 200 && found) this.held(found);
      else await this.again(status);
    }
  }

  /** @param {Held} found */
  held({ count, ended }) {
    if (ended) return this.over('The room has ended.');
    this.count = count;
    this.show();
    this.changed();
    this.step(); // where the last one was lost
  }

  /**
   * The room is not there: this server is new, or the hour is over.
   *
   * @param {number} status
   */
  async again(status) {
    if (status === 404) {
      const opened = await this.open();
      if (opened === 200) return this.step();
      if (opened === 404 || opened === 409) return this.over('The room has ended.');
    }
    if (status === 403) return this.over('Somebody else has these letters now.');
    await pause(PAUSE);
  }

  show() {
    if (this.ending.signal.aborted || !this.opened) return;
    const said = `Showing in ${this.lead.room} · ${many(this.count)}`;
    this.bar.show({ said, buttons: [['End', () => this.end()]] });
  }

  /** By a tap. */
  async end() {
    const { room, secret } = this.lead;
    this.stop();
    this.bar.leave();
    await talk('end', room, { body: { secret } });
  }

  /** @param {string} said */
  over(said) {
    this.stop();
    this.bar.show({ said, buttons: [['Close', () => this.bar.leave()]] });
  }

  stop() {
    this.ending.abort();
    clearTimeout(this.timer);
    keep(null);
    this.opened = null;
    this.changed();
  }
}
