// What happens on the page, told to whoever embeds it: that the app is there, what is selected, how
// a question was answered.

import { selected } from './protocol.js';

/** @import { Known } from './types.js' */

const ANSWER = '#root [data-answered]';
const EXPLORE = '#hc-first[data-page=explore], #root .st-key-structure_card';

/** Whether the app answers instead of what the server has sent to be read before. */
export const hasTakenOver = () =>
  !document.querySelector('#hc-first') && document.querySelector('#root .stApp') !== null;

export class Watching {
  /**
   * @param {Known} known
   * @param {(type: string, more: object) => void} tell
   * @param {() => void} ready
   */
  constructor(known, tell, ready) {
    this.known = known;
    this.tell = tell;
    this.ready = ready;
    this.isReady = false;
    /** @type {string | null | undefined} undefined: Explore is not shown */
    this.chosen = undefined;
    this.answered = '';
  }

  listen() {
    const look = () => this.look();
    const seen = { childList: true, subtree: true, attributes: true };
    new MutationObserver(look).observe(document.body, {
      ...seen,
      attributeFilter: ['data-answered', 'data-test-script-state'],
    });
    addEventListener('popstate', look);
    for (const name of /** @type {const} */ (['pushState', 'replaceState'])) {
      const before = history[name].bind(history);
      history[name] = (...all) => {
        before(...all);
        look();
      };
    }
    look();
  }

  look() {
    if (!this.isReady && hasTakenOver()) {
      this.isReady = true;
      this.ready();
    }
    this.lookAtChoice();
    this.lookAtAnswer();
  }

  /** What is selected now; a page that has just come is no choice of the reader's. */
  lookAtChoice() {
    const before = this.chosen;
    this.chosen = document.querySelector(EXPLORE)
      ? selected(location.search, this.known)
      : undefined;
    if (before === undefined || this.chosen === undefined || this.chosen === before) return;
    this.tell('selected', this.choice());
  }

  choice() {
    const { chosen, known } = this;
    return { structure: chosen ?? null, name: chosen ? known.select[chosen] : null };
  }

  lookAtAnswer() {
    const verdict = /** @type {HTMLElement | null} */ (document.querySelector(ANSWER));
    const { answered = '', question = '', right } = verdict?.dataset ?? {};
    const before = this.answered;
    this.answered = answered && `${answered} ${question}`;
    if (!answered || this.answered === before) return;
    this.tell('answered', { question, right: right === 'true', number: Number(answered) });
  }
}
