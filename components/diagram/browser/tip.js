// The name that follows the mouse.

export class Tip {
  /**
   * @param {HTMLElement} element
   * @param {HTMLElement} around what the tip stays within
   */
  constructor(element, around) {
    this.element = element;
    this.around = around;
  }

  hide() {
    this.element.hidden = true;
  }

  /**
   * @param {string} words
   * @param {number} x px of the page
   * @param {number} y
   */
  show(words, x, y) {
    const frame = this.around.getBoundingClientRect();
    this.element.hidden = false; // first, so that it has a width
    this.element.textContent = words;
    const most = frame.width - this.element.offsetWidth - 4;
    this.element.style.left = `${Math.min(x - frame.left + 14, most)}px`;
    this.element.style.top = `${Math.max(4, y - frame.top - 34)}px`;
  }
}
