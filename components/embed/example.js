// The live example: a page of ours in a frame, what can be sent to it, and what it says.

/** @typedef {{ src: string, allow: string, grows: boolean }} Data */

/** So many of its messages are shown. */
const MOST = 6;

/** @type {WeakMap<HTMLElement, { data: Data, end: () => void }>} every message calls us again */
const examples = new WeakMap();

/** @param {{ data: Data, parentElement: HTMLElement }} component */
export default function ({ data, parentElement }) {
  const frame = /** @type {HTMLIFrameElement} */ (parentElement.querySelector('iframe'));
  const said = /** @type {HTMLElement} */ (parentElement.querySelector('.hc-example-said'));
  const example = examples.get(parentElement) ?? { data, end: listen(parentElement, frame, said) };
  example.data = data;
  examples.set(parentElement, example);
  frame.allow = data.allow;
  if (frame.getAttribute('src') !== data.src) {
    said.replaceChildren();
    frame.src = data.src;
    frame.dataset.wanted = '';
  }
  fit(frame, data.grows);
  return () => {
    example.end();
    examples.delete(parentElement);
  };
}

/**
 * @param {HTMLIFrameElement} frame
 * @param {boolean} grows
 */
function fit(frame, grows) {
  frame.style.height = (grows && frame.dataset.wanted) || '';
}

/**
 * One more line; of heights in a row the last.
 *
 * @param {HTMLElement} said
 * @param {Record<string, unknown>} told
 */
function write(said, { source: _, version: __, ...rest }) {
  const line = document.createElement('div');
  line.dataset.type = String(rest.type);
  line.textContent = JSON.stringify(rest);
  const last = /** @type {HTMLElement | null} */ (said.lastElementChild);
  if (rest.type === 'height' && last?.dataset.type === 'height') last.replaceWith(line);
  else said.append(line);
  while (said.childElementCount > MOST) said.firstElementChild?.remove();
}

/**
 * @param {HTMLElement} place
 * @param {HTMLIFrameElement} frame
 * @param {HTMLElement} said
 * @returns {() => void} ends it
 */
function listen(place, frame, said) {
  const ending = new AbortController();
  const { signal } = ending;

  /** @param {MessageEvent} event */
  const hear = ({ data: told, origin, source }) => {
    if (source !== frame.contentWindow || origin !== location.origin) return;
    if (told?.source !== 'hipchain') return;
    if (told.type === 'height') {
      frame.dataset.wanted = `${told.height}px`;
      fit(frame, examples.get(place)?.data.grows ?? false);
    }
    write(said, told);
  };

  /** @param {Event} event */
  const press = ({ target }) => {
    const { type, value } = target instanceof HTMLElement ? target.dataset : {};
    if (!type) return;
    const message = { target: 'hipchain', version: 1, type, value };
    frame.contentWindow?.postMessage(message, location.origin);
  };

  addEventListener('message', hear, { signal });
  place.addEventListener('click', press, { signal });
  return () => ending.abort();
}
