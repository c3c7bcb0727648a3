// The page of a room: what its script says and shows there, also when the app draws the page anew.

import { ownLink } from './kept.js';
import { many } from './lead.js';

/** @import { Leading } from './lead.js' */

const HOUR = { hour: '2-digit', minute: '2-digit' };

export class Place {
  constructor() {
    /** @type {Leading | null} */
    this.leading = null;
    this.said = '';
    this.wrong = '';
    /** @type {Map<Element, string>} what the page held before */
    this.before = new Map();
    const seen = new MutationObserver(() => this.draw());
    seen.observe(document.body, { childList: true, subtree: true });
  }

  /** @param {string} said to who follows */
  tell(said) {
    this.said = said;
    this.draw();
  }

  /** @param {string} wrong to who wants to show */
  refuse(wrong) {
    this.wrong = wrong;
    this.draw();
  }

  draw() {
    for (const line of document.querySelectorAll('.hc-follow-said')) {
      if (line.textContent !== this.said) line.textContent = this.said;
    }
    for (const show of document.querySelectorAll('.hc-follow-show')) this.fill(show);
  }

  /** @param {Element} show */
  fill(show) {
    if (!this.before.has(show)) this.before.set(show, show.innerHTML);
    const opened = this.leading?.opened;
    const state = opened ? `open ${opened.room}` : `shut ${this.wrong}`;
    if (show.getAttribute('data-state') !== state) {
      show.setAttribute('data-state', state);
      if (opened) show.replaceChildren(...this.room());
      else show.innerHTML = /** @type {string} */ (this.before.get(show));
      if (!opened && this.wrong) show.append(element('p', { role: 'status' }, this.wrong));
    }
    const count = show.querySelector('.hc-follow-count');
    const said = many(this.leading?.count ?? 0);
    const words = said[0].toUpperCase() + said.slice(1);
    if (count && count.textContent !== words) count.textContent = words;
  }

  /** What an open room shows: its letters, the link, its code, and the way on. */
  room() {
    const { opened, lead } = /** @type {Leading} */ (this.leading);
    const { room, link, code } = /** @type {import('./types.js').Opened} */ (opened);
    const until = new Date(lead.until).toLocaleTimeString('en-GB', /** @type {any} */ (HOUR));
    const how = element('p', {}, 'Others scan the code, open ');
    const path = link.replace(/^https?:\/\//, '');
    how.append(element('a', { href: link, 'data-alone': '' }, path));
    how.append(' or type the letters under Follow.');
    const next = element('p', { class: 'hc-follow-next' });
    next.append(element('a', { href: './' }, 'Begin with the picture'));
    const words = element('div', {});
    words.append(
      element('p', { class: 'hc-follow-count' }),
      how,
      element('p', {}, `Every page that you open from here on is shown, until ${until}.`),
      next,
    );
    const beside = element('div', { class: 'hc-follow-beside' });
    const alt = `The link of room ${room} as a code to scan`;
    beside.append(element('img', { class: 'hc-code', alt, src: code }), words);
    const letters = element('p', { class: 'hc-follow-letters' }, room);
    return [letters, beside, this.another(lead)];
  }

  /**
   * The way to show from another device, folded: it is a secret.
   *
   * @param {import('./types.js').Lead} lead
   */
  another(lead) {
    const fold = element('details', {});
    fold.append(
      element('summary', {}, 'Show from another device'),
      element('p', {}, 'Whoever has this link shows in your place: keep it off the projector.'),
      element('input', {
        readonly: '',
        value: ownLink(lead),
        'aria-label': 'The link to show from another device',
      }),
    );
    return fold;
  }
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {string} [words]
 */
function element(name, attributes, words = '') {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = words;
  return made;
}
