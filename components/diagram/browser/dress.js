// How each kind of trace is drawn: fill by class of its structure, strokes and glazes by kind. No
// screen here.

import { letters } from './letters.js';

/** @import { Density, Figure, InkOf, Trace } from './types.js' */

/**
 * @typedef {object} Look what all traces of a drawing share
 * @property {Figure['hipchain']} figure
 * @property {InkOf} ink
 * @property {boolean} dark
 * @property {string} mode by what structures are coloured
 * @property {string[]} hidden ids
 * @property {boolean} named whether names are written
 * @property {Density} density how many names there is room for
 * @property {string} font
 */
/** @typedef {Record<string, unknown>} Style what plotly is told of a trace */

const PALE = new Set(['bone', 'disc', 'fascia', 'ligament', 'fat', 'skin']);
const BONY = new Set(['bone', 'disc']);
const NO_LINE = { width: 0, color: 'rgba(0,0,0,0)' };

/** @type {Record<string, (trace: Trace, look: Look) => Style>} */
const STYLES = {
  fill: (trace, look) => ({
    ...filled(trace, look),
    line: { width: trace.meta.context ? 0.7 : 1.1, color: outline(trace, look) },
  }),
  patch: (trace, look) => ({ ...filled(trace, look), line: NO_LINE }),
  edge: (trace, look) => ({ line: { width: 1.1, color: outline(trace, look) } }),
  contour: (_, { ink }) => ({ line: { width: 0.9, color: ink('contour') } }),
  fibre: ({ meta }, { ink }) => ({
    line: { width: 0.7, color: ink(PALE.has(String(meta.tissue)) ? 'pale_fibre' : 'fibre') },
  }),
  roller: (_, { ink }) => ({
    fillcolor: ink('roller'),
    line: { width: 1.4, dash: '6px,4px', color: ink('label') },
  }),
  roller_way: (_, { ink }) => ({ line: { width: 2, dash: '2px,3px', color: ink('label') } }),
  zone: (_, { figure }) => {
    // the colour of a warning, in every mode and theme
    const { light } = figure.inks['rolling.avoid'];
    return {
      fillpattern: {
        shape: 'x',
        bgcolor: 'rgba(224,138,60,.25)',
        fgcolor: light,
        size: 7,
        solidity: 0.2,
        fillmode: 'overlay',
      },
      line: { width: 1.6, dash: '4px,3px', color: light },
    };
  },
  leader: (_, { ink }) => ({ line: { width: 0.8, color: ink('leader') } }),
  leader_dot: (_, { ink }) => ({ marker: { size: 3.5, color: ink('label') } }),
  label: ({ meta }, { ink, font }) => ({
    textfont: { size: letters(meta.density), color: ink('label'), family: font },
  }),
  mark_dot: (_, { ink }) => ({
    marker: {
      size: 9,
      symbol: 'diamond',
      color: ink('mark_fill'),
      line: { width: 1.6, color: ink('mark') },
    },
  }),
  mark_line: ({ meta }, { figure, ink, dark }) => {
    const own = figure.inks[String(meta.tissue)];
    const bony = meta.tissue === 'bone' || meta.tissue === 'landmark';
    return {
      line: {
        width: 2.6,
        color: own ? own[dark ? 'dark' : 'light'] : ink('mark'),
        dash: bony ? '5px,3px' : 'solid',
      },
    };
  },
  mark_area: (_, { ink }) => ({ line: { width: 1.4, dash: '3px,2.5px', color: ink('mark') } }),
};

/**
 * A trace with its colours. Kinds without a style of their own are glazes, named like their ink:
 * highlight, shadow, ...
 *
 * @param {Trace} trace
 * @param {number} number its place in the figure, by which it is found in the drawing again
 * @param {Look} look
 * @returns {Trace}
 */
export function dressed(trace, number, look) {
  const { kind, id, density } = trace.meta;
  const style = STYLES[kind]?.(trace, look) ?? { fillcolor: look.ink(kind), line: NO_LINE };
  const visible = density
    ? look.named && density === look.density
    : !look.hidden.includes(String(id));
  return { ...trace, uid: `hc${number}`, ...style, visible };
}

/**
 * @param {Trace} trace
 * @param {Look} look
 * @returns {Style}
 */
function filled({ meta }, { figure, ink, dark, mode }) {
  const classes = figure.classes[mode] || figure.classes.anatomy;
  const own = figure.inks[classes[String(meta.id)]] || figure.inks.muscle;
  const colour = own[dark ? 'dark' : 'light'];
  if (!own.pattern) return { fillcolor: colour };
  return {
    fillcolor: colour,
    fillpattern: {
      shape: own.pattern,
      bgcolor: colour,
      fgcolor: ink('pattern'),
      size: 7,
      solidity: own.pattern === '.' ? 0.22 : 0.16,
      fillmode: 'overlay',
    },
  };
}

/**
 * @param {Trace} trace
 * @param {Look} look
 */
function outline({ meta }, { ink }) {
  if (meta.context) return ink('context_line');
  const tissue = String(meta.tissue);
  if (BONY.has(tissue)) return ink('bone_line');
  return ink(PALE.has(tissue) ? 'pale_line' : 'line');
}
