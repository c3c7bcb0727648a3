// The latest question wins: one is asked at a time, and when its answer comes, only the newest of
// those that were typed meanwhile is asked next. No timer, and no more requests than the line bears.

/** @import { Answer } from './types.js' */

const KEPT = 40;

export class Latest {
  /**
   * @param {(question: string) => Promise<Answer>} ask
   * @param {(question: string, answer: Answer | null) => void} show null where none came
   */
  constructor(ask, show) {
    this.ask = ask;
    this.show = show;
    /** @type {string | null} */
    this.wanted = null;
    this.busy = false;
    /** @type {Map<string, Answer>} */
    this.kept = new Map();
  }

  /** @param {string} question */
  want(question) {
    const known = this.kept.get(question);
    this.wanted = known ? null : question;
    if (known) {
      this.show(question, known);
    } else if (!this.busy) {
      this.next();
    }
  }

  /** Nothing is wanted any more: what is under way will not be shown. */
  drop() {
    this.wanted = null;
  }

  async next() {
    this.busy = true;
    while (this.wanted !== null) {
      const question = this.wanted;
      const answer = await this.ask(question).catch(() => null);
      if (answer) {
        this.keep(question, answer);
      }
      if (this.wanted === question) {
        this.wanted = null;
        this.show(question, answer);
      }
    }
    this.busy = false;
  }

  /**
   * @param {string} question
   * @param {Answer} answer
   */
  keep(question, answer) {
    this.kept.set(question, answer);
    if (this.kept.size > KEPT) {
      this.kept.delete(/** @type {string} */ (this.kept.keys().next().value));
    }
  }
}
