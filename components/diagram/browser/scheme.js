// Whether the page is light or dark.

/** Red, green and blue of a dark background add up to less. */
const DARK = 380;

/**
 * Whether the page is dark, whoever made it so: the reader's system, or Streamlit's menu.
 *
 * @param {Element} element one that has the page's background
 */
export function isDark(element) {
  const { backgroundColor } = getComputedStyle(element);
  const [red, green, blue] = (backgroundColor.match(/[\d.]+/g) || [255, 255, 255]).map(Number);
  return red + green + blue < DARK;
}
