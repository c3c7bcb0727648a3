// Why the rest does not come, where it does not: one sentence, and what to tell the school's IT.

/** How often to look, ms. */
const LOOK = 500;
/** When it is late if the app is not there, and how long nothing more has come then, ms. */
const LATE = 7500;
const QUIET = 3000;
/** How long the app may take to connect once it is there, ms. */
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
    const site = location.host;
    say(layer, reason({ now, since, connected, refused, arrived: lastArrival(), site }));
  }, LOOK);
}

/** When the last file came, ms. */
const lastArrival = () =>
  Math.max(0, ...performance.getEntriesByType('resource').map((f) => f.startTime + f.duration));

/**
 * The sentence for a state of things; empty while all goes its way. A slow line on which files
 * still arrive is no trouble.
 *
 * @param {{ now: number, since: number, connected: boolean, refused: boolean, arrived: number,
 * site: string }} state `since` is when the app was first there, 0 where it is not; `refused`
 * whether a script was held back; `arrived` when the last file came
 */
export function reason({ now, since, connected, refused, arrived, site }) {
  if (connected) return '';
  if (since && now - since > CONNECTS) {
    return said('cannot connect', `web sockets to ${site} (path _stcore/stream)`);
  }
  if (since || now < LATE) return '';
  if (refused) return said('was held back', `scripts and fetches from ${site}`);
  if (now - arrived < QUIET) return '';
  return said('does not come', `scripts and web sockets of ${site}`);
}

/**
 * @param {string} what the live part does
 * @param {string} wanted what must be allowed
 */
const said = (what, wanted) =>
  `You can read on here, and the links work. The live part ${what}. ` +
  `At a school, tell IT: ${wanted} must be allowed.`;

/**
 * @param {HTMLElement} layer
 * @param {string} words
 */
function say(layer, words) {
  const line = layer.querySelector('.hc-why > span');
  if (!line?.parentElement || line.textContent === words) return;
  line.textContent = words;
  line.parentElement.hidden = !words;
}
