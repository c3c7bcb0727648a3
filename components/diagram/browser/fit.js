// How large a view is drawn at first: as large as the frame allows, while every name stays inside
// and neither names nor picture go under the buttons. No screen here.

/** @import { Extent, Point, Ranges, Size } from './types.js' */

/**
 * A name's box in px around its point in mm; y upwards.
 *
 * @typedef {{ x: number, y: number, left: number, right: number, low: number, high: number }} Label
 */

/**
 * A section on a narrow screen has its names above and below: it is taller than wide, in % of the
 * width.
 */
export const TALL_SECTION = 125;
/** Free px at the edges. */
const MARGIN = 6;
/** A section has words at its edges, as in "Front" and "Back", px. */
const EDGE = 22;
/** The column of buttons at the lower right, px. */
const TOOLS = { wide: 60, high: 214 };
/** Scales between which a fit is sought, px per mm, and how closely. */
const SCALES = { least: 0.3, most: 20, close: 0.002 };

/**
 * What a frame must show of a view. Where it is narrow, the far side of the pelvis may be cut off.
 *
 * @param {Extent} extent
 * @param {boolean} narrow
 * @param {boolean} section
 * @returns {Ranges}
 */
export function mustShow(extent, narrow, section) {
  return { x: narrow && !section ? extent.x : extent.whole, y: extent.y };
}

/**
 * The ranges in mm that a frame shows when all fits as large as it can; without a size (it is not on
 * the page, or not yet) what it must show.
 *
 * @param {Ranges} must what must be seen, mm
 * @param {Size} size of the frame, px
 * @param {{ labels: Label[], points: Point[], section: boolean }} content
 * @returns {Ranges}
 */
export function fitted(must, size, content) {
  if (!size.width || !size.height) return must;
  let { least, most } = SCALES;
  while (most - least > SCALES.close) {
    const scale = (least + most) / 2;
    if (laidOut(scale, must, size, content).fits) least = scale;
    else most = scale;
  }
  const { left, up } = laidOut(least, must, size, content);
  return {
    x: [left / least, (left + size.width) / least],
    y: [-up / least, (size.height - up) / least],
  };
}

/**
 * Lay all out at a scale, in px from the origin of the mm: whether it fits, and where the frame's
 * left edge then is and how far the origin stands above its lower edge.
 *
 * @param {number} scale px per mm
 * @param {Ranges} must
 * @param {Size} size
 * @param {{ labels: Label[], points: Point[], section: boolean }} content
 */
function laidOut(scale, must, { width, height }, { labels, points, section }) {
  const low = Math.min(must.y[0] * scale, ...labels.map((l) => l.y * scale + l.low));
  const high = Math.max(must.y[1] * scale, ...labels.map((l) => l.y * scale + l.high));
  const up = (height - high - low) / 2;
  /** @param {number} y px */
  const clear = (y) => (y + up < TOOLS.high ? TOOLS.wide : MARGIN);

  const left = Math.min(
    must.x[0] * scale - MARGIN,
    ...labels.map((l) => l.x * scale + l.left - MARGIN),
  );
  let right = Math.max(
    must.x[1] * scale + MARGIN,
    ...labels.map((l) => l.x * scale + l.right + clear(l.y * scale + l.low)),
  );
  for (const [x, y] of points) right = Math.max(right, x * scale + clear(y * scale));

  const tall = high - low + 2 * (section ? EDGE : 0);
  return {
    fits: tall <= height + 0.01 && right - left <= width,
    left: (left + right - width) / 2,
    up,
  };
}
