// An embedded page and the page around it. Nothing is told to, or taken from, a page whose origin
// the server does not name (components/embed/hosts.py).

import { Commands } from './commands.js';
import { watchHeight } from './height.js';
import { addressed, isTrusted } from './hosts.js';
import { read, unframed, VERSION } from './protocol.js';
import { Watching } from './watching.js';

/** @import { Known } from './types.js' */

/** @param {Known} known */
export function start(known) {
  openWhole();
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const sources = (script?.dataset.hosts ?? '').split(' ').filter(Boolean);
  const host = window.__hipchain_host ?? window.parent; // components/server/guest.js
  if (host === window) return;
  let heard = '';
  let height = 0;
  let isLive = false;

  /**
   * @param {string} type
   * @param {object} [more]
   */
  const tell = (type, more = {}) => {
    const parent = location.ancestorOrigins?.[0];
    const about = { own: location.origin, parent, referrer: document.referrer, heard };
    for (const origin of addressed(sources, about)) {
      host.postMessage({ source: 'hipchain', version: VERSION, type, ...more }, origin);
    }
  };
  const commands = new Commands(known, (of) => tell('error', { of, reason: 'page' }));
  // told from when the page is live: what is read before may be longer or shorter
  const measure = watchHeight((now) => {
    height = now;
    if (isLive) tell('height', { height });
  });
  const watching = new Watching(known, tell, () => {
    measure();
    isLive = true;
    tell('ready', { page: pageName(), height, ...watching.choice() });
    tell('height', { height });
    commands.next();
  });

  addEventListener('message', ({ data, origin, source }) => {
    if (source !== host || !isTrusted(sources, origin, location.origin)) return;
    const found = read(data, known);
    if (!found) return;
    heard = origin;
    if ('refused' in found) tell('error', { of: found.of, reason: found.refused });
    else commands.take(found);
  });
  watching.listen();
}

/** The page by its name in the address; the start is Explore. */
const pageName = () => location.pathname.split('/').at(-1) || 'explore';

/** The way out leads to what is shown here, without the frame. */
function openWhole() {
  /** @param {Event} event */
  const come = ({ target }) => {
    const link = target instanceof Element ? target.closest('a[data-whole]') : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    const there = new URL(location.href);
    there.search = String(unframed(there.search));
    link.href = there.href;
  };
  for (const type of ['pointerdown', 'focusin', 'click', 'contextmenu']) {
    window.addEventListener(type, come, true);
  }
}
