// The picture: a drawing in its frame, with names; taps, keys, zoom by fingers, wheel and buttons.

import { fitted, mustShow, TALL_SECTION } from '../../diagram/browser/fit.js';
import { Gestures } from '../../diagram/browser/gestures.js';
import { listenToKeys, neighbour } from '../../diagram/browser/keyboard.js';
import { densityAt, nameBoxes, roomIn } from '../../diagram/browser/names.js';
import { part } from '../../diagram/browser/part.js';
import { Sight } from '../../diagram/browser/sight.js';
import { Tip } from '../../diagram/browser/tip.js';
import { drawNames } from '../../first/browser/labels.js';
import { paint } from '../../first/browser/mark.js';
import { under } from '../../first/browser/under.js';
import { lettering } from './lettering.js';
import { drawingOf, lit } from './state.js';

/** @import { Ranges } from '../../diagram/browser/types.js' */
/** @import { Book, State } from './types.js' */

export class Picture {
  /**
   * @param {HTMLElement} root
   * @param {Book} book
   * @param {(id: string | null) => void} tapped
   */
  constructor(root, book, tapped) {
    this.root = root;
    this.book = book;
    this.frame = part(root, '.hc-plot');
    this.diagram = part(root, '.hc-diagram');
    this.tip = new Tip(part(root, '.hc-tip'), this.diagram);
    this.name = '';
    /** @type {State | null} */
    this.state = null;
    this.sight = new Sight(this.frame, {
      follow: (transform) => this.follow(transform),
      sharpen: async (ranges) => this.draw(ranges),
    });
    this.listen(tapped);
  }

  /** @param {(id: string | null) => void} tapped */
  listen(tapped) {
    const { sight, frame } = this;
    const { signal } = new AbortController();
    const zoom = (/** @type {number} */ factor) => sight.zoom(factor);
    new Gestures(frame, {
      under: (x, y, pointer) => {
        if (!sight.pointAt(x, y)) return undefined;
        const id = under(frame, x, y, pointer === 'finger');
        return { id, stack: id ? [id] : [] };
      },
      press: () => {},
      tap: ({ id }) => tapped(id),
      hover: (x, y) => this.hover(x, y),
      leave: () => this.tip.hide(),
      zoom,
      ranges: () => sight.ranges,
      move: (ranges) => sight.move(ranges),
      hold: (held) => sight.hold(held),
    }).listen(signal);
    const walk = (/** @type {number} */ step) => tapped(neighbour(this.order, this.selected, step));
    listenToKeys(frame, { quiet: () => false, walk, clear: () => tapped(null), zoom }, signal);
    /** @type {NodeListOf<HTMLElement>} */
    const buttons = this.root.querySelectorAll('button[data-zoom]');
    for (const button of buttons) {
      button.addEventListener('click', () => zoom(Number(button.dataset.zoom)));
    }
    addEventListener('resize', () => this.resized());
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  hover(x, y) {
    const id = under(this.frame, x, y, false);
    if (id) this.tip.show(this.book.called[id][0], x, y);
    else this.tip.hide();
  }

  /** @param {State} state */
  show(state) {
    const { frame, name } = drawingOf(state);
    this.state = state;
    this.diagram.dataset.mode = state.colour === 'chain' ? `chain:${state.chain}` : state.colour;
    if (name !== this.name) {
      this.name = name;
      const { parts } = this.book.drawings[name];
      part(this.frame, '.hc-art > .hc-tenths').innerHTML = parts
        .map((n) => this.book.parts[n])
        .join('');
      this.data = { ...this.book.frames[frame], ...lettering(this.book, name) };
      this.fit();
    }
    this.mark(state.id);
  }

  /** @param {string | null} id */
  mark(id) {
    paint(this.frame, lit(this.book, id).join(' ') || null);
    const name = id ? this.book.called[id][0] : 'nothing';
    const { title } = this.book.views[this.state?.view ?? ''];
    const keys = 'Arrow keys move from structure to structure, Escape clears. Plus and minus zoom.';
    this.frame.ariaLabel = `Picture: ${title}. Selected: ${name}. ${keys}`;
  }

  /** As large as the frame allows. */
  fit() {
    if (!this.data || !this.state) return;
    const { data, frame } = this;
    const { view } = this.state;
    const look = this.book.views[view];
    for (const [side, words] of Object.entries(look)) {
      part(this.root, side === 'title' ? '.hc-title' : `.hc-side-${side}`).textContent = words;
    }
    const narrow = densityAt(frame.clientWidth) === 'narrow';
    const tall = data.section && narrow ? TALL_SECTION : data.tall;
    this.diagram.style.setProperty('--hc-tall', String(tall));
    const ranges = fitted(mustShow(data.extent, narrow, data.section), this.sight.size, {
      labels: nameBoxes(
        data.labels,
        roomIn(this.sight.size, data.section),
        getComputedStyle(frame).fontFamily,
        this.sight.size.height,
      ),
      points: data.low[narrow ? 'narrow' : 'wide'],
      section: data.section,
    });
    this.draw(this.sight.enter(view, ranges));
  }

  resized() {
    if (!this.frame.clientWidth) return; // another page is shown
    this.sight.forget();
    this.fit();
  }

  /** @param {Ranges} ranges what is in sight */
  draw({ x, y }) {
    const { data, frame } = this;
    if (!data) return;
    const { width, height } = this.sight.size;
    const box = `${x[0]} ${-y[1]} ${x[1] - x[0]} ${y[1] - y[0]}`;
    for (const svg of frame.querySelectorAll('.hc-art, .hc-over')) {
      svg.setAttribute('viewBox', box);
      svg.setAttribute('style', `width: ${width}px; height: ${height}px`); // whole px
    }
    const scale = width / (x[1] - x[0]);
    for (const tile of frame.querySelectorAll('pattern')) {
      tile.setAttribute('patternTransform', `scale(${10 / scale})`);
    }
    const names = part(frame, '.hc-names');
    const density = roomIn(this.sight.size, data.section);
    drawNames(names, data, density, { left: x[0], top: y[1], scale, high: height });
  }

  /** @param {string} transform */
  follow(transform) {
    /** @type {NodeListOf<SVGElement>} */
    const layers = this.frame.querySelectorAll('.hc-art, .hc-over, .hc-names');
    for (const svg of layers) svg.style.transform = transform;
  }

  /** What is seen, from the top of the picture to its foot. */
  get order() {
    return this.book.drawings[this.name].order.map((n) => this.book.ids[n]);
  }

  get selected() {
    return this.state?.id ?? null;
  }
}
