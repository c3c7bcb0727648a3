// The parts of the component's HTML (diagram.html).

/**
 * The one element that a selector names. An error says what is missing, which otherwise nobody
 * would see.
 *
 * @param {Element} root
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function part(root, selector) {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`${selector} is not in the component's HTML`);
  return /** @type {HTMLElement} */ (found);
}
