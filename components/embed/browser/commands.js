// What a host asks for, done one after the other: each begins when the app rests again.
//
// A choice goes to the diagram as one by name, which turns the picture to where it can be seen; all
// else is said in the address, as Back and Forward say it, and leaves no entry in the history.

import { followed } from './protocol.js';
import { hasTakenOver } from './watching.js';

/** @import { AppDiagram, Command, Known } from './types.js' */

/** How often to look, ms; how often the app must look at rest before it is believed. */
const LOOK = 40;
const SURE = 2;
/** How long a choice may take to stand in the address, ms. */
const PATIENCE = 4000;
/** More than these in the queue were not meant. */
const MOST = 50;
const EXPLORE = '#root .st-key-structure_card';
const DIAGRAM = '#root .hc-diagram.hc-ready, #root .hc-diagram.hc-failed';

export class Commands {
  /**
   * @param {Known} known
   * @param {(type: string) => void} refuse the page that is shown has no such choice
   */
  constructor(known, refuse) {
    this.known = known;
    this.refuse = refuse;
    /** @type {Command[]} */
    this.queue = [];
    this.isBusy = false;
  }

  /** @param {Command} command */
  take(command) {
    const last = this.queue.at(-1);
    if (last?.type === command.type) last.value = command.value;
    else if (this.queue.length < MOST) this.queue.push(command);
    this.next();
  }

  async next() {
    if (this.isBusy || !hasTakenOver()) return;
    this.isBusy = true;
    for (let command = this.queue.shift(); command; command = this.queue.shift()) {
      await until(rests, Number.POSITIVE_INFINITY);
      if (!document.querySelector(EXPLORE)) this.refuse(command.type);
      else if (command.type === 'select') await choose(command.value);
      else move(followed(location.search, command, this.known.bare));
    }
    this.isBusy = false;
  }
}

/** @param {string} value */
async function choose(value) {
  const diagram = /** @type {AppDiagram | null} */ (document.querySelector(DIAGRAM));
  const id = value === 'none' ? null : value;
  const stack = id ? [id] : [];
  diagram?.__diagram?.send?.({ id, stack, named: true, n: -1, at: Date.now() });
  const said = () => new URLSearchParams(location.search).get('structure') === value;
  await until(said, PATIENCE);
}

/** @param {string} search */
function move(search) {
  if (search === location.search) return;
  history.replaceState(history.state, '', location.pathname + search);
  dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
}

/** Whether the app has answered what it was asked before. */
function rests() {
  const app = /** @type {HTMLElement | null} */ (document.querySelector('#root .stApp'));
  return app?.dataset.testScriptState === 'notRunning';
}

/**
 * @param {() => boolean} holds
 * @param {number} longest ms
 */
async function until(holds, longest) {
  const end = performance.now() + longest;
  for (let seen = 0; seen < SURE && performance.now() < end; seen = holds() ? seen + 1 : 0) {
    await new Promise((done) => setTimeout(done, LOOK));
  }
}
