// The live example: a page of ours in a frame, what can be sent to it, and what it says.

/** @typedef {{ src: string, allow: string, grows: boolean, height: number }} Data */

/** So many of its messages are shown. */
const MOST = 6;

/** @param {{ data: Data, parentElement: HTMLElement }} component */
export default function ({ data, parentElement }) {
  const frame = /** @type {HTMLIFrameElement} */ (parentElement.querySelector('iframe'));
  const said = /** @type {HTMLElement} */ (parentElement.querySelector('.hc-example-said'));
  frame.allow = data.allow;
  if (frame.getAttribute('src') !== data.src) {
    said.replaceChildren();
    frame.src = data.src;
  }
  if (!data.grows) frame.style.height = `${data.height}px`;
  else if (frame.dataset.wanted) frame.style.height = frame.dataset.wanted;
  const ending = new AbortController();
  const { signal } = ending;

  /** @param {MessageEvent} event */
  const hear = ({ data: told, origin, source }) => {
    if (source !== frame.contentWindow || origin !== location.origin) return;
    if (told?.source !== 'hipchain') return;
    if (told.type === 'height') {
      frame.dataset.wanted = `${told.height}px`;
      if (data.grows) frame.style.height = frame.dataset.wanted;
    }
    const { source: _, version: __, ...rest } = told;
    const line = document.createElement('li');
    line.textContent = JSON.stringify(rest);
    said.append(line);
    while (said.childElementCount > MOST) said.firstElementChild?.remove();
  };

  /** @param {Event} event */
  const press = ({ target }) => {
    const { type, value } = target instanceof HTMLElement ? target.dataset : {};
    if (!type) return;
    const message = { target: 'hipchain', version: 1, type, value };
    frame.contentWindow?.postMessage(message, location.origin);
  };

  addEventListener('message', hear, { signal });
  parentElement.addEventListener('click', press, { signal });
  return () => ending.abort();
}
