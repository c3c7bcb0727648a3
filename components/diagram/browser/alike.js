// What of a message the names and the frame depend on. No screen here.

/** @import { Message } from './types.js' */

/**
 * Whether two messages ask for the same names in the same frame; the drawing itself may differ.
 *
 * @param {Message} one
 * @param {Message} other
 */
export function alike(one, other) {
  /** @param {Message} message */
  const lettering = ({ figure, frame, names, quiet }) =>
    JSON.stringify([figure, frame, names, quiet]);
  return lettering(one) === lettering(other);
}
