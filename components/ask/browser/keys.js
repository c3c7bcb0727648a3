// Which line a key leads to: -1 is the box itself.

/**
 * @param {string} key
 * @param {number} at the line that has the focus, -1 for the box
 * @param {number} lines
 * @returns {number | null} null where the key does not walk
 */
export function walked(key, at, lines) {
  if (!lines) {
    return null;
  }
  if (key === 'ArrowDown') {
    return at + 1 < lines ? at + 1 : -1;
  }
  if (key === 'ArrowUp') {
    return at < 0 ? lines - 1 : at - 1;
  }
  if (at < 0) {
    return null; // in the box these keys move the caret
  }
  if (key === 'Home') {
    return 0;
  }
  return key === 'End' ? lines - 1 : null;
}

/**
 * Whether a key writes: then it belongs into the box, wherever the focus is.
 *
 * @param {{ key: string, ctrlKey: boolean, metaKey: boolean, altKey: boolean }} event
 */
export function writes({ key, ctrlKey, metaKey, altKey }) {
  return (
    (key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey) || key === 'Backspace'
  );
}
