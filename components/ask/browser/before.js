// What was typed before the app was there goes on in its box: the page that came first has a form
// in the same place, until the app takes over.

/**
 * @param {(typed: string, focused: boolean) => void} take called once that page is gone
 */
export function takenOver(take) {
  const layer = document.querySelector('#hc-first');
  const from = /** @type {HTMLInputElement | null} */ (layer?.querySelector('.hc-ask-text'));
  if (!layer?.parentNode || !from) {
    return;
  }
  let focused = document.activeElement === from;
  const look = (/** @type {Event} */ event) => {
    focused = event.target === from;
  };
  layer.addEventListener('focusin', look); // no focusout: one comes when the page goes, too
  layer.addEventListener('pointerdown', look);
  const gone = new MutationObserver(() => {
    if (!layer.isConnected) {
      gone.disconnect();
      take(from.value === from.defaultValue ? '' : from.value, focused);
    }
  });
  gone.observe(layer.parentNode, { childList: true });
}
