// A hand on the sheet: which pointer draws, and which ones move the picture.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Hand, PALM, QUICK } from '../../components/diagram/pen/hand.js';

const RANGES = { x: [-100, 100], y: [-200, 200] };

/** What is done when these events come: [what, pointer, x, y, more]. */
const done = (...steps) => {
  const acts = [];
  const hand = new Hand({
    begin: ({ x, y }, rubber) => acts.push(`${rubber ? 'rub' : 'begin'} ${x},${y}`),
    extend: (spots) => acts.push(`on ${spots.map(({ x, y }) => `${x},${y}`).join(' ')}`),
    end: () => acts.push('end'),
    drop: () => acts.push('drop'),
    frame: () => ({ left: 0, top: 0, width: 400, height: 800 }),
    ranges: () => RANGES,
    move: ({ x, y }) => acts.push(`move ${[...x, ...y].map((mm) => Math.round(mm))}`),
    hold: (held) => acts.push(held ? 'hold' : 'let go'),
  });
  for (const [act, pointerId, clientX, clientY, more] of steps) {
    const event = { pointerId, clientX, clientY, pointerType: 'touch', button: 0, buttons: 1 };
    const whole = { ...event, shiftKey: false, timeStamp: 0, width: 20, ...more };
    if (act === 'moved') hand.moved(whole, more?.steps ?? [whole]);
    else hand[act](whole);
  }
  return acts;
};
const pen = { pointerType: 'pen', width: 1 };
const mouse = { pointerType: 'mouse', width: 1 };

describe('Hand', () => {
  for (const [name, more] of [
    ['finger', {}],
    ['mouse', mouse],
    ['pen', pen],
  ]) {
    it(`draws with a ${name}, through every spot that it passed`, () => {
      const steps = [
        { clientX: 5, clientY: 5 },
        { clientX: 9, clientY: 9 },
      ];
      assert.deepEqual(
        done(
          ['down', 1, 0, 0, more],
          ['moved', 1, 9, 9, { ...more, steps }],
          ['up', 1, 9, 9, more],
        ),
        ['begin 0,0', 'on 5,5 9,9', 'end'],
      );
    });
  }

  it('takes back what a finger began when a second one comes quickly, and zooms', () => {
    const acts = done(
      ['down', 1, 150, 400],
      ['moved', 1, 152, 400],
      ['down', 2, 250, 400, { timeStamp: QUICK - 1 }],
      ['moved', 2, 350, 400],
      ['up', 2, 350, 400],
      ['moved', 1, 90, 90], // one finger is left: it draws nothing
      ['up', 1, 90, 90],
      ['down', 3, 7, 7],
    );
    assert.deepEqual(acts, [
      'begin 150,400', 'on 152,400', 'drop', 'hold', 'move -62,37,-99,99', 'let go', 'begin 7,7',
    ]); // biome-ignore format: one after the other
  });

  it('keeps what a finger has drawn for a while when a second one comes', () => {
    const acts = done(['down', 1, 0, 0], ['down', 2, 99, 0, { timeStamp: QUICK + 1 }]);
    assert.deepEqual(acts, ['begin 0,0', 'end']);
  });

  it('lets no palm draw: wide as it is, taken by the browser, or beside a pen', () => {
    assert.deepEqual(done(['down', 1, 0, 0, { width: PALM }], ['moved', 1, 9, 9]), []);
    assert.deepEqual(done(['down', 1, 0, 0], ['cancelled', 1, 0, 0]), ['begin 0,0', 'drop']);
    const beside = done(
      ['down', 1, 0, 0, pen],
      ['down', 2, 50, 50],
      ['moved', 2, 90, 90],
      ['moved', 1, 4, 4, pen],
      ['up', 1, 4, 4, pen],
      ['moved', 2, 190, 190],
    );
    assert.deepEqual(beside, ['begin 0,0', 'on 4,4', 'end']);
  });

  it('takes back what a palm began before the pen came', () => {
    const acts = done(['down', 1, 50, 50], ['down', 2, 0, 0, pen], ['moved', 1, 90, 90]);
    assert.deepEqual(acts, ['begin 50,50', 'drop', 'begin 0,0']);
  });

  it('lets fingers move the picture once a pen has been near, and gives that back under a pen', () => {
    const hover = ['moved', 9, 0, 0, pen];
    assert.deepEqual(
      done(hover, ['down', 1, 200, 400], ['moved', 1, 205, 400], ['moved', 1, 240, 400]),
      ['hold', 'move -120,80,-200,200'],
    );
    assert.deepEqual(
      done(hover, ['down', 1, 200, 400], ['moved', 1, 240, 400], ['down', 2, 0, 0, pen]),
      ['hold', 'move -120,80,-200,200', 'move -100,100,-200,200', 'let go', 'begin 0,0'],
    );
  });

  it('rubs out with the other end of a pen', () => {
    assert.deepEqual(done(['down', 1, 3, 4, { ...pen, button: 5, buttons: 32 }]), ['rub 3,4']);
  });

  it('moves the picture with a mouse and shift, and leaves the right button alone', () => {
    const shift = { ...mouse, shiftKey: true };
    assert.deepEqual(
      done(['down', 1, 200, 400, shift], ['moved', 1, 240, 400, shift], ['up', 1, 240, 400, shift]),
      ['hold', 'move -120,80,-200,200', 'let go'],
    );
    assert.deepEqual(done(['down', 1, 0, 0, { ...mouse, button: 2, buttons: 2 }]), []);
  });

  it('drops everything when the pen is put down', () => {
    const acts = [];
    const hand = new Hand({ begin: () => {}, drop: () => acts.push('drop') });
    hand.down({ pointerId: 1, pointerType: 'mouse', button: 0, clientX: 0, clientY: 0 });
    hand.leave();
    hand.up({ pointerId: 1, clientX: 0, clientY: 0 });
    assert.deepEqual(acts, ['drop']);
  });
});
