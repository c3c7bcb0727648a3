// Why the rest does not come, where it does not: one sentence, and what to tell the school's IT.

/** When to look, and how long the app may take to connect once it is there, ms. */
const LOOK = 500;
const LATE = 8000;
const CONNECTS = 4000;

/**
 * @param {HTMLElement} layer
 * @param {HTMLElement} root
 */
export function watchForTrouble(layer, root) {
  let refused = false;
  /** @param {Event} event */
  const failed = ({ target }) => {
    refused ||= target instanceof HTMLScriptElement || target instanceof HTMLLinkElement;
  };
  addEventListener('error', failed, true);
  let since = 0;
  const watch = setInterval(() => {
    if (!layer.isConnected) {
      clearInterval(watch);
      removeEventListener('error', failed, true);
      return;
    }
    layer.removeAttribute('aria-hidden'); // a dialog of the app's says that it covers the page
    const app = /** @type {HTMLElement | null} */ (root.querySelector('[data-testid=stApp]'));
    const now = performance.now();
    if (app) since ||= now;
    const connected = app?.dataset.testConnectionState === 'CONNECTED';
    say(layer, reason({ now, since, connected, refused }));
  }, LOOK);
}

/**
 * The sentence for a state of things; empty while all goes its way.
 *
 * @param {{ now: number, since: number, connected: boolean, refused: boolean }} state `since` is
 * when the app was first there, 0 where it is not; `refused` whether a script was held back
 */
export function reason({ now, since, connected, refused }) {
  if (connected) return '';
  const site = location.host;
  if (since && now - since > CONNECTS) {
    return `You can read on here, and the links work. The live part cannot connect. At a school, tell IT: web sockets to ${site} (path _stcore/stream) must be allowed.`;
  }
  if (!since && now > LATE) {
    return refused
      ? `You can read on here, and the links work. The live part was held back. At a school, tell IT: scripts and fetches from ${site} must be allowed.`
      : `You can read on here, and the links work. The live part is slow to come. If it never does at a school, tell IT: scripts and web sockets of ${site} must be allowed.`;
  }
  return '';
}

/**
 * @param {Element} layer
 * @param {string} words
 */
function say(layer, words) {
  const line = /** @type {HTMLElement | null} */ (layer.querySelector('.hc-why[role]'));
  if (!line || line.textContent === words) return;
  line.textContent = words;
  line.hidden = !words;
}
