// A value that stays in the reader's browser: read from local storage when Python asks, written
// when Python sends a new one.

/**
 * @typedef {object} Message
 * @property {string} name under which the value is kept
 * @property {string | null} value null: nothing to write
 * @property {boolean} ask whether Python wants to know what is there
 * @property {boolean} whole whether the value replaces what is there, instead of being merged with it
 */

/**
 * @type {Map<string, string>} what was written last, by name: every message brings the value again
 */
const written = new Map();

/** @typedef {Record<string, { last_review: string }>} Cards */
/** @typedef {{ cards?: Cards, days?: string[], rounds?: number }} Progress */

/**
 * What two tabs have written (data/quiz/progress.py does the same with a file): of each card the
 * later one, and the days of both.
 *
 * @param {string | null} kept
 * @param {string} value
 */
function merged(kept, value) {
  try {
    /** @type {[Progress, Progress]} */
    const [before, now] = [JSON.parse(kept || '{}'), JSON.parse(value)];
    const cards = { ...before.cards, ...now.cards };
    for (const [id, card] of Object.entries(before.cards || {})) {
      if (Date.parse(card.last_review) > Date.parse(cards[id].last_review)) cards[id] = card;
    }
    const days = [...new Set([...(before.days || []), ...(now.days || [])])].sort();
    const rounds = Math.max(before.rounds || 0, now.rounds || 0);
    return JSON.stringify({ ...now, cards, days: days.slice(-400), rounds });
  } catch {
    return value; // what was kept is damaged
  }
}

/** @param {{ data: Message, setTriggerValue: (name: string, value: unknown) => void }} component */
export default function ({ data: { name, value, ask, whole }, setTriggerValue }) {
  try {
    if (value !== null && written.get(name) !== value) {
      written.set(name, value);
      localStorage.setItem(name, whole ? value : merged(localStorage.getItem(name), value));
    }
    if (ask) setTriggerValue('found', { text: localStorage.getItem(name) });
  } catch {
    // storage is switched off: the app says so
    if (ask) setTriggerValue('found', { text: null, refused: true });
  }
}
