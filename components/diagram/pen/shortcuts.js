// The pen's keys, while the picture or the pen's own buttons have the focus. They are none of
// keyboard.js. No screen here.

/** @import { Act } from './toolbar.js' */

/** @type {Map<string, Act>} those that take the pen up */
const LETTERS = new Map([
  ['d', 'draw'],
  ['m', 'mark'],
]);
/** @type {Map<string, Act>} those of a pen that is in use */
const IN_USE = new Map([...LETTERS, ['e', 'erase'], ['escape', 'done']]);

/**
 * What a key asks of the pen; null where it asks nothing.
 *
 * @param {Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>} event
 * @param {boolean} isOn
 * @returns {Act | null}
 */
export function wished({ key, ctrlKey, metaKey, altKey, shiftKey }, isOn) {
  const name = key.toLowerCase();
  if (altKey) return null;
  if (ctrlKey || metaKey) return isOn && name === 'z' && !shiftKey ? 'undo' : null;
  return (isOn ? IN_USE : LETTERS).get(name) ?? null;
}
