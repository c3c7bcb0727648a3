// A value that stays in the reader's browser: read from local storage when Python asks, written
// when Python sends a new one.

/**
 * @typedef {object} Message
 * @property {string} name under which the value is kept
 * @property {string | null} value null: nothing to write
 * @property {boolean} ask whether Python wants to know what is there
 */

/**
 * @type {Map<string, string>} what was written last, by name: every message brings the value again
 */
const written = new Map();

/** @param {{ data: Message, setTriggerValue: (name: string, value: unknown) => void }} component */
export default function ({ data: { name, value, ask }, setTriggerValue }) {
  try {
    if (value !== null && written.get(name) !== value) {
      written.set(name, value);
      localStorage.setItem(name, value);
    }
    if (ask) setTriggerValue('found', { text: localStorage.getItem(name) });
  } catch {
    // storage is switched off: the app says so
    if (ask) setTriggerValue('found', { text: null, refused: true });
  }
}
