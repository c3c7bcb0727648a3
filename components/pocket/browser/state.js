// What Explore shows, from a hash and to a hash. What is not known falls back to the usual. No screen
// here.

/** @import { Book, State } from './types.js' */

const GROUP = 'group.';
/** What a hash says where nothing is selected. */
const NOTHING = 'none';
/** @type {State} */
export const START = {
  id: 'iliotibial_band',
  view: 'lateral',
  layer: 'surface',
  colour: 'anatomy',
  chain: 'weak_glute_med',
  also: [],
};

/**
 * The state that a hash asks for. A structure that is named alone is shown where it can be seen: where the
 * reader is, else where it shows best.
 *
 * @param {URLSearchParams} params
 * @param {Book} book
 * @param {State} before
 * @returns {State}
 */
export function stateOf(params, book, before) {
  const { choices } = book;
  const id = idOf(params, book, before);
  const state = { ...before, id };
  state.colour = oneOf(params.get('colour'), choices.modes, START.colour);
  state.chain = oneOf(params.get('chain'), choices.chains, START.chain);
  const whole = params.has('view') || params.has('layer');
  if (whole) {
    const asked = (params.get('also') ?? '').split(',');
    state.view = oneOf(params.get('view'), { ...choices.views, ...choices.sections }, START.view);
    state.layer = oneOf(params.get('layer'), choices.layers, START.layer);
    state.also = Object.keys(choices.also).filter((kind) => asked.includes(kind));
  }
  const at = agreed(state, book);
  return whole || !id || shows(book, at, id) ? at : agreed(turned(at, book), book);
}

/**
 * @param {URLSearchParams} params
 * @param {Book} book
 * @param {State} before
 */
function idOf(params, book, before) {
  const named = params.get('structure');
  if (named === NOTHING) return null;
  const id = named ?? (params.has('group') ? GROUP + params.get('group') : null);
  if (id && Object.hasOwn(book.called, id)) return id;
  return before.id;
}

/**
 * Whether a hash names something that the file does not have.
 *
 * @param {URLSearchParams} params
 * @param {Book} book
 */
export function strange(params, { choices, called }) {
  /** @type {Record<string, object>} */
  const known = {
    structure: { ...called, [NOTHING]: 1 },
    view: { ...choices.views, ...choices.sections },
    layer: choices.layers,
    colour: choices.modes,
    chain: choices.chains,
  };
  const group = params.get('group');
  if (group !== null && !Object.hasOwn(called, GROUP + group)) return true;
  return Object.entries(known).some(([key, values]) => {
    const value = params.get(key);
    return value !== null && !Object.hasOwn(values, value);
  });
}

/**
 * What rules out what: a cut has one layer and nothing over it, attachments lie on the bones.
 *
 * @param {State} state
 * @param {Book} book
 * @returns {State}
 */
function agreed(state, { choices }) {
  if (state.view in choices.sections) return { ...state, layer: 'surface', also: [] };
  return state;
}

/**
 * @param {State} state
 * @param {Book} book
 * @returns {State}
 */
function turned(state, book) {
  const id = state.id ?? '';
  const { view, layer, also } = groupOf(book, id) ?? book.places[id];
  return { ...state, view, layer, also: typeof also === 'string' ? also.split(',') : [] };
}

/**
 * @param {string | null} value
 * @param {object} known
 * @param {string} usual
 */
const oneOf = (value, known, usual) =>
  value !== null && Object.hasOwn(known, value) ? value : usual;

/** @param {State} state */
export const isBare = ({ colour, layer, view }) =>
  colour === 'attachments' && layer === 'bones' && !view.startsWith('axial');

/**
 * The name of the drawing of a state, and of its frame.
 *
 * @param {State} state
 */
export function drawingOf(state) {
  const frame = `${state.view}/${isBare(state) ? 'attachments' : state.layer}`;
  return { frame, name: [frame, ...state.also].join('+') };
}

/**
 * The structures that are lit: the selected one, or the members of a group.
 *
 * @param {Book} book
 * @param {string | null} id
 * @returns {string[]}
 */
export function lit(book, id) {
  return id ? (groupOf(book, id)?.ids ?? [id]) : [];
}

/**
 * @param {Book} book
 * @param {string} id
 */
const groupOf = ({ groups }, id) => (id.startsWith(GROUP) ? groups[id.slice(GROUP.length)] : null);

/**
 * @param {Book} book
 * @param {State} state
 * @param {string} id
 */
function shows(book, state, id) {
  const there = new Set(book.drawings[drawingOf(state).name].order.map((n) => book.ids[n]));
  return lit(book, id).every((one) => there.has(one));
}

/**
 * @param {State} state
 * @returns {string} with its sign
 */
export function hashOf({ id, view, layer, colour, chain, also }) {
  const params = new URLSearchParams();
  if (id?.startsWith(GROUP)) params.set('group', id.slice(GROUP.length));
  else params.set('structure', id ?? NOTHING);
  params.set('view', view);
  params.set('layer', layer);
  if (colour !== START.colour) params.set('colour', colour);
  if (colour === 'chain') params.set('chain', chain);
  return `#${params}${also.length ? `&also=${also.join(',')}` : ''}`;
}
