// The picture as it is seen, strokes and all, as a PNG: put together here, and saved by the browser.
// Nothing leaves the machine.

import { letters } from './letterforms.js';
import { still } from './still.js';

/** @import { Stage } from '../browser/stage.js' */

/** Pixels of the PNG per px of the screen. */
const SCALE = 2;
/** Room above for the title, and below for the credit, px. */
const ABOVE = 40;
const BELOW = 30;
const EDGE = 14;
/** How long a saved picture is kept ready for the browser to write it down, ms. */
const KEPT = 10_000;

/**
 * Save what is seen of a stage.
 *
 * @param {Stage} stage
 * @param {string} credit what stands on every picture that is carried away
 */
export async function save(stage, credit) {
  const { picture } = stage;
  const { sight } = picture;
  if (sight.ranges !== sight.drawn) await sight.rest();
  const { names, title } = picture.figure.hipchain;
  const chosen = stage.selected && names[stage.selected];
  const canvas = await painted(stage, [title, chosen].filter(Boolean).join(': '), credit);
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('the browser makes no picture');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `hipchain ${chosen || title}.png`.toLowerCase().replace(/[^a-z0-9.]+/g, '-');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}

/**
 * @param {Stage} stage
 * @param {string} title
 * @param {string} credit
 */
async function painted({ root, picture, selection, overlay, more }, title, credit) {
  const { width, height } = picture.size;
  const { color, backgroundColor } = getComputedStyle(root);
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = (ABOVE + height + BELOW) * SCALE;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  pen.scale(SCALE, SCALE);
  pen.fillStyle = backgroundColor;
  pen.fillRect(0, 0, width, ABOVE + height + BELOW);

  const names = [...picture.plot.querySelectorAll('.main-svg')];
  const layers = [picture.drawing.svg, ...names, selection.svg, overlay.svg];
  const shown = [...layers, ...more.map(({ svg }) => svg)];
  const size = { width: width * SCALE, height: height * SCALE };
  const image = await still(shown, picture.size, size, await letters(picture.font));
  pen.drawImage(image, 0, ABOVE, width, height);

  pen.fillStyle = color;
  pen.textBaseline = 'middle';
  /** @type {(words: string, font: string, y: number, align?: CanvasTextAlign) => void} */
  const write = (words, font, y, align = 'left') => {
    pen.font = `${font} ${picture.font}`;
    pen.textAlign = align;
    const x = { left: EDGE, center: width / 2, right: width - EDGE }[String(align)];
    pen.fillText(words, x ?? EDGE, y, width - 2 * EDGE);
  };
  const { marks } = picture.figure.hipchain;
  write(title, '600 17px', ABOVE / 2, 'center');
  write(marks.left ?? '', '14px', ABOVE / 2);
  write(marks.right ?? '', '14px', ABOVE / 2, 'right');
  write(marks.top ?? '', '14px', ABOVE + EDGE, 'center');
  write(marks.bottom ?? '', '14px', ABOVE + height - EDGE, 'center');
  write(`${credit} HipChain.`, '11px', ABOVE + height + BELOW / 2);
  return canvas;
}
