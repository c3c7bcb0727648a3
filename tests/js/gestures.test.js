// Fingers and mouse: what is a tap, and what two fingers do.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Gestures, isTap, MOVED, SLOW } from '../../components/diagram/browser/gestures.js';

describe('isTap', () => {
  const down = { x: 100, y: 100, at: 1000 };
  const up = (far, after) => ({ x: 100 + far, y: 100, at: 1000 + after });

  for (const pointer of ['mouse', 'finger']) {
    it(`bears as much trembling as a ${pointer} has`, () => {
      assert.equal(isTap(down, up(MOVED[pointer], 50), pointer), true);
      assert.equal(isTap(down, up(MOVED[pointer] + 0.1, 50), pointer), false);
    });
  }

  it('counts both directions', () => {
    assert.equal(isTap(down, { x: 103, y: 103, at: 1010 }, 'mouse'), false);
  });

  it('is quick', () => {
    assert.equal(isTap(down, up(0, SLOW), 'mouse'), true);
    assert.equal(isTap(down, up(0, SLOW + 1), 'mouse'), false);
  });
});

describe('Gestures', () => {
  globalThis.requestAnimationFrame = (act) => act();
  globalThis.cancelAnimationFrame = () => {};

  const touched = (...steps) => {
    const done = [];
    const plot = {
      contains: () => true,
      getBoundingClientRect: () => ({ left: 0, top: 0, width: 400, height: 800 }),
    };
    const gestures = new Gestures(plot, {
      tap: (x, y, pointer) => done.push(`tap ${x} ${y} ${pointer}`),
      hover: (x, y) => done.push(`hover ${x} ${y}`),
      leave: () => {},
      zoom: (factor) => done.push(`zoom ${factor}`),
      ranges: () => ({ x: [-100, 100], y: [-200, 200] }),
      move: ({ x, y }) => done.push(`move ${x} ${y}`),
      hold: (held) => done.push(held ? 'hold' : 'let go'),
    });
    for (const [act, pointerId, clientX, clientY, more] of steps) {
      const event = { pointerId, clientX, clientY, button: 0, timeStamp: 0, pointerType: 'touch' };
      gestures[act]({ ...event, ...more });
    }
    return done;
  };

  it('taps where the finger lifts', () => {
    assert.deepEqual(touched(['pressed', 1, 50, 60], ['lifted', 1, 52, 60]), ['tap 52 60 finger']);
  });

  it('does not tap when the finger moved, the browser took it, or it came from elsewhere', () => {
    assert.deepEqual(touched(['pressed', 1, 50, 60], ['lifted', 1, 50, 90]), []);
    assert.deepEqual(
      touched(['pressed', 1, 50, 60], ['taken', 1, 50, 60], ['lifted', 1, 50, 60]),
      [],
    );
    assert.deepEqual(touched(['lifted', 1, 50, 60]), []);
  });

  it('does not tap with another button than the first', () => {
    const mouse = { pointerType: 'mouse', button: 2 };
    assert.deepEqual(touched(['pressed', 1, 5, 5, mouse], ['lifted', 1, 5, 5, mouse]), []);
  });

  it('follows while two fingers move, lets go when one lifts, and taps with neither', () => {
    const done = touched(
      ['pressed', 1, 100, 400],
      ['pressed', 2, 300, 400],
      ['moved', 1, 150, 400],
      ['moved', 2, 250, 400],
      ['lifted', 2, 250, 400],
      ['lifted', 1, 150, 400],
    );
    assert.equal(done.at(0), 'hold');
    assert.equal(done.at(-2), 'move -200,200 -400,400');
    assert.equal(done.at(-1), 'let go');
    assert.equal(done.filter((act) => act.startsWith('tap')).length, 0);
    assert.equal(done.filter((act) => act === 'let go').length, 1);
  });

  it('moves with the mouse as soon as that is no click any more, from where it came down', () => {
    const mouse = { pointerType: 'mouse' };
    const down = ['pressed', 1, 100, 400, mouse];
    assert.deepEqual(touched(down, ['moved', 1, 103, 400, mouse]), []);
    const done = touched(
      down,
      ['moved', 1, 103, 400, mouse],
      ['moved', 1, 140, 400, mouse],
      ['moved', 1, 102, 400, mouse],
      ['lifted', 1, 140, 380, mouse],
    );
    assert.deepEqual(done.slice(0, 3), ['hold', 'move -120,80 -200,200', 'move -101,99 -200,200']);
    assert.equal(done.at(-1), 'let go');
    assert.equal(done.filter((act) => act.startsWith('tap')).length, 0);
  });

  it('does not move with one finger, which scrolls the page, nor with another button', () => {
    assert.deepEqual(touched(['pressed', 1, 100, 400], ['moved', 1, 150, 400]), []);
    const other = { pointerType: 'mouse', button: 2 };
    assert.deepEqual(touched(['pressed', 1, 9, 9, other], ['moved', 1, 90, 9, other]), []);
  });

  it('waits while there is a third finger', () => {
    const three = [1, 2, 3].map((id) => ['pressed', id, 100 * id, 400]);
    const done = touched(...three, ['moved', 1, 150, 400], ['moved', 2, 250, 400]);
    assert.deepEqual(done, ['hold']);
  });

  it('does not tap when a second finger came and went, or the browser took one', () => {
    const down = ['pressed', 1, 100, 400];
    const both = [down, ['pressed', 2, 300, 400], ['lifted', 2, 300, 400]];
    const done = touched(...both, ['lifted', 1, 100, 400]);
    assert.deepEqual(done, ['hold', 'move -100,100 -200,200', 'let go']);
    assert.deepEqual(touched(down, ['taken', 9, 0, 0], ['lifted', 1, 100, 400]), []);
  });

  it('hovers with a mouse, never with a finger', () => {
    assert.deepEqual(touched(['moved', 1, 7, 8, { pointerType: 'mouse' }]), ['hover 7 8']);
    assert.deepEqual(touched(['moved', 1, 7, 8]), []);
  });

  it('zooms by wheel only with the key that a touchpad sends', () => {
    const wheel = { preventDefault: () => {}, deltaY: 5 };
    assert.deepEqual(touched(['turned', 1, 0, 0, wheel]), []);
    assert.deepEqual(touched(['turned', 1, 0, 0, { ...wheel, ctrlKey: true }]), ['zoom 1.15']);
  });
});
