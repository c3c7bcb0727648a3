// What the tab of a presenter keeps: the room and its secret. Never in the address, except after the
// '#' of the presenter's own link, which browsers send nowhere.

import { readRoom } from './letters.js';

/** @import { Lead } from './types.js' */

const NAME = 'hipchain-lead';
const SECRET = /^[0-9a-f]{32,64}$/;
const HOUR_MS = 3_600_000;

/** @returns {Lead | null} */
export function kept() {
  try {
    const { room, secret, until } = JSON.parse(sessionStorage.getItem(NAME) ?? '{}');
    const now = Date.now();
    const holds = readRoom(room) === room && SECRET.test(secret) && until > now;
    return holds && until <= now + HOUR_MS ? { room, secret, until } : null;
  } catch {
    return null; // storage is refused, or holds something else
  }
}

/** @param {Lead | null} lead */
export function keep(lead) {
  try {
    if (lead) sessionStorage.setItem(NAME, JSON.stringify(lead));
    else sessionStorage.removeItem(NAME);
  } catch {
    // storage is refused: the room lasts as long as this page
  }
}

/**
 * Who opens the presenter's own link shows from here; its secret leaves the address at once.
 *
 * @returns {Lead | null}
 */
export function fromHash() {
  const [, room, secret] = /^#lead=(\w{4})\.(\w+)$/.exec(location.hash) ?? [];
  if (location.hash.startsWith('#lead=')) {
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  if (!room || !SECRET.test(secret) || readRoom(room) !== room) return null;
  return { room, secret, until: Date.now() + HOUR_MS };
}

/** @param {Lead} lead */
export const ownLink = ({ room, secret }) =>
  String(new URL(`follow#lead=${room}.${secret}`, new URL('.', location.href)));
