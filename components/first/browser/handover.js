// From the first answer to the app: in one frame, with what was tapped, scrolled, unfolded and
// focused.

/** @import { AppDiagram } from './types.js' */
/** @import { Picture } from './first_picture.js' */

/** How often to look, ms; how often the app must look ready before it is believed. */
const LOOK = 40;
const SURE = 2;
/** How long the app's page may wait for its picture, ms: one that hangs must not keep the rest. */
const LONGEST = 30_000;
/** How long to wait for the card of what was tapped here, ms. */
const PATIENCE = 4000;
const PICKED = '.hc-diagram.hc-ready';
const UNDRAWN = '.hc-diagram:not(.hc-ready, .hc-failed)';

export class Handover {
  /**
   * @param {HTMLElement} layer
   * @param {HTMLElement} root
   * @param {Picture | null} picture
   */
  constructor(layer, root, picture) {
    this.layer = layer;
    this.root = root;
    this.picture = picture;
    this.seen = 0;
    this.asked = 0;
    /** @type {string | null | undefined} what the app was asked to show; undefined: nothing yet */
    this.wanted = undefined;
    this.since = 0;
  }

  watch() {
    const look = () => {
      this.seen = this.isReady() ? this.seen + 1 : 0;
      if (this.seen >= SURE && this.agreed()) requestAnimationFrame(() => this.swap());
      else setTimeout(look, LOOK);
    };
    look();
  }

  /** Whether the app has drawn its page, with its picture where there is one here. */
  isReady() {
    if (!isDrawn(this.root)) return false;
    this.since ||= performance.now();
    const pictured = this.picture || this.layer.querySelector('.hc-room');
    return !pictured || hasPicture(this.root) || performance.now() - this.since > LONGEST;
  }

  /** Whether the app shows what was tapped here; it is told where it does not. */
  agreed() {
    const chosen = this.picture?.chosen;
    const diagram = /** @type {AppDiagram | null} */ (this.root.querySelector(PICKED));
    if (chosen === undefined || !diagram) return true;
    const name = (chosen && this.picture?.data.names[chosen]) || 'Nothing selected';
    if (this.root.querySelector('.st-key-structure_card h2')?.textContent === name) return true;
    const now = performance.now();
    if (this.wanted !== chosen) {
      this.wanted = chosen; // a second tap may come while the first is answered
      this.asked = now;
      const stack = chosen ? [chosen] : [];
      diagram.__diagram?.send?.({ id: chosen, stack, n: -1, at: Date.now() });
    }
    return now - this.asked > PATIENCE;
  }

  swap() {
    const { layer, root } = this;
    const main = root.querySelector('[data-testid=stMain]');
    const focused = document.activeElement;
    const words = focused && layer.contains(focused) ? wordsOf(focused) : '';
    unfold(layer, root);
    root.inert = false;
    const from = layer.scrollTop;
    layer.remove();
    this.picture?.ending.abort();
    if (main && from) main.scrollTop = from;
    if (words) counterpart(root, words)?.focus({ preventScroll: true });
  }
}

/**
 * Whether the app has run and drawn all but its picture.
 *
 * @param {Element} root
 */
function isDrawn(root) {
  const app = /** @type {HTMLElement | null} */ (root.querySelector('[data-testid=stApp]'));
  if (app?.dataset.testScriptState !== 'notRunning') return false;
  if (app.dataset.testConnectionState !== 'CONNECTED') return false;
  if (!root.querySelector('[data-testid=stMain] [data-testid=stElementContainer]')) return false;
  return !root.querySelector('[data-testid=stSkeleton], [data-stale=true]');
}

/**
 * Whether the picture is drawn, or will not be.
 *
 * @param {Element} root
 */
function hasPicture(root) {
  if (root.querySelector('[data-testid=stAlert]')) return true; // the page has failed and says so
  return Boolean(root.querySelector('.hc-diagram')) && !root.querySelector(UNDRAWN);
}

/**
 * What folds open stays open, and what was folded stays so.
 *
 * @param {Element} layer
 * @param {Element} root
 */
function unfold(layer, root) {
  /** @type {Record<string, boolean[]>} by words, in their order: a claim may stand on a page twice */
  const were = {};
  /** @param {Element} fold */
  const alike = (fold) => (were[wordsOf(/** @type {Element} */ (fold.firstElementChild))] ??= []);
  for (const fold of layer.querySelectorAll('.stHtml details')) {
    alike(fold).push(fold.hasAttribute('open'));
  }
  for (const fold of root.querySelectorAll('.stHtml details')) {
    const open = alike(fold).shift();
    if (open !== undefined) fold.toggleAttribute('open', open);
  }
}

/**
 * What an element is called: by its words, or as the picture.
 *
 * @param {Element} element
 */
const wordsOf = (element) =>
  element.matches('.hc-plot') ? '.hc-plot' : (element.textContent ?? '').trim();

/**
 * The app's element in the place of one of the first answer's.
 *
 * @param {Element} root
 * @param {string} words
 * @returns {HTMLElement | null | undefined}
 */
function counterpart(root, words) {
  if (words === '.hc-plot') return root.querySelector(words);
  /** @type {NodeListOf<HTMLElement>} */
  const all = root.querySelectorAll('a[href], button, summary');
  return [...all].find((element) => wordsOf(element).endsWith(words));
}
