// Where a hash leads: a page, and what of it. It says what the app's address says. No screen here.

/** @import { Book } from './types.js' */

const EXPLORE = 'explore';
/** Which part of the evidence holds what a link names. */
const PARTS = {
  claim: 'claims',
  conflict: 'conflicts',
  myth: 'myths',
  test: 'tests',
  reference: 'references',
};
/** What a link may name within a page, the nearest first. */
const NAMED = [...Object.keys(PARTS), 'edge', 'step', 'flag'];
/** What each page is told by its link. */
const KEYS = {
  where: ['place', 'condition'],
  exercises: ['exercise'],
  chains: ['chain'],
  evidence: ['part'],
};

/**
 * @param {string} hash with its sign
 * @returns {{ page: string, params: URLSearchParams }}
 */
export function read(hash) {
  const [, page, query] = /^#?([a-z_]*)(?:\?(.*))?$/.exec(hash) ?? [];
  const params = new URLSearchParams(page === undefined ? hash.slice(1) : (query ?? ''));
  const isMoved = page === 'evidence' && params.has('exercise'); // they have a page of their own
  return { page: isMoved ? 'exercises' : page || EXPLORE, params };
}

/**
 * Under which key the text of a page stands in the book; undefined: the book has none.
 *
 * @param {string} page
 * @param {URLSearchParams} params
 * @param {Book['pages']} pages
 * @returns {string | undefined}
 */
export function keyOf(page, params, pages) {
  const of = (/** @type {string} */ name) => params.get(name) ?? '';
  const wanted = [
    `${page}/${of('condition')}`,
    `${page}/${of('place')}`,
    `${page}/${of('exercise')}`,
  ];
  wanted.push(`${page}/${of('chain')}`);
  for (const [name, part] of Object.entries(PARTS))
    if (params.has(name)) wanted.push(`${page}/${part}`);
  wanted.push(`${page}/${of('part')}`, page);
  const first = Object.keys(pages).find((key) => key.startsWith(`${page}/`));
  return wanted.find((key) => Object.hasOwn(pages, key)) ?? first;
}

/**
 * The record that a link names within its page.
 *
 * @param {URLSearchParams} params
 */
export function named(params) {
  const name = NAMED.find((wanted) => params.has(wanted));
  return name ? params.get(name) : null;
}

/**
 * Whether a link names a page, or a part of one, that the file does not have.
 *
 * @param {string} page
 * @param {URLSearchParams} params
 * @param {Book['pages']} pages
 */
export function unknown(page, params, pages) {
  if (keyOf(page, params, pages) === undefined) return page !== EXPLORE;
  /** @type {[string, string[]] | undefined} */
  const told = Object.entries(KEYS).find(([own]) => own === page);
  const values = (told?.[1] ?? []).map((name) => params.get(name));
  return values.some((value) => value !== null && !Object.hasOwn(pages, `${page}/${value}`));
}
