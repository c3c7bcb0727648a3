// What a host asks for, done one after the other: each begins when the app rests again.
//
// A choice goes to the diagram as one by name, which turns the picture to where it can be seen; all
// else is said in the address, as Back and Forward say it, and leaves no entry in the history.

import { followed, NOTHING, unframed } from './protocol.js';
import { hasTakenOver } from './watching.js';

/** @import { AppDiagram, Command, Known } from './types.js' */

/** How often to look, ms; how often the app must look at rest before it is believed. */
const LOOK = 40;
const SURE = 2;
/** So long an answer is waited for, ms. */
const PATIENCE = 30_000;
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
      await until(rests);
      if (!document.querySelector(EXPLORE)) this.refuse(command.type);
      else if (command.type === 'select') await choose(command.value);
      else move(followed(location.search, command, this.known.bare));
    }
    this.isBusy = false;
  }
}

/** @param {string} value */
async function choose(value) {
  await until(() => document.querySelector(DIAGRAM) !== null);
  const before = heard()?.picks;
  if (before === undefined) {
    const said = new URLSearchParams(location.search); // the picture never came
    said.set('structure', value);
    return move(`?${said}`);
  }
  const id = value === NOTHING ? null : value;
  const stack = id ? [id] : [];
  diagram()?.send({ id, stack, named: true, n: -1, at: Date.now() });
  await until(() => (heard()?.picks ?? before) !== before);
}

function diagram() {
  const root = /** @type {AppDiagram | null} */ (document.querySelector(DIAGRAM));
  return root?.__diagram;
}

const heard = () => diagram()?.heard;

/** @param {string} search */
function move(search) {
  if (search === location.search) return;
  history.replaceState(history.state, '', location.pathname + search);
  dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
}

/**
 * Whether the app has answered what it was asked before: it rests, and its picture is drawn from what
 * the address says. What is said sooner would be written over, or what is chosen undone.
 */
function rests() {
  const app = /** @type {HTMLElement | null} */ (document.querySelector('#root .stApp'));
  if (app?.dataset.testScriptState !== 'notRunning') return false;
  return !document.querySelector(EXPLORE) || isDrawn(location.search, heard()?.said);
}

/**
 * Whether a picture was drawn from an address; so is what comes without a word about it.
 *
 * @param {string} search
 * @param {Record<string, string>} [said] what the address said when the picture was drawn
 */
export function isDrawn(search, said) {
  if (!said) return true;
  const now = Object.fromEntries(unframed(search)); // of several the last, as the app reads it
  const names = new Set([...Object.keys(now), ...Object.keys(said)]);
  return [...names].every((name) => now[name] === said[name]);
}

/**
 * Wait, but not for ever: what does not come was lost on the way.
 *
 * @param {() => boolean} holds
 */
async function until(holds) {
  let seen = 0;
  for (let looks = 0; seen < SURE && looks * LOOK < PATIENCE; looks += 1) {
    await new Promise((done) => setTimeout(done, LOOK));
    seen = holds() ? seen + 1 : 0;
  }
}
