// The words of the file as they are put on the screen: with each source in the place of its marker, and
// each picture in its own.

/** @import { Book } from './types.js' */

const MARKER = /⟦(\w+)⟧/g;

/**
 * @param {Element} into
 * @param {string} html
 * @param {Book} book
 */
export function put(into, html, { sources, pictures }) {
  into.innerHTML = html.replace(MARKER, (_, id) => sources[id] ?? '');
  /** @type {NodeListOf<SVGElement>} */
  const places = into.querySelectorAll('svg[data-figure]');
  if (places.length) pictures.then((found) => hang(places, found));
}

/**
 * @param {NodeListOf<SVGElement>} places
 * @param {Record<string, string>} found
 */
function hang(places, found) {
  for (const place of places) place.innerHTML = found[place.dataset.figure ?? ''] ?? '';
}

/**
 * Bring a record into sight, unfolded.
 *
 * @param {Element} within
 * @param {string | null} record
 * @returns {boolean} whether it is there, or none was asked for
 */
export function unfold(within, record) {
  const found = record && within.querySelector(`[data-record="${CSS.escape(record)}"]`);
  if (!found) return !record;
  const own = found.querySelector('details');
  if (own) own.open = true;
  for (let up = found.closest('details'); up; up = up.parentElement?.closest('details') ?? null) {
    up.open = true;
  }
  found.classList.add('hc-named');
  found.scrollIntoView();
  return true;
}
