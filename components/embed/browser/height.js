// How high the page would like its frame to be.
//
// The picture follows the frame's height, up to a height of its own. What is told is the height of
// the page with the picture at its own height: it does not depend on the frame's, so a host that
// follows it comes to rest.

import { oncePerFrame } from '../../diagram/browser/frames.js';

const LEAST = 300;
/** How tall a picture is that does not say so, in percent of its width. */
const TALL = 150;
const MAIN = '#hc-first > main, #root .stMainBlockContainer';
const COLUMN = '.hc-cols > div, [data-testid=stColumn]';

/**
 * The wanted height of a page.
 *
 * @param {number} content how high it is now
 * @param {{ column: number, now: number, own: number }[]} pictures how high each is `now` and on
 * its `own`, and where the `column` ends in which it stands
 */
export function wanted(content, pictures) {
  const columns = pictures.map(({ column, now, own }) => column + Math.max(0, own - now));
  return Math.max(LEAST, Math.ceil(Math.max(content, ...columns)));
}

/**
 * @param {(height: number) => void} tell
 * @returns {() => void} looks now
 */
export function watchHeight(tell) {
  let told = 0;
  const soon = oncePerFrame();
  const sizes = new ResizeObserver(() => soon(measure));
  /** @type {Element | null} */
  let main = null;
  const measure = () => {
    const now = document.querySelector(MAIN);
    if (now !== main) {
      sizes.disconnect();
      main = now;
      if (main) sizes.observe(main);
    }
    if (!main) return;
    const height = heightOf(main);
    if (height === told) return;
    told = height;
    tell(height);
  };
  new MutationObserver(() => soon(measure)).observe(document.body, {
    childList: true,
    subtree: true,
  });
  addEventListener('resize', () => soon(measure));
  measure();
  return measure;
}

/** @param {Element} main */
function heightOf(main) {
  const top = main.getBoundingClientRect().top;
  const end = Number.parseFloat(getComputedStyle(main).paddingBottom);
  const pictures = [...main.querySelectorAll('.hc-plot')].flatMap((plot) => {
    const { width, height } = plot.getBoundingClientRect();
    const own = ownHeight(plot, width);
    const column = endOf(plot.closest(COLUMN) ?? main) - top + end;
    return own ? [{ column, now: height, own }] : [];
  });
  return wanted(main.getBoundingClientRect().height, pictures);
}

/**
 * How high a picture would be in a frame without end; 0 where its height is fixed.
 *
 * @param {Element} plot
 * @param {number} width px
 */
function ownHeight(plot, width) {
  const style = getComputedStyle(plot);
  /** @param {string} name */
  const said = (name) => Number.parseFloat(style.getPropertyValue(`--hc-${name}`));
  return Math.min(((said('tall') || TALL) / 100) * said('share') * width, said('most'));
}

/**
 * Where what stands in a column ends: the column itself may be as high as the one beside it.
 *
 * @param {Element} column
 */
function endOf(column) {
  const last = column.lastElementChild ?? column;
  return last.getBoundingClientRect().bottom;
}
