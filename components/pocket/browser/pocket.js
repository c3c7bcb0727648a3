// The file as it is opened: the hash says what is shown, and Back leads to what was shown before.

import { part } from '../../diagram/browser/part.js';
import { choose } from './controls.js';
import { listenToBox } from './find.js';
import { Picture } from './picture.js';
import { Places } from './places.js';
import { keyOf, named, read, unknown } from './route.js';
import { hashOf, START, stateOf, strange } from './state.js';
import { put, unfold } from './text.js';
import { unpack } from './unpack.js';

const NOT_HERE =
  'The link names something that this file does not have; the usual is shown instead.';

/** @import { Book, State } from './types.js' */

export function start() {
  const root = part(document.body, '#hc-first');
  /** @type {Book} */
  const book = JSON.parse(part(document.body, '#hc-book').textContent ?? '');
  book.pictures = unpack(book.figures);
  new Pocket(root, book).listen();
}

class Pocket {
  /**
   * @param {HTMLElement} root
   * @param {Book} book
   */
  constructor(root, book) {
    this.root = root;
    this.book = book;
    this.explore = part(root, '#hc-explore');
    this.text = part(root, '#hc-text');
    this.state = START;
    this.shown = '';
    this.picture = new Picture(root, book, (id) => this.tapped(id));
    this.places = new Places();
  }

  listen() {
    listenToBox(this.root, this.book, (id) => {
      const group = id.startsWith('group.');
      return group ? `#group=${id.slice(6)}` : `#structure=${id}`;
    });
    addEventListener('hashchange', () => this.show());
    part(this.root, '.hc-peek').addEventListener('click', () => {
      part(this.root, '[data-card]').scrollIntoView();
    });
    part(this.root, '.hc-skip').addEventListener('click', (event) => {
      event.preventDefault();
      part(this.root, 'main').focus();
    });
    const menu = /** @type {HTMLDetailsElement} */ (part(this.root, '.hc-menu'));
    menu.addEventListener('click', ({ target }) => {
      if (target instanceof HTMLElement && target.closest('a')) menu.open = false;
    });
    this.root.addEventListener('click', (event) => this.again(event));
    this.text.classList.remove('hc-waiting');
    this.root.dataset.tap = ''; // from here on a tap is answered
    this.show();
  }

  /**
   * A link to where one is already leads there again: to the record that it names.
   *
   * @param {MouseEvent} event
   */
  again({ target }) {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link?.hash && link.hash === location.hash) this.show();
    else this.places.still = link?.matches('.hc-seg a') ?? false;
  }

  /** @param {string | null} id */
  tapped(id) {
    this.picture.mark(id); // in this frame; the address follows
    const hash = hashOf({ ...this.state, id });
    if (hash === location.hash) return;
    this.places.still = true;
    location.hash = hash;
  }

  show() {
    const { page, params } = read(location.hash);
    const key = page === 'explore' ? undefined : keyOf(page, params, this.book.pages);
    const now = key === undefined ? 'explore' : page;
    const turned = now !== this.root.dataset.page;
    this.root.dataset.page = now;
    this.explore.hidden = key !== undefined;
    this.text.hidden = key === undefined;
    this.here(now);
    if (key === undefined) this.look(params);
    else this.read(key);
    const there = this.places.enter(turned || key !== undefined);
    const isFound = key === undefined || there || unfold(this.text, named(params));
    const isStrange = key === undefined && strange(params, this.book);
    this.note(!isFound || isStrange || unknown(page, params, this.book.pages));
    if (turned && this.shown) part(this.root, 'main').focus({ preventScroll: true });
    this.shown = now;
  }

  /** @param {URLSearchParams} params */
  look(params) {
    const { book, root } = this;
    const id = this.state.id;
    this.state = stateOf(params, book, this.state);
    choose(this.explore, book, this.state);
    this.picture.show(this.state);
    this.say(this.state);
    put(part(root, '[data-card]'), book.cards[this.state.id ?? ''], book);
    const name = this.state.id ? book.called[this.state.id][0] : 'Nothing selected';
    if (this.state.id !== id) part(root, '.hc-said').textContent = name;
    document.title = `${name} · HipChain pocket edition`;
  }

  /** @param {string} page */
  here(page) {
    for (const link of this.root.querySelectorAll('header nav a')) {
      const isHere = read(/** @type {HTMLAnchorElement} */ (link).hash).page === page;
      link.ariaCurrent = isHere ? 'page' : null;
    }
  }

  /** @param {boolean} isWanted whether the link names what is not here */
  note(isWanted) {
    const line = part(this.root, '#hc-note');
    line.hidden = !isWanted;
    line.textContent = isWanted ? NOT_HERE : '';
  }

  /** @param {State} state */
  say({ id }) {
    part(this.root, '.hc-diagram').classList.toggle('hc-inviting', !id);
    part(this.root, '.hc-peek').hidden = !id;
    part(this.root, '.hc-peek-words').innerHTML = id ? this.book.peeks[id] : '';
  }

  /** @param {string} key */
  read(key) {
    if (this.text.dataset.key !== key) put(this.text, this.book.pages[key], this.book);
    this.text.dataset.key = key;
    document.title = `${this.book.titles[key]} · HipChain pocket edition`;
  }
}
