// Runs within the page before it is first painted. The page is whole without it: this makes taps
// count, hands over to the app when that is ready, and says why where it never will be.

import { Picture } from './first_picture.js';
import { Handover } from './handover.js';
import { watchForTrouble } from './trouble.js';

/** @import { Data } from './types.js' */

export function start() {
  const layer = document.getElementById('hc-first');
  const root = document.getElementById('root');
  if (!layer || !root) return;
  try {
    const data = document.getElementById('hc-first-data')?.textContent;
    const picture = data ? new Picture(layer, /** @type {Data} */ (JSON.parse(data))) : null;
    const handover = new Handover(layer, root, picture);
    watchForTrouble(layer, root);
    handover.watch();
  } catch (error) {
    layer.remove(); // whatever went wrong here must not stand in the app's way
    root.inert = false;
    console.warn('HipChain first answer:', error);
  }
}
