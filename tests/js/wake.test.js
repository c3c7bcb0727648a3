// The screen stays awake while somebody presents, and no longer.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { look, stayAwake } from '../../components/diagram/pen/wake.js';

const put = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true });

/** A browser as far as this is concerned: what is asked of it, and where it is. */
function browser({ refuses = false } = {}) {
  const heard = new Map();
  const found = { asked: 0, released: 0, heard, lose: () => {} };
  const request = async () => {
    found.asked += 1;
    if (refuses) throw new Error('not now');
    const ends = [];
    found.lose = () => {
      for (const act of ends) act();
    };
    const release = () => {
      found.released += 1;
    };
    return { addEventListener: (_, act) => ends.push(act), release };
  };
  put('navigator', { wakeLock: { request } });
  put('location', { search: '?presenter=1' });
  put('setInterval', () => 7);
  put('clearInterval', () => {});
  put('document', {
    visibilityState: 'visible',
    addEventListener: (name, act) => heard.set(name, act),
    removeEventListener: (name) => heard.delete(name),
  });
  return found;
}
const soon = () => new Promise((done) => setImmediate(done));

describe('stayAwake', () => {
  it('asks once, again when the page comes back, and lets go when it is left', async () => {
    const found = browser();
    stayAwake();
    await soon();
    stayAwake(); // every message says so
    await soon();
    assert.equal(found.asked, 1);
    document.visibilityState = 'hidden';
    found.lose();
    found.heard.get('visibilitychange')();
    assert.equal(found.asked, 1);
    document.visibilityState = 'visible';
    found.heard.get('visibilitychange')();
    await soon();
    assert.equal(found.asked, 2);
    location.search = '?structure=sartorius';
    look();
    assert.equal(found.released, 1);
    assert.equal(found.heard.size, 0);
  });

  it('asks again at the next touch where the browser refuses', async () => {
    const found = browser({ refuses: true });
    stayAwake();
    await soon();
    found.heard.get('pointerdown')();
    await soon();
    assert.equal(found.asked, 2);
    location.search = '';
    look();
  });

  it('does nothing where the browser cannot', () => {
    const found = browser();
    put('navigator', {});
    stayAwake();
    assert.equal(found.heard.size, 0);
  });
});
