// Sliders of the page that pose the figure: the drawing follows the thumb while it is dragged. The
// numbers follow when it is let go, and come from Python.

import { posed } from './pose.js';

/** @import { Gallery } from './gallery.js' */
/** @import { Stage } from './stage.js' */

/**
 * @param {Stage} stage
 * @param {Gallery} gallery
 * @param {AbortSignal} signal ends it
 */
export function followSliders(stage, gallery, signal) {
  let wanted = '';
  let busy = false;
  /** Fetch what is wanted; what came in between is left out. */
  const fetchLatest = async () => {
    busy = true;
    let done = '';
    while (wanted !== done && !signal.aborted) {
      done = wanted;
      const { art } = stage.picture.data;
      const drawing = await gallery.drawing(wanted).catch(() => null);
      if (art !== stage.picture.data.art) break; // Python has answered meanwhile
      if (drawing) stage.pose(drawing);
    }
    busy = false;
  };
  const turned = new MutationObserver(() => {
    const url = posed(stage.picture.data.sliders, angleAt);
    if (!url || url === (busy ? wanted : stage.picture.drawing.url)) return;
    wanted = url;
    if (!busy) fetchLatest();
  });
  // Streamlit's slider says where its thumb stands while it is dragged, and Python when it is let go
  turned.observe(document.body, { subtree: true, attributeFilter: ['aria-valuetext'] });
  signal.addEventListener('abort', () => turned.disconnect());
}

/**
 * Where a slider stands now; undefined where there is none of this name.
 *
 * @param {string} label
 */
function angleAt(label) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const sliders = document.querySelectorAll('input[type="range"]');
  const own = [...sliders].find((slider) => slider.getAttribute('aria-label') === label);
  return own && Number(own.value);
}
