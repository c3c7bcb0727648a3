// The keyboard: from structure to structure, clear, zoom.

const STEPS = new Map([
  ['ArrowDown', 1],
  ['ArrowRight', 1],
  ['ArrowUp', -1],
  ['ArrowLeft', -1],
]);
const ZOOMS = new Map([
  ['+', 0.8],
  ['=', 0.8], // the key of the plus, without shift
  ['-', 1.25],
  ['0', 0],
]);

/**
 * What a key asks for; null where it is none of ours. A zoom of 0 asks for the whole picture.
 *
 * @param {string} key
 * @returns {{ step: number } | { clear: true } | { zoom: number } | null}
 */
export function asked(key) {
  const step = STEPS.get(key);
  if (step !== undefined) return { step };
  if (key === 'Escape') return { clear: true };
  const zoom = ZOOMS.get(key);
  return zoom === undefined ? null : { zoom };
}

/**
 * The structure that one comes to from another, round and round.
 *
 * @param {string[]} order from the top of the picture to its foot
 * @param {string | null} from null: nothing is selected
 * @param {number} step 1 or -1
 */
export function neighbour(order, from, step) {
  const at = from === null ? -1 : order.indexOf(from);
  return order[(at + step + order.length) % order.length];
}

/**
 * @typedef {object} Acts
 * @property {() => boolean} quiet whether names must not be given away: a quiz is not answered by
 * walking through them
 * @property {(step: number) => void} walk
 * @property {() => void} clear
 * @property {(factor: number) => void} zoom
 */

/**
 * Listen to the keys while the picture has the focus.
 *
 * @param {HTMLElement} plot
 * @param {Acts} acts
 * @param {AbortSignal} signal ends it
 */
export function listenToKeys(plot, acts, signal) {
  /** @param {KeyboardEvent} event */
  const pressed = (event) => {
    const wish = asked(event.key);
    if (!wish) return;
    if (!('zoom' in wish) && acts.quiet()) return;
    if ('step' in wish) acts.walk(wish.step);
    else if ('zoom' in wish) acts.zoom(wish.zoom);
    else acts.clear();
    event.preventDefault();
  };
  plot.addEventListener('keydown', pressed, { capture: true, signal });
}
