// What stands at the foot of the window of those in a room: one line, one or two taps.

/** @import { Words } from './types.js' */

const STYLE = 'rules';

export class Bar {
  constructor() {
    this.box = document.createElement('div');
    this.box.id = 'hc-room-bar';
    this.box.setAttribute('role', 'region');
    this.box.setAttribute('aria-label', 'Room');
    this.line = document.createElement('p');
    this.line.setAttribute('role', 'status');
    this.row = document.createElement('div');
    this.box.append(this.line, this.row);
    this.last = '';
  }

  /**
   * @param {Words} words
   */
  show({ said, buttons }) {
    this.enter();
    if (this.line.textContent !== said) this.line.textContent = said;
    const names = buttons.map(([name]) => name).join('|');
    if (names === this.last) return;
    this.last = names;
    this.row.replaceChildren(...buttons.map(([name, act]) => button(name, act)));
  }

  enter() {
    if (this.box.isConnected) return;
    if (!document.getElementById('hc-room-style')) {
      const style = document.createElement('style');
      style.id = 'hc-room-style';
      style.textContent = STYLE;
      document.head.append(style);
    }
    document.body.append(this.box);
    document.documentElement.classList.add('hc-in-room');
  }

  leave() {
    this.box.remove();
    document.documentElement.classList.remove('hc-in-room');
  }
}

/**
 * @param {string} name
 * @param {() => void} act
 */
function button(name, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = name;
  made.addEventListener('click', act);
  return made;
}
