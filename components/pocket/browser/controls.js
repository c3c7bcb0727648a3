// The choices around the picture: links, each to the same look with one thing changed.

import { part } from '../../diagram/browser/part.js';
import { hashOf, isBare } from './state.js';

/** @import { Book, State } from './types.js' */

const CUT = 'axial_mid_thigh';

/**
 * @param {Element} root
 * @param {Book} book
 * @param {State} state
 */
export function choose(root, { choices, legends }, state) {
  const isCut = Object.hasOwn(choices.sections, state.view);
  /** @type {(names: Record<string, string>, change: (key: string) => Partial<State>) => Row[]} */
  const rows = (names, change) =>
    Object.entries(names).map(([key, words]) => {
      const to = { ...state, ...change(key) };
      return { words, to: hashOf(to), here: hashOf(to) === hashOf(state) };
    });
  const views = rows(choices.views, (view) => ({ view }));
  const cut = { ...state, view: isCut ? state.view : CUT, layer: 'surface', also: [] };
  views.push({ words: 'Cut across', to: hashOf(cut), here: isCut });
  const second = isCut
    ? segments(
        'Level',
        rows(choices.sections, (view) => ({ view })),
      )
    : segments(
        'Layer',
        rows(choices.layers, (layer) => ({ layer })),
      );
  part(root, '.hc-key-view_controls').replaceChildren(segments('View', views), second);
  const modes = rows(choices.modes, (colour) => coloured(state, colour, isCut));
  const more = [segments('Colour by', modes)];
  if (state.colour === 'chain') {
    more.push(
      segments(
        'Chain',
        rows(choices.chains, (chain) => ({ chain })),
      ),
    );
  }
  if (!isCut) {
    const over = rows(choices.also, (kind) => ({ also: switched(state.also, kind, choices) }));
    for (const [n, kind] of Object.keys(choices.also).entries()) {
      over[n].here = state.also.includes(kind);
    }
    more.push(segments('Also show', over));
  }
  part(root, '.hc-key-colour_controls').replaceChildren(...more);
  const legend = state.colour === 'attachments' && !isBare(state) ? 'not_here' : state.colour;
  const key = [legend, ...(legend === 'not_here' ? [] : state.also)].join('+');
  part(root, '.hc-legend-row').innerHTML = legends[key] ?? legends[legend];
}

/**
 * Attachments lie on the bare bones, seen from a side.
 *
 * @param {State} state
 * @param {string} colour
 * @param {boolean} isCut
 * @returns {Partial<State>}
 */
function coloured(state, colour, isCut) {
  if (colour !== 'attachments') return { colour };
  return { colour, layer: 'bones', view: isCut ? 'lateral' : state.view };
}

/**
 * @param {string[]} also
 * @param {string} kind
 * @param {Book['choices']} choices
 */
const switched = (also, kind, choices) =>
  Object.keys(choices.also).filter((k) => also.includes(k) !== (k === kind));

/** @typedef {{ words: string, to: string, here: boolean }} Row */

/**
 * A row of links of which some are where we are.
 *
 * @param {string} label
 * @param {Row[]} rows
 */
function segments(label, rows) {
  const group = document.createElement('div');
  group.className = 'hc-seg';
  group.setAttribute('role', 'group');
  group.ariaLabel = label;
  for (const { words, to, here } of rows) {
    const link = document.createElement('a');
    link.href = to;
    link.textContent = words;
    if (here) link.ariaCurrent = 'true';
    group.append(link);
  }
  return group;
}
