// Fingers and mouse: what is a tap, and what two fingers do.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Gestures } from '../../components/diagram/browser/gestures.js';

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
      // two tissues, side by side
      under: (x) => ({ id: x < 200 ? 'left' : 'right', stack: [], x }),
      press: (found) => done.push(`show ${found?.id}`),
      tap: ({ id, x }) => done.push(`tap ${id} ${x}`),
      hover: (x, y) => done.push(`hover ${x} ${y}`),
      leave: () => {},
      zoom: (factor) => done.push(`zoom ${factor}`),
      ranges: () => ({ x: [-100, 100], y: [-200, 200] }),
      move: ({ x, y }) => done.push(`move ${x} ${y}`),
      hold: (held) => done.push(held ? 'hold' : 'let go'),
    });
    for (const [act, pointerId, clientX, clientY, more] of steps) {
      const event = { pointerId, clientX, clientY, button: 0, timeStamp: 0, pointerType: 'touch' };
      const changedTouches = [{ clientX, clientY }];
      gestures[act]({ ...event, width: 20, changedTouches, ...more });
    }
    return done;
  };

  const acts = (...steps) => touched(...steps).filter((act) => !act.startsWith('show'));
  const mouse = { pointerType: 'mouse', width: 1 };

  for (const [name, more] of [
    ['mouse', mouse],
    ['finger', {}],
  ]) {
    for (const held of [0, 100, 700, 3000]) {
      for (const rolled of [0, 3, 6, 12, 20]) {
        it(`is a tap: ${name}, held ${held} ms, rolled ${rolled} px`, () => {
          const end = 50 + rolled;
          const done = acts(
            ['pressed', 1, 50, 60, more],
            ['moved', 1, end, 60, more],
            ['lifted', 1, end, 60, { ...more, timeStamp: held }],
          );
          assert.equal(done.at(-1), `tap left ${end}`);
          const moves = done.filter((act) => act.startsWith('move'));
          assert.equal(moves.at(-1) ?? 'none', moves.length ? 'move -100,100 -200,200' : 'none');
        });
      }
    }

    it(`is no tap: ${name} that was lifted on another tissue, or went far`, () => {
      const down = ['pressed', 1, 190, 60, more];
      for (const x of [205, 100]) {
        const done = acts(down, ['moved', 1, x, 60, more], ['lifted', 1, x, 60, more]);
        assert.equal(done.filter((act) => act.startsWith('tap')).length, 0);
      }
    });
  }

  it('chooses what was pressed where a hand trembles over its edge', () => {
    const done = touched(['pressed', 1, 196, 60], ['moved', 1, 203, 60], ['lifted', 1, 203, 60]);
    assert.deepEqual(done, ['show left', 'show undefined', 'tap left 196']);
  });

  it('shows at once what is pressed, and no longer than it is', () => {
    assert.deepEqual(touched(['pressed', 1, 50, 60]), ['show left']);
    const gone = touched(['pressed', 1, 50, 60], ['moved', 1, 50, 120]);
    assert.deepEqual(gone, ['show left', 'show undefined']);
  });

  it('is a tap when the page took the finger for a roll, none when it went on as a swipe', () => {
    const down = [
      ['pressed', 1, 50, 60],
      ['moved', 1, 50, 76],
      ['taken', 1, 50, 76],
    ];
    const rolled = touched(...down, ['slides', 1, 50, 79], ['slidOff', 1, 50, 80]);
    assert.deepEqual(rolled, ['show left', 'show undefined', 'tap left 50']);
    const swiped = touched(...down, ['slides', 1, 50, 180], ['slidOff', 1, 50, 60]);
    assert.deepEqual(swiped, ['show left', 'show undefined']);
  });

  it('does not tap when the finger came from elsewhere, or with another button', () => {
    assert.deepEqual(acts(['lifted', 1, 50, 60]), []);
    const other = { ...mouse, button: 2 };
    assert.deepEqual(touched(['pressed', 1, 5, 5, other], ['lifted', 1, 5, 5, other]), []);
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
    assert.deepEqual(done.slice(0, 3), ['show left', 'show undefined', 'hold']);
    assert.equal(done.at(-2), 'move -200,200 -400,400');
    assert.equal(done.at(-1), 'let go');
    assert.equal(done.filter((act) => act.startsWith('tap')).length, 0);
    assert.equal(done.filter((act) => act === 'let go').length, 1);
  });

  it('moves with the mouse as soon as that is no click any more, from where it came down', () => {
    const down = ['pressed', 1, 100, 400, mouse];
    assert.deepEqual(acts(down, ['moved', 1, 103, 400, mouse]), []);
    const done = acts(
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
    assert.deepEqual(acts(['pressed', 1, 100, 400], ['moved', 1, 150, 400]), []);
    const other = { ...mouse, button: 2 };
    assert.deepEqual(touched(['pressed', 1, 9, 9, other], ['moved', 1, 90, 9, other]), []);
  });

  it('waits while there is a third finger', () => {
    const three = [1, 2, 3].map((id) => ['pressed', id, 100 * id, 400]);
    const done = acts(...three, ['moved', 1, 150, 400], ['moved', 2, 250, 400]);
    assert.deepEqual(done, []);
  });

  describe('beside a palm', () => {
    const finger = ['pressed', 1, 50, 400];
    const palm = (timeStamp, more) => ['pressed', 2, 300, 500, { timeStamp, ...more }];

    it('taps when the palm comes later, stays and rolls', () => {
      const done = acts(
        finger,
        palm(30),
        ['moved', 2, 305, 508],
        ['moved', 1, 70, 400],
        ['lifted', 1, 70, 400, { timeStamp: 900 }],
        ['lifted', 2, 305, 508, { timeStamp: 1500 }],
      );
      assert.deepEqual(done, ['tap left 70']);
    });

    it('taps when the palm came and went', () => {
      const done = acts(finger, palm(10), ['lifted', 2, 300, 500], ['lifted', 1, 50, 400]);
      assert.deepEqual(done, ['tap left 50']);
    });

    it('taps again and again while it rests, and never where it rests', () => {
      const taps = [400, 900].flatMap((timeStamp) => [
        ['pressed', 1, 50, 400, { timeStamp }],
        ['lifted', 1, 50, 400, { timeStamp: timeStamp + 80 }],
      ]);
      const done = acts(palm(0), ...taps, ['lifted', 2, 300, 500, { timeStamp: 2000 }]);
      assert.deepEqual(done, ['tap left 50', 'tap left 50']);
    });

    it('taps where the finger is, not where the wider contact is', () => {
      const wide = { width: 60 };
      const done = acts(finger, palm(400, wide), ['lifted', 2, 300, 500], ['lifted', 1, 50, 400]);
      assert.deepEqual(done, ['tap left 50']);
    });
  });

  it('hovers with a mouse, never with a finger', () => {
    assert.deepEqual(touched(['moved', 1, 7, 8, mouse]), ['hover 7 8']);
    assert.deepEqual(touched(['moved', 1, 7, 8]), []);
  });

  it('zooms by wheel only with the key that a touchpad sends', () => {
    const wheel = { preventDefault: () => {}, deltaY: 5 };
    assert.deepEqual(touched(['turned', 1, 0, 0, wheel]), []);
    assert.deepEqual(touched(['turned', 1, 0, 0, { ...wheel, ctrlKey: true }]), ['zoom 1.15']);
  });
});
