// What a host's message asks for, and what an address then says. Whatever is not known is refused.

/** @import { Command, Known, Reason, Type } from './types.js' */

export const VERSION = 1;
/** Clears the selection. */
export const NOTHING = 'none';
/** @type {Type[]} */
const TYPES = ['select', 'view', 'layer', 'colour'];
const ATTACHMENTS = 'attachments';

/**
 * Read a message: a command, the reason why it is none, or null where it is not meant for us.
 *
 * @param {unknown} data
 * @param {Known} known
 * @returns {Command | { refused: Reason, of: string } | null}
 */
export function read(data, known) {
  if (typeof data !== 'object' || data === null) return null;
  const { target, version, type, value } = /** @type {Record<string, unknown>} */ (data);
  if (target !== 'hipchain') return null;
  if (version !== VERSION) return { refused: 'version', of: 'message' };
  const found = TYPES.find((one) => one === type);
  if (!found) return { refused: 'type', of: 'message' };
  return isKnown(found, value, known)
    ? { type: found, value: String(value) }
    : { refused: 'value', of: found };
}

/**
 * @param {Type} type
 * @param {unknown} value
 * @param {Known} known
 */
function isKnown(type, value, known) {
  if (typeof value !== 'string') return false;
  if (type === 'select') return value === NOTHING || Object.hasOwn(known.select, value);
  return known[type].includes(value);
}

/**
 * The query of an address once a command is followed. Attachments lie on the bare bones, seen from
 * a side, as in the app's own controls.
 *
 * @param {string} search
 * @param {Command} command
 * @param {Known['bare']} bare
 */
export function followed(search, { type, value }, bare) {
  const said = new URLSearchParams(search);
  said.set(type, value);
  if (type === 'colour' && value === ATTACHMENTS) {
    said.set('layer', bare.layer);
    if (!bare.views.includes(said.get('view') ?? bare.views[0])) said.delete('view');
  }
  return `?${said}`;
}

/**
 * What an address says, apart from that somebody embeds it; of what is said twice, all.
 *
 * @param {string} search
 */
export function unframed(search) {
  const said = new URLSearchParams(search);
  for (const name of [...said.keys()]) if (/^embed(_options)?$/i.test(name)) said.delete(name);
  return said;
}

/**
 * What is selected by an address of Explore; null where nothing is.
 *
 * @param {string} search
 * @param {Known} known
 * @returns {string | null}
 */
export function selected(search, known) {
  const said = new URLSearchParams(search);
  const named = said.get('structure');
  if (named === NOTHING || (named === null && said.has('group'))) return null;
  return named !== null && Object.hasOwn(known.select, named) ? named : known.start;
}
