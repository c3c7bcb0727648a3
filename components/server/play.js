// A tour that is played: the ways of its bar lead on within the page, and keys and a clicker's keys
// take them.
//
// The bar is HTML that works by itself (components/tour/bar.py). Once the app is there, its links change
// the address and tell Streamlit so, as Back and Forward do: nothing is loaded anew, and the full screen
// stays.

(() => {
  const BAR = '.hc-tour';
  const KEYS = {
    ArrowRight: 'next',
    ArrowLeft: 'back',
    PageDown: 'next',
    PageUp: 'back',
    Home: 'first',
    End: 'last',
  };
  /** What takes text, or has a use for every one of these keys. */
  const TAKES_ALL =
    'input, textarea, select, [contenteditable=true], [role=slider], [role=listbox], ' +
    '[role=combobox], [role=dialog], dialog';
  /** What walks by arrows, Home and End. */
  const WALKS =
    '.hc-plot, [role=radiogroup], [role=toolbar], [role=tablist], [role=grid], ' +
    '[role=group] button, .hc-tour-said';
  const OWN = ['tour', 'stop'];
  /** @type {Element | null} */
  let shown = null;
  /** Which tour and stop it shows. */
  let place = '';
  /** Which way of the bar had the focus when it was taken. */
  let held = '';

  /**
   * Walking from stop to stop leaves one entry in the history: Back leads out of the tour.
   *
   * @param {string} href
   * @param {boolean} walks
   */
  const go = (href, walks) => {
    if (document.getElementById('hc-first')) location.assign(href);
    else {
      if (walks) history.replaceState(null, '', href);
      else history.pushState(null, '', href);
      dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
    }
  };

  const left = () => {
    const here = new URL(location.href);
    for (const name of OWN) here.searchParams.delete(name);
    return here.href;
  };

  const full = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {});
  };

  /** @param {MouseEvent} event */
  const clicked = (event) => {
    const way = event.target instanceof Element ? event.target.closest('[data-go]') : null;
    if (!(way instanceof HTMLElement)) return;
    if (way.dataset.go === 'full') full();
    else if (way instanceof HTMLAnchorElement && isPlain(event)) {
      event.preventDefault();
      take(way);
    }
  };

  /**
   * Whether a click leads on here, not in a tab of its own.
   *
   * @param {MouseEvent | KeyboardEvent} event
   */
  const isPlain = (event) => !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);

  /** @param {HTMLAnchorElement} way */
  const take = (way) => {
    const kind = way.dataset.go ?? '';
    held = document.activeElement === way ? kind : '';
    if (way.dataset.full !== undefined && !document.fullscreenElement) full();
    const playing = document.querySelector(`#root ${BAR}`) !== null;
    const walks = playing && new URL(way.href).searchParams.has('stop');
    go(kind === 'leave' && playing ? left() : way.href, walks);
  };

  /** @param {KeyboardEvent} event */
  const pressed = (event) => {
    const kind = /** @type {Record<string, string>} */ (KEYS)[event.key];
    const way = kind && document.querySelector(`${BAR} a[data-go=${kind}]`);
    if (!(way instanceof HTMLElement) || event.defaultPrevented || !isPlain(event)) return;
    if (!(event.target instanceof Element) || isTaken(event.target, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    way.click();
  };

  /**
   * Whether what has the focus has a use of its own for a key.
   *
   * @param {Element} focused
   * @param {string} key
   */
  const isTaken = (focused, key) =>
    focused.closest(TAKES_ALL) !== null ||
    document.querySelector('[role=dialog], dialog[open]') !== null ||
    (!key.startsWith('Page') && focused.closest(WALKS) !== null);

  const look = () => {
    const bar = document.querySelector(`#root ${BAR}`) ?? document.querySelector(BAR);
    if (bar === shown) return;
    shown = bar;
    document.documentElement.classList.toggle('hc-no-full', !document.fullscreenEnabled);
    if (bar instanceof HTMLElement) arrive(bar);
    else place = '';
  };

  /**
   * A new stop is said to those who do not see it, and the focus stays on the way that was taken. The
   * app's bar in the place of the first answer's is no new one.
   *
   * @param {HTMLElement} bar
   */
  const arrive = (bar) => {
    if (bar.closest('#root')) fetchAhead(bar);
    const way = held && bar.querySelector(`a[data-go=${held}]`);
    if (way instanceof HTMLElement && document.activeElement === document.body) way.focus();
    const before = place;
    place = `${bar.ariaLabel} ${bar.dataset.where}`;
    if (!before || before === place) return;
    say(`${bar.dataset.where} ${bar.querySelector('.hc-tour-line')?.textContent}`);
    document.querySelector('[data-testid=stMain]')?.scrollTo(0, 0);
  };

  /**
   * What the next stop draws is fetched while this one is looked at; the browser keeps it.
   *
   * @param {HTMLElement} bar
   */
  const fetchAhead = ({ dataset }) => {
    for (const url of (dataset.ahead ?? '').split(' ').filter(Boolean)) {
      fetch(url, { priority: 'low' }).catch(() => {});
    }
  };

  /** @param {string} words */
  const say = (words) => {
    const region = document.getElementById('hc-said') ?? document.createElement('p');
    if (!region.isConnected) {
      region.id = 'hc-said';
      region.className = 'hc-off';
      region.setAttribute('role', 'status');
      document.body.append(region);
    }
    region.textContent = words;
  };

  addEventListener('click', clicked, true);
  addEventListener('keydown', pressed, true);
  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
  look();
})();
