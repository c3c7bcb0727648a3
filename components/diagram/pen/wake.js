// The screen stays awake while somebody presents: nothing is touched while they talk. Where the
// browser cannot do that, it does not.

/** How often it is asked whether the presenter's view was left, ms. */
const ASKED = 15_000;

/** @type {WakeLockSentinel | null} */
let lock = null;
let watching = 0;

const presenting = () => new URLSearchParams(location.search).get('presenter') === '1';

/** Keep the screen awake until the address says that nobody presents; a second time is no harm. */
export function stayAwake() {
  if (!('wakeLock' in navigator)) return;
  if (!watching) {
    // the browser takes it back when the page is out of sight; some give it only after a touch
    document.addEventListener('visibilitychange', look);
    document.addEventListener('pointerdown', look);
    watching = setInterval(look, ASKED);
  }
  look();
}

/** Let it sleep where nobody presents any more. */
export function look() {
  if (!presenting()) release();
  else if (document.visibilityState === 'visible' && !lock) ask();
}

async function ask() {
  try {
    lock = await navigator.wakeLock.request('screen');
    lock.addEventListener('release', () => {
      lock = null;
    });
    if (!presenting()) release(); // it was left meanwhile
  } catch {
    lock = null; // a low battery, or a frame that may not
  }
}

function release() {
  document.removeEventListener('visibilitychange', look);
  document.removeEventListener('pointerdown', look);
  clearInterval(watching);
  watching = 0;
  lock?.release();
  lock = null;
}
