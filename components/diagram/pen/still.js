// Layers of the stage as one image that needs no page around it: what rules give each element is
// written into it.

/** @import { Size } from '../browser/types.js' */

/** What is drawn by rules. */
const LOOKS = [
  'fill fill-opacity fill-rule opacity visibility paint-order mix-blend-mode mask clip-path',
  'stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap stroke-linejoin',
  'font-family font-size font-weight font-style text-anchor dominant-baseline',
  'transform transform-origin transform-box vector-effect',
].flatMap((names) => names.split(' '));

/**
 * @param {Element[]} layers from the back to the front, all of one size
 * @param {Size} size px of the screen
 * @param {Size} wanted px of the image
 * @param {string} letters rules for its letters
 * @returns {Promise<HTMLImageElement>}
 */
export async function still(layers, size, wanted, letters) {
  const whole = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const { width, height } = size;
  whole.setAttribute('viewBox', `0 0 ${width} ${height}`);
  whole.setAttribute('width', String(wanted.width));
  whole.setAttribute('height', String(wanted.height));
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  style.textContent = letters;
  whole.append(style, ...layers.map((layer) => framed(layer, size)));
  const text = new XMLSerializer().serializeToString(whole);
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * @param {Element} layer
 * @param {Size} size
 */
function framed(layer, { width, height }) {
  const copy = /** @type {SVGElement} */ (dressed(layer) ?? layer.cloneNode(false));
  copy.removeAttribute('style');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('overflow', 'hidden');
  copy.setAttribute('style', `opacity: ${getComputedStyle(layer).opacity}`);
  return copy;
}

/**
 * A copy with its looks; null for what is not seen.
 *
 * @param {Element} element
 * @returns {Element | null}
 */
function dressed(element) {
  const copy = /** @type {Element} */ (element.cloneNode(false));
  const look = getComputedStyle(element);
  if (look.display === 'none' && !element.closest('defs, mask, pattern, clipPath')) return null;
  copy.setAttribute(
    'style',
    LOOKS.map((name) => `${name}:${look.getPropertyValue(name)}`).join(';'),
  );
  for (const child of element.childNodes) {
    const inner = child instanceof Element ? dressed(child) : child.cloneNode();
    if (inner) copy.appendChild(inner);
  }
  return copy;
}
