// The foot of the picture where the card is out of sight: the head of the card of what is selected,
// painted before Python answers. A tap or a pull brings the card, and brings the picture back.

import { fetchHeads } from './fetching.js';
import { oncePerFrame } from './frames.js';
import { part } from './part.js';

/** @import { Message, Root } from './types.js' */

/** How far up the peek is pulled to open, px. */
const PULLED = 20;
/** So much of the card must be in sight, px: its name, sign and word. */
const HEAD = 90;
/** The bar at the top of the page, px; within a page of another's it is one at the foot. */
const BAR = 60;
const FOOT = 44;
const bars = () =>
  document.querySelector('.hc-embed-bar') ? { top: 0, foot: FOOT } : { top: BAR, foot: 0 };

export class Peek {
  /** @param {Root} root */
  constructor(root) {
    this.root = root;
    this.button = part(root, '.hc-peek');
    this.words = part(root, '.hc-peek-words');
    this.act = part(root, '.hc-peek-act');
    /** @type {Message['peek']} null: this picture has none */
    this.about = null;
    /** @type {Record<string, string>} HTML by id; empty until it has come */
    this.heads = {};
    /** @type {string | null} */
    this.id = null;
    /** Where it was pressed, px of the page. */
    this.from = NaN;
    /** Width of the window, px. */
    this.wide = window.innerWidth;
  }

  /** @param {AbortSignal} signal ends it */
  listen(signal) {
    const soon = oncePerFrame();
    const watch = () => soon(() => this.look());
    window.addEventListener('scroll', watch, { capture: true, passive: true, signal });
    window.addEventListener('resize', () => soon(() => this.resized()), { signal });
    this.button.addEventListener('click', () => this.go(), { signal });
    this.button.addEventListener('pointerdown', (event) => this.press(event.clientY), { signal });
    this.button.addEventListener('pointermove', ({ clientY }) => this.pull(clientY), { signal });
  }

  /**
   * What a message asks for. The heads come beside the drawing, which does not wait for them.
   *
   * @param {Message} data
   */
  async expect({ peek, hint }) {
    this.about = peek;
    this.root.classList.toggle('hc-footed', Boolean(peek));
    this.root.classList.toggle('hc-inviting', Boolean(hint));
    if (!peek) return;
    try {
      this.heads = await fetchHeads(peek.heads);
      this.show(this.id);
    } catch {
      this.heads = {}; // the card says the same, further down
    }
  }

  /** @param {string | null} id what is selected */
  show(id) {
    const other = id !== this.id;
    this.id = id;
    const head = (id && this.heads[id]) || '';
    if (this.words.dataset.id !== (head && id)) {
      this.words.innerHTML = head; // escaped by Python
      this.words.dataset.id = head && id ? id : '';
    }
    this.button.hidden = head === '';
    if (other) this.place();
    else this.look();
  }

  /** It has its place where the card of what was tapped is out of sight; scrolling alone moves nothing. */
  place() {
    this.root.classList.toggle('hc-card-away', !this.isCardInSight && !this.button.hidden);
    this.look();
  }

  /** A window that is as wide as before is lower or higher by a browser's bar: it comes as one scrolls. */
  resized() {
    if (this.wide === window.innerWidth) this.look();
    else this.place();
    this.wide = window.innerWidth;
  }

  /** It says which way it leads. */
  look() {
    const seen = this.isCardInSight;
    this.button.classList.toggle('hc-back', seen);
    this.act.textContent = seen ? 'Back to the picture' : 'Open the card';
  }

  /** The name on the card. */
  get heading() {
    return this.about && document.querySelector(`${this.about.card} h2`);
  }

  get isCardInSight() {
    const top = this.heading?.getBoundingClientRect().top ?? 0;
    const bar = bars();
    return top >= bar.top && top < window.innerHeight - bar.foot - HEAD;
  }

  /** @param {number} y */
  press(y) {
    this.from = y;
  }

  /** @param {number} y */
  pull(y) {
    if (this.from - y < PULLED) return;
    this.from = NaN;
    if (!this.isCardInSight) this.go();
  }

  /** To the card, or back to the picture. */
  go() {
    const heading = /** @type {HTMLElement | null} */ (this.heading);
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
    if (this.isCardInSight || !heading) {
      this.root.scrollIntoView({ block: 'end', behavior });
      return;
    }
    // below the picture: the peek stays in sight, as the way back
    const beside = heading.getBoundingClientRect().left > this.root.getBoundingClientRect().right;
    heading.style.scrollMarginTop = `${bars().top + 10}px`;
    (beside ? heading : this.button).scrollIntoView({ block: 'start', behavior });
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true }); // keyboard and screen reader go on where the eye does
  }
}
