// Where a room's script begins: who is here, one who follows, one who shows, or one who may do either.

import { Bar } from './bar.js';
import { Behind } from './behind.js';
import { fromHash, keep, kept } from './kept.js';
import { Leading } from './lead.js';
import { anyRoom, anySecret, readRoom } from './letters.js';
import { Place } from './place.js';
import { page, param } from './screen.js';

const HOUR_MS = 3_600_000;
/** How often other letters are tried where the first are taken. */
const DRAWS = 5;
/** @type {Record<number, string>} */
const REFUSED = {
  429: 'Too many rooms are being opened. Try again in a few seconds.',
  503: 'All rooms are taken. Try again in a few minutes.',
};
const OFFLINE = 'The server does not answer. Try again.';

class Follow {
  constructor() {
    this.bar = new Bar();
    this.place = new Place();
    /** @type {Behind | null} */
    this.behind = null;
    this.opening = false;
  }

  start() {
    document.addEventListener('click', (event) => this.clicked(event));
    for (const type of ['hc-address', 'popstate']) {
      window.addEventListener(type, () => this.look());
    }
    const sent = fromHash();
    const lead = kept();
    if (sent) this.ask(sent);
    else if (lead) this.resume(lead);
    else this.look();
    this.place.draw();
  }

  /**
   * A link alone shows nobody's screen: it may be a stranger's.
   *
   * @param {import('./types.js').Lead} lead
   */
  ask(lead) {
    const own = kept();
    this.bar.show({
      said: `Show your screen in room ${lead.room}? Whoever is in it sees all that you open.`,
      buttons: [
        ['Show', () => this.resume(lead)],
        [
          'No',
          () => {
            this.bar.leave();
            if (own) this.resume(own);
            else this.look();
          },
        ],
      ],
    });
  }

  /** Follow the room that the address names. */
  look() {
    const room = readRoom(param('follow') ?? (page() === 'follow' ? param('room') : null));
    const shows = this.place.leading?.opened || this.opening;
    const follows = this.behind && !this.behind.ending.signal.aborted;
    if (!room || shows || (follows && this.behind?.room === room)) return;
    this.behind?.stop();
    this.place.tell(`Looking for room ${room} …`);
    this.behind = new Behind(room, this.bar, (said) => this.place.tell(said));
    this.behind.start();
  }

  /** @param {Event} event */
  clicked({ target }) {
    const act = target instanceof Element && target.closest('[data-follow]');
    if (act) this.show();
  }

  /** Open a room and show in it. */
  async show() {
    if (this.opening || this.place.leading?.opened) return;
    this.behind?.leave();
    let status = 409;
    for (let draw = 0; draw < DRAWS && status === 409; draw += 1) {
      status = await this.lead({
        room: anyRoom(),
        secret: anySecret(),
        until: Date.now() + HOUR_MS,
      });
    }
    if (status !== 200) this.place.refuse(REFUSED[status] ?? OFFLINE);
  }

  /** @param {import('./types.js').Lead} lead */
  async resume(lead) {
    if ((await this.lead(lead)) === 200) return;
    keep(null);
    this.bar.leave();
    this.look();
  }

  /**
   * @param {import('./types.js').Lead} lead
   * @returns {Promise<number>}
   */
  async lead(lead) {
    this.opening = true;
    const leading = new Leading(lead, this.bar, () => this.place.draw());
    const status = await leading.open();
    this.opening = false;
    if (status !== 200) return status;
    this.place.wrong = '';
    this.place.leading = leading;
    leading.start();
    this.place.draw();
    return 200;
  }
}

export function start() {
  new Follow().start();
}
