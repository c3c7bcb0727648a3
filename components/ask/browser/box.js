// The box and its list. The lines are links: a screen reader, a middle click and a finger find what
// they know; the arrow keys walk through them.

import { asked } from './asking.js';
import { takenOver } from './before.js';
import { walked, writes } from './keys.js';
import { Latest } from './latest.js';

/** @import { Answer, Component, Message, Root } from './types.js' */

const NONE = 'No answer came. Press Enter to load it as a page.';

export class Box {
  /** @param {Root} root */
  constructor(root) {
    this.root = root;
    this.text = /** @type {HTMLInputElement} */ (root.querySelector('.hc-ask-text'));
    this.clear = /** @type {HTMLElement} */ (root.querySelector('.hc-ask-clear'));
    this.list = /** @type {HTMLElement} */ (root.querySelector('.hc-ask-list'));
    this.status = /** @type {HTMLElement} */ (root.querySelector('[role=status]'));
    /** @type {Message | null} */
    this.data = null;
    this.direct = '';
    /** @type {string | null} */
    this.given = null;
    /** @type {Component['setTriggerValue']} */
    this.send = () => {};
    this.latest = new Latest(
      (question) => asked(this.data?.answers ?? '', question),
      (question, answer) => this.show(question, answer),
    );
    this.ends = new AbortController();
    this.listen();
    takenOver((typed, focused) => this.goOn(typed, focused));
  }

  listen() {
    const { signal } = this.ends;
    this.text.addEventListener('input', () => this.changed(), { signal });
    this.text.addEventListener('click', () => this.changed(), { signal });
    this.clear.addEventListener('click', () => this.emptied(), { signal });
    this.root.addEventListener('submit', (event) => this.submitted(event), { signal });
    this.root.addEventListener('keydown', (event) => this.pressed(event), { signal });
    this.list.addEventListener('click', (event) => this.chosen(event), { signal });
    const beside = (/** @type {Event} */ event) => {
      if (!this.root.contains(/** @type {Node} */ (event.target))) {
        this.close();
      }
    };
    document.addEventListener('pointerdown', beside, { signal });
    document.addEventListener('focusin', beside, { signal });
  }

  /**
   * @param {string} typed
   * @param {boolean} focused
   */
  goOn(typed, focused) {
    if (focused) {
      this.text.focus({ preventScroll: true });
    }
    if (typed) {
      this.text.value = typed;
      this.changed();
    }
  }

  /** @param {Message} data */
  update(data) {
    this.data = data;
    const typed = this.given === null && this.text.value; // before this script was there
    if (typed) {
      this.changed();
    } else if (data.value !== this.given && !this.text.matches(':focus')) {
      this.text.value = data.value; // what the address says; never over what is being typed
    }
    this.given = data.value;
    this.clear.hidden = !this.text.value;
  }

  get question() {
    return this.text.value.trim();
  }

  get lines() {
    return /** @type {HTMLElement[]} */ ([...this.list.querySelectorAll('a')]);
  }

  changed() {
    this.clear.hidden = !this.text.value;
    if (!this.question && this.data?.page) {
      this.close(); // the page itself shows what to ask
    } else {
      this.latest.want(this.question);
    }
  }

  emptied() {
    this.text.value = '';
    this.text.focus();
    this.changed();
  }

  /**
   * @param {string} question
   * @param {Answer | null} answer
   */
  show(question, answer) {
    this.direct = answer?.direct ? question : '';
    if (answer) {
      this.list.innerHTML = answer.html; // from our own server, escaped there
    } else {
      this.list.textContent = NONE;
    }
    this.list.classList.toggle('hc-ask-direct', Boolean(this.direct));
    this.list.hidden = false;
    this.list.scrollTop = 0;
    this.status.textContent = answer ? answer.said : NONE;
  }

  close() {
    this.latest.drop();
    this.list.hidden = true;
    this.direct = '';
  }

  /** @param {Event} event */
  submitted(event) {
    const first = this.list.querySelector('.hc-ask-answer');
    if (this.direct && this.direct === this.question && first) {
      event.preventDefault();
      /** @type {HTMLElement} */ (first).click();
    } else if (!this.question) {
      event.preventDefault();
    } else if (this.data?.page) {
      event.preventDefault();
      this.close();
      this.send('asked', this.question);
    }
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const { lines } = this;
    const at = lines.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (event.key === 'Escape') {
      this.escaped(event);
      return;
    }
    if (event.key === 'ArrowDown' && this.list.hidden) {
      event.preventDefault();
      this.changed();
      return;
    }
    const next = this.list.hidden ? null : walked(event.key, at, lines.length);
    if (next !== null) {
      event.preventDefault();
      (lines[next] ?? this.text).focus();
    } else if (at >= 0 && writes(event)) {
      this.text.focus(); // the key itself then goes into the box
    }
  }

  /** @param {KeyboardEvent} event */
  escaped(event) {
    if (!this.list.hidden) {
      event.preventDefault(); // the first closes the list, the second may clear the box
      this.close();
      this.text.focus();
    }
  }

  /** @param {MouseEvent} event */
  chosen(event) {
    const line = /** @type {HTMLElement} */ (event.target).closest('a');
    const id = line?.dataset.structure;
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!line || !id || !plain || !this.data?.here) {
      return; // a link like any other
    }
    event.preventDefault();
    const name = line.querySelector('.hc-ask-name')?.textContent ?? '';
    this.text.value = '';
    this.clear.hidden = true;
    this.close();
    this.text.focus();
    this.status.textContent = `${name}: shown`;
    this.send('chosen', id);
  }

  destroy() {
    this.ends.abort();
    this.latest.drop();
  }
}
