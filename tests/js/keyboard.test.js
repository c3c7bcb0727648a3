// Keys: what each asks for, and the walk from structure to structure.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asked, listenToKeys, neighbour } from '../../components/diagram/browser/keyboard.js';

const ORDER = ['hip', 'thigh', 'knee'];

describe('neighbour', () => {
  it('walks down and up', () => {
    assert.equal(neighbour(ORDER, 'hip', 1), 'thigh');
    assert.equal(neighbour(ORDER, 'knee', -1), 'thigh');
  });

  it('goes round at both ends', () => {
    assert.equal(neighbour(ORDER, 'knee', 1), 'hip');
    assert.equal(neighbour(ORDER, 'hip', -1), 'knee');
  });

  it('begins at the top where nothing is selected, or what is not in the picture', () => {
    assert.equal(neighbour(ORDER, null, 1), 'hip');
    assert.equal(neighbour(ORDER, 'elbow', 1), 'hip');
  });
});

describe('asked', () => {
  it('knows its keys', () => {
    assert.deepEqual(asked('ArrowRight'), { step: 1 });
    assert.deepEqual(asked('ArrowUp'), { step: -1 });
    assert.deepEqual(asked('Escape'), { clear: true });
    assert.deepEqual(asked('0'), { zoom: 0 });
    assert.deepEqual(asked('='), asked('+'));
    assert.ok(asked('+').zoom < 1 && asked('-').zoom > 1);
  });

  it('leaves all others to the page', () => {
    for (const key of ['Tab', 'Enter', 'a', ' ', 'PageDown']) assert.equal(asked(key), null);
  });
});

describe('listenToKeys', () => {
  const pressed = (key, quiet) => {
    const done = [];
    const plot = new EventTarget();
    const ending = new AbortController();
    const acts = {
      quiet: () => quiet,
      walk: (step) => done.push(`walk ${step}`),
      clear: () => done.push('clear'),
      zoom: (factor) => done.push(`zoom ${factor}`),
    };
    listenToKeys(plot, acts, ending.signal);
    const press = () => {
      const event = Object.assign(new Event('keydown', { cancelable: true }), { key });
      plot.dispatchEvent(event);
      return event.defaultPrevented;
    };
    const kept = press();
    ending.abort();
    press();
    return { done, kept };
  };

  it('acts once, keeps the key from the page, and ends when it is told', () => {
    assert.deepEqual(pressed('ArrowDown', false), { done: ['walk 1'], kept: true });
    assert.deepEqual(pressed('Escape', false), { done: ['clear'], kept: true });
    assert.deepEqual(pressed('Tab', false), { done: [], kept: false });
  });

  it('gives no name away in a quiz, but zooms', () => {
    assert.deepEqual(pressed('ArrowDown', true), { done: [], kept: false });
    assert.deepEqual(pressed('Escape', true), { done: [], kept: false });
    assert.deepEqual(pressed('-', true), { done: ['zoom 1.25'], kept: true });
  });
});
