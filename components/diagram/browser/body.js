// One body marked as chosen: tinted and outlined where it lies open, a fine dashed line where others
// cover it. Used by the app's picture and by the first answer's.

import { add } from './svg.js';

/**
 * @param {Element} layer
 * @param {{ d: string, isPatch: boolean }} body its path; a patch has no outline of its own
 * @param {string[]} before the paths of what lies in front of it
 * @param {{ name: string, far: number }} mask its id, and how far it reaches in the units of the
 * paths: further than any picture
 */
export function paintBody(layer, { d, isPatch }, before, { name, far }) {
  const everywhere = { x: -far, y: -far, width: 2 * far, height: 2 * far };
  const mask = add(layer, 'mask', { id: name, maskUnits: 'userSpaceOnUse', ...everywhere });
  add(mask, 'rect', { ...everywhere, fill: '#fff' });
  for (const other of before) add(mask, 'path', { d: other });
  const seen = add(layer, 'g', { mask: `url(#${name})` });
  add(seen, 'path', { d, class: 'hc-sel-tint' });
  // its edge is a part by itself
  if (isPatch) return;
  add(seen, 'path', { d, class: 'hc-sel-halo' });
  add(seen, 'path', { d, class: 'hc-sel-line' });
  add(layer, 'path', { d, class: 'hc-sel-ghost' });
}
