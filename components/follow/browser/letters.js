// The letters of a room and the secret of who shows in it: made here, by the browser.

const LETTERS = 'letters';

/** Four of them, at random. */
export function anyRoom() {
  const drawn = crypto.getRandomValues(new Uint32Array(4));
  return [...drawn].map((n) => LETTERS[n % LETTERS.length]).join('');
}

/** 128 bits. */
export function anySecret() {
  const drawn = crypto.getRandomValues(new Uint8Array(16));
  return [...drawn].map((n) => n.toString(16).padStart(2, '0')).join('');
}

/**
 * The room that somebody typed, in capitals; null for what cannot be one.
 *
 * @param {string | null} typed
 */
export function readRoom(typed) {
  const found = (typed ?? '').trim().toUpperCase();
  return found.length === 4 && [...found].every((letter) => LETTERS.includes(letter))
    ? found
    : null;
}
