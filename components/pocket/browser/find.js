// The box: structures by their names, other names and Latin ones.

import { part } from '../../diagram/browser/part.js';

/** @import { Book } from './types.js' */

const MOST = 12;
/** The rank of a name that does not fit. */
const NONE = 3;

/**
 * What fits some letters: names that begin with them first, then those of which a word does, then the rest.
 *
 * @param {string} typed
 * @param {Book['called']} called
 * @returns {{ id: string, name: string, by: string }[]} by which of its names it was found
 */
export function found(typed, called) {
  const wanted = plain(typed);
  if (!wanted) return [];
  const hits = [];
  for (const [id, names] of Object.entries(called)) {
    const ranks = names.map((name) => rank(plain(name), wanted));
    const best = Math.min(...ranks);
    if (best < NONE) hits.push({ id, name: names[0], by: names[ranks.indexOf(best)], best });
  }
  hits.sort((a, b) => a.best - b.best || a.name.localeCompare(b.name));
  return hits.slice(0, MOST);
}

/** @param {string} text */
const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

/**
 * @param {string} name
 * @param {string} wanted
 * @returns {number}
 */
function rank(name, wanted) {
  if (name.startsWith(wanted)) return 0;
  if (name.includes(` ${wanted}`)) return 1;
  return name.includes(wanted) ? 2 : NONE;
}

/**
 * @param {Element} root
 * @param {Book} book
 * @param {(id: string) => string} to the hash of a structure
 */
export function listenToBox(root, { called }, to) {
  const box = /** @type {HTMLInputElement} */ (part(root, '.hc-box input'));
  const list = part(root, '.hc-box ul');
  const said = part(root, '.hc-box [role=status]');
  const fill = () => {
    const hits = found(box.value, called);
    list.replaceChildren(...hits.map(({ id, name, by }) => item(to(id), name, by)));
    if (!box.value.trim()) said.textContent = '';
    else said.textContent = hits.length ? `${hits.length} found` : 'No such name here';
  };
  const close = () => {
    box.value = '';
    fill();
  };
  box.addEventListener('input', fill);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    if (event.key === 'ArrowDown') list.querySelector('a')?.focus();
    else if (event.key === 'Enter') list.querySelector('a')?.click();
    else return;
    event.preventDefault();
  });
  list.addEventListener('click', () => setTimeout(close)); // once the link has led on
}

/**
 * @param {string} to
 * @param {string} name
 * @param {string} by
 */
function item(to, name, by) {
  const made = document.createElement('li');
  const link = document.createElement('a');
  link.href = to;
  link.textContent = name === by ? name : `${name} (${by})`;
  made.append(link);
  return made;
}
