// The address of this page as others are to see it, and the way to another's.

/** How often to look whether the app is there, ms; after how long a page is loaded instead. */
const LOOK = 100;
const PATIENCE = 8000;

/** The page by its name in the address; empty for the start. */
export const page = () => location.pathname.slice(location.pathname.lastIndexOf('/') + 1);

/** What this page shows: `chains?chain=weak_glute_med`. */
export const here = () => page() + location.search;

/** @param {string} name */
export const param = (name) => new URLSearchParams(location.search).get(name);

/**
 * Whether two addresses show the same to two people in one room.
 *
 * @param {string} one
 * @param {string} other
 */
export function same(one, other) {
  return plain(one) === plain(other);
}

/** @param {string} at */
function plain(at) {
  const [name, query] = at.split('?');
  const params = new URLSearchParams(query);
  for (const own of ['follow', 'presenter', 'room']) params.delete(own);
  params.sort();
  return `${name}?${params}`;
}

/**
 * Go where the presenter is; without a load where the app runs, as if Back had been pressed. Many
 * steps leave one entry in the history.
 *
 * @param {string} at as the server has put it together
 * @param {string} room
 */
export async function go(at, room) {
  const there = new URL(at || '.', new URL('.', location.href));
  there.searchParams.set('follow', room);
  if (there.origin !== location.origin) return;
  if (page() === 'follow' || !(await running())) location.replace(there);
  else shift(there);
}

/**
 * Show another address of the app without a load.
 *
 * @param {URL} there
 */
export function shift(there) {
  if (there.href === location.href) return;
  history.replaceState(history.state, '', there);
  window.dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
}

/** Take a room's name out of the address, so that neither a reload nor a copied link follows. */
export function forget() {
  const there = new URL(location.href);
  if (!there.searchParams.has('follow')) return;
  there.searchParams.delete('follow');
  shift(there);
}

/** Whether the app answers here, once that can be told. */
async function running() {
  const end = performance.now() + PATIENCE;
  while (!isRunning()) {
    if (performance.now() > end) return false;
    await new Promise((done) => setTimeout(done, LOOK));
  }
  return true;
}

function isRunning() {
  /** @type {HTMLElement | null} */
  const app = document.querySelector('[data-testid=stApp]');
  const connected = app?.dataset.testConnectionState === 'CONNECTED';
  return connected && !document.getElementById('hc-first');
}
