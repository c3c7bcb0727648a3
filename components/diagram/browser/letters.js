// How large names are written. No screen here.

/** @import { Density } from './types.js' */

/** Beside a picture lower than this, px, many names in large letters would touch. */
const TIGHT = 530;

/**
 * The size of a name's letters, px.
 *
 * @param {Density | undefined} density
 * @param {number} [high] of the picture, px
 */
export const letters = (density, high = TIGHT) =>
  density === 'narrow' || high < TIGHT ? 11 : 12.5;
