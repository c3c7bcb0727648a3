// Names in boxes: where they are placed, and how a text is broken.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { broken, placed } from '../../components/diagram/browser/pill.js';

const STAGE = { width: 600, height: 800 };
const BOX = { width: 100, height: 30 };
const place = (point, taken = [], below = false) => placed(point, BOX, STAGE, taken, below);
const around = ([x, y], far) => [x - far, y - far, x + far, y + far];

describe('placed', () => {
  it('stands at the right of its point where that is free', () => {
    assert.deepEqual(place([200, 300]), [214, 285]);
  });

  it('goes to the left where the right is taken', () => {
    assert.deepEqual(place([300, 300], [[310, 280, 420, 320]]), [186, 285]);
  });

  it('goes above, then below, where both sides are taken', () => {
    const sides = [
      [310, 290, 420, 310],
      [180, 290, 290, 310],
    ];
    assert.deepEqual(place([300, 300], sides), [250, 256]);
    assert.deepEqual(place([300, 300], [...sides, [250, 250, 350, 285]]), [250, 314]);
  });

  it('goes further away rather than onto an arrow', () => {
    const [x, y] = place([300, 300], [around([300, 300], 45)]);
    const beside = x >= 345 || x + 100 <= 255 || y >= 345 || y + 30 <= 255;
    assert.ok(beside, `${x}, ${y}`);
  });

  it('touches what is taken without counting as on it', () => {
    const around = [
      [314, 285, 400, 315],
      [100, 285, 214, 315],
      [214, 200, 314, 285],
      [214, 315, 314, 400],
    ];
    assert.deepEqual(place([200, 300], around), [214, 285]);
  });

  for (const point of [
    [3, 3],
    [597, 3],
    [3, 797],
    [560, 790],
    [300, 2],
  ]) {
    it(`stays on the stage: ${point}`, () => {
      const [x, y] = place(point);
      assert.ok(x >= 3 && x + 100 <= 597);
      assert.ok(y >= 3 && y + 30 <= 797);
    });
  }

  it('keeps off the buttons at the lower right', () => {
    const [x, y] = place([470, 700]);
    assert.ok(x + 100 <= 600 - 58 || y + 30 <= 800 - 220, `${x}, ${y}`);
    assert.deepEqual(place([470, 300]), [484, 285]);
  });

  it('covers something rather than leaving the stage', () => {
    const [x, y] = place([200, 300], [[0, 0, 600, 800]]);
    assert.deepEqual([x, y], [214, 285]);
  });

  it('is cut to the stage where no place is on it', () => {
    const wide = { width: 700, height: 30 };
    assert.deepEqual(placed([300, 300], wide, STAGE, [], false), [3, 285]);
  });

  it('stands under its point where that is asked, whatever lies there', () => {
    assert.deepEqual(place([300, 300], [[0, 0, 600, 800]], true), [250, 304]);
    assert.deepEqual(place([10, 300], [], true), [3, 304]);
    assert.deepEqual(place([590, 300], [], true), [497, 304]);
  });
});

describe('broken', () => {
  it('fills lines up to their most', () => {
    assert.deepEqual(broken('one two three', 7), ['one two', 'three']);
    assert.deepEqual(broken('one two three', 6), ['one', 'two', 'three']);
    assert.deepEqual(broken('one two three', 13), ['one two three']);
  });

  it('gives a longer word a line of its own', () => {
    assert.deepEqual(broken('a semitendinosus b', 5), ['a', 'semitendinosus', 'b']);
  });

  it('loses no word', () => {
    const text = 'Pelvis drops, thigh slants in and the knee follows';
    assert.equal(broken(text, 16).join(' '), text);
  });
});
