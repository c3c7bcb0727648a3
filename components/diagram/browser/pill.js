// Where a name in a box is placed, px: near its point, on no arrow and no other name. No screen
// here.

/** @import { Box, Point, Size } from './types.js' */

/**
 * How far from its point a box is tried, px, and on which sides; the first that is free is taken.
 */
const FAR = [14, 30, 52, 80, 115];
const SIDES = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [0.8, -0.8],
  [-0.8, -0.8],
  [0.8, 0.8],
  [-0.8, 0.8],
];
/** Free px at the edges, and the column of buttons at the lower right. */
const MARGIN = 3;
const TOOLS = { wide: 58, high: 220 };

/**
 * The upper left corner of a box.
 *
 * @param {Point} point what the box names
 * @param {Size} box
 * @param {Size} stage
 * @param {Box[]} taken
 * @param {boolean} below whether it stands under its point, whatever lies there
 * @returns {Point}
 */
export function placed([x, y], box, stage, taken, below) {
  const { width, height } = box;
  const most = stage.width - width - MARGIN;
  if (below) return [within(x - width / 2, most), y + 4];
  /** @type {Point[]} */
  const places = FAR.flatMap((far) =>
    SIDES.map(([across, down]) => [
      x + across * (far + width / 2) - width / 2,
      y + down * (far + height / 2) - height / 2,
    ]),
  ).map(([u, v]) => [u, v]);
  const seen = places.filter((place) => onStage(place, box, stage));
  return (
    seen.find((place) => isFree(place, box, taken)) ??
    seen[0] ?? [within(x + 12, most), within(y - height / 2, stage.height - height - MARGIN)]
  );
}

/**
 * @param {Point} corner
 * @param {Size} box
 * @param {Size} stage
 */
function onStage([u, v], { width, height }, stage) {
  const right = v + height > stage.height - TOOLS.high ? TOOLS.wide : MARGIN;
  const across = u >= MARGIN && u + width <= stage.width - right;
  return across && v >= MARGIN && v + height <= stage.height - MARGIN;
}

/**
 * @param {Point} corner
 * @param {Size} box
 * @param {Box[]} taken
 */
function isFree([u, v], { width, height }, taken) {
  return !taken.some(
    ([left, top, right, bottom]) => u < right && left < u + width && v < bottom && top < v + height,
  );
}

/**
 * @param {number} start
 * @param {number} most
 */
const within = (start, most) => Math.max(MARGIN, Math.min(start, most));

/**
 * A text in lines of at most so many letters; a longer word has a line of its own.
 *
 * @param {string} text
 * @param {number} most
 */
export function broken(text, most) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && longer.length <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
