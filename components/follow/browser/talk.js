// One question about a room to the server, one answer.

/** @import { Reply } from './types.js' */

const HOME = 'hipchain-assets/follow';
/** Longer than the server keeps a question open, ms. */
const PATIENCE_MS = 40_000;

/**
 * Not by `fetch`: what waits for news is no part of the page's loading, and whoever counts that by
 * its fetches (our tests do) must not wait for it.
 *
 * @template T
 * @param {string} what
 * @param {string} room
 * @param {{ body?: object, after?: number, signal?: AbortSignal }} [more]
 * @returns {Promise<Reply<T>>} status 0 where no answer came
 */
export function talk(what, room, { body, after, signal } = {}) {
  return new Promise((done) => {
    const line = new XMLHttpRequest();
    const since = after === undefined ? '' : `&after=${after}`;
    const url = new URL(`${HOME}/${what}?room=${room}${since}`, document.baseURI);
    line.open(body ? 'POST' : 'GET', url);
    line.responseType = 'json';
    line.timeout = PATIENCE_MS;
    line.onloadend = () => done({ status: line.status, found: line.response });
    signal?.addEventListener('abort', () => line.abort());
    if (body) line.setRequestHeader('Content-Type', 'application/json');
    line.send(body ? JSON.stringify(body) : null);
  });
}

/** @param {number} ms */
export const pause = (ms) => new Promise((done) => setTimeout(done, ms));
