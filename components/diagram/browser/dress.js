// How each kind of trace that plotly draws looks: names with their leaders, rollers, places to keep
// off. The anatomy has its looks from style rules (components/plate/inks.py). No screen here.

import { letters } from './letters.js';
import { rows } from './names.js';

/** @import { Density, InkOf, TextPosition, Trace } from './types.js' */

/**
 * @typedef {object} Look what all traces of a figure share
 * @property {InkOf} ink
 * @property {string} warning the colour of a warning, in every mode and theme
 * @property {boolean} named whether names are written
 * @property {Density} density how many names there is room for
 * @property {string} font
 * @property {number} high of the picture, px
 */
/** @typedef {Record<string, unknown>} Style what plotly is told of a trace */

/** @type {Record<string, (trace: Trace, look: Look) => Style>} */
const STYLES = {
  roller: (_, { ink }) => ({
    fillcolor: ink('roller'),
    line: { width: 1.4, dash: '6px,4px', color: ink('label') },
  }),
  roller_way: (_, { ink }) => ({ line: { width: 2, dash: '2px,3px', color: ink('label') } }),
  zone: (_, { warning }) => ({
    fillpattern: {
      shape: 'x',
      bgcolor: 'rgba(224,138,60,.25)',
      fgcolor: warning,
      size: 7,
      solidity: 0.2,
      fillmode: 'overlay',
    },
    line: { width: 1.6, dash: '4px,3px', color: warning },
  }),
  leader: (_, { ink }) => ({ line: { width: 0.8, color: ink('leader') } }),
  leader_dot: (_, { ink }) => ({ marker: { size: 3.5, color: ink('label') } }),
  label: ({ meta, text, textposition }, { ink, font, high }) => ({
    text: text?.map((name) =>
      rows(name, /** @type {TextPosition} */ (textposition), high).join('<br>'),
    ),
    textfont: { size: letters(meta.density, high), color: ink('label'), family: font },
  }),
};

/**
 * A trace with its colours.
 *
 * @param {Trace} trace
 * @param {number} number its place in the figure, by which it is found in the drawing again
 * @param {Look} look
 * @returns {Trace}
 */
export function dressed(trace, number, look) {
  const { kind, density } = trace.meta;
  const visible = !density || (look.named && density === look.density);
  return { ...trace, uid: `hc${number}`, ...STYLES[kind](trace, look), visible };
}
