// Who follows: waits for the presenter's newest step and goes there, until a tap on Leave.

import { forget, go, here, page, same } from './screen.js';
import { pause, talk } from './talk.js';

/** @import { Bar } from './bar.js' */
/** @import { Shown } from './types.js' */

export const LEFT = 'The presenter has left; you can go on by yourself.';
export const OVER = 'The room has ended; you can go on by yourself.';
/** How often a room is asked for that is not there: it may be opened again on another server. */
const TRIES = 4;
const PAUSE = 2500;

export class Behind {
  /**
   * @param {string} room
   * @param {Bar} bar
   * @param {(said: string) => void} tell what the page of the room is to say
   */
  constructor(room, bar, tell) {
    this.room = room;
    this.bar = bar;
    this.tell = tell;
    this.ending = new AbortController();
    this.n = -1;
    /** @type {string | null} */
    this.at = null;
    this.present = true;
    this.missed = 0;
    this.going = false;
  }

  start() {
    const { signal } = this.ending;
    for (const type of ['hc-address', 'popstate']) {
      window.addEventListener(type, () => this.show(), { signal });
    }
    this.wait();
  }

  async wait() {
    const { signal } = this.ending;
    while (!signal.aborted) {
      const after = this.n < 0 ? undefined : this.n;
      /** @type {import('./types.js').Reply<Shown>} */
      const { status, found } = await talk('wait', this.room, { after, signal });
      if (!signal.aborted) await this.answered(status, found);
    }
  }

  /**
   * @param {number} status
   * @param {Shown | null} found
   */
  async answered(status, found) {
    if (found?.none || status === 400) await this.none();
    else if (status === 200 && found) this.news(found);
    else if (status !== 204) await this.later(status);
  }

  /** @param {Shown} found */
  news({ n, at, here: present, ended }) {
    this.missed = 0;
    this.n = n;
    this.present = present;
    if (ended) return this.end(OVER);
    const another = at !== null && at !== this.at;
    this.at = at;
    this.show();
    if (another) this.move();
    else if (at === null) this.tell(`You are in room ${this.room}. Nothing is shown yet.`);
  }

  /** There is no such room, or no more. */
  async none() {
    this.missed += 1;
    const known = this.n >= 0;
    if (this.missed < (known ? TRIES : 2)) return pause(PAUSE);
    if (known || page() !== 'follow') return this.end(OVER);
    this.stop();
    this.tell(`There is no room ${this.room} now. Ask for the letters again.`);
  }

  /** @param {number} status */
  later(status) {
    if (status === 503) this.tell(`Room ${this.room} is full. Trying again …`);
    return pause(PAUSE);
  }

  /** Go to the newest step, one way at a time. */
  async move() {
    if (this.going) return;
    this.going = true;
    let gone = null;
    while (this.at !== null && gone !== this.at && !this.ending.signal.aborted) {
      gone = this.at;
      await go(gone, this.room);
    }
    this.going = false;
    this.show();
  }

  show() {
    if (this.ending.signal.aborted || this.n < 0) return;
    /** @type {[string, () => void][]} */
    const buttons = [['Leave', () => this.leave()]];
    const astray = this.present && this.at !== null && !this.going && !same(here(), this.at);
    if (astray && page() !== 'follow') buttons.unshift(['Back to the screen', () => this.move()]);
    this.bar.show({ said: this.present ? `Following ${this.room}` : LEFT, buttons });
  }

  /** By a tap: nothing more is said. */
  leave() {
    this.stop();
    this.bar.leave();
    forget();
  }

  /** @param {string} said */
  end(said) {
    this.stop();
    this.tell(said);
    forget();
    this.bar.show({ said, buttons: [['Close', () => this.bar.leave()]] });
  }

  stop() {
    this.ending.abort();
  }
}
