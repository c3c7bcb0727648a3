// How large names are written.

/** @import { Density } from './types.js' */

/**
 * The size of a name's letters, px.
 *
 * @param {Density | undefined} density
 */
export const letters = (density) => (density === 'narrow' ? 11 : 12.5);
