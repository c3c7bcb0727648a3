// The buttons on the picture: zoom, and copy the link to what is shown.

import { part } from './part.js';

/** How long a button shows that the link is copied, ms. */
const SHOWN = 1800;

/**
 * @param {HTMLElement} root
 * @param {{ zoom: (factor: number) => void, say: (words: string) => void }} acts
 * @param {AbortSignal} signal ends it
 */
export function listenToTools(root, { zoom, say }, signal) {
  /** @type {NodeListOf<HTMLElement>} */
  const zooms = root.querySelectorAll('button[data-zoom]');
  for (const button of zooms) {
    const zoomed = () => zoom(Number(button.dataset.zoom));
    button.addEventListener('click', zoomed, { capture: true, signal });
  }
  const copy = part(root, '.hc-copy');
  copy.addEventListener('click', () => copyLink(copy, say), { capture: true, signal });
}

/**
 * @param {HTMLElement} button
 * @param {(words: string) => void} say
 */
async function copyLink(button, say) {
  const copied = await copyText(location.href);
  button.dataset.state = copied ? 'done' : 'failed';
  say(copied ? 'Link copied' : 'The link could not be copied; it is in the address bar');
  setTimeout(() => delete button.dataset.state, SHOWN);
}

/** @param {string} text */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // without https there is no clipboard, but the browser still copies what is marked
    const box = Object.assign(document.createElement('textarea'), { value: text });
    document.body.appendChild(box);
    box.select();
    const copied = document.execCommand('copy');
    box.remove();
    return copied;
  }
}
