// What is drawn over a picture: strokes, the way back, rubbing out, lines, and strokes as a text.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lasso } from '../../components/diagram/pen/lasso.js';
import { farFrom, simplified, smooth } from '../../components/diagram/pen/line.js';
import { LONGEST, pack, unpack } from '../../components/diagram/pen/packed.js';
import { wished } from '../../components/diagram/pen/shortcuts.js';
import { MOST, Strokes } from '../../components/diagram/pen/strokes.js';

const line = (y, more = {}) => {
  const points = [0, 10, 20].map((x) => [x, y]);
  return { tool: 'draw', ink: 0, wide: 2, points, ...more };
};

describe('Strokes', () => {
  it('go back step by step, whatever the step was', () => {
    const strokes = new Strokes();
    strokes.add(line(0));
    strokes.add(line(50));
    strokes.clear();
    assert.equal(strokes.all.length, 0);
    assert.equal(strokes.undo(), true);
    assert.equal(strokes.all.length, 2);
    strokes.undo();
    assert.deepEqual(strokes.all, [line(0)]);
    strokes.undo();
    assert.equal(strokes.undo(), false);
  });

  it('are rubbed out whole where they are touched, and one pull comes back in one step', () => {
    const strokes = new Strokes();
    for (const y of [0, 20, 80]) strokes.add(line(y));
    assert.equal(strokes.erase([15, 5.9], 5), true); // 1 mm of its own width
    assert.equal(strokes.erase([15, 14.1], 5, true), true);
    assert.equal(strokes.erase([15, 60], 5, true), false);
    assert.deepEqual(strokes.all, [line(80)]);
    strokes.undo();
    assert.equal(strokes.all.length, 3);
  });

  it('are so many and no more', () => {
    const strokes = new Strokes();
    for (let n = 0; n < MOST; n++) assert.equal(strokes.add(line(n)), true);
    assert.equal(strokes.add(line(-5)), false);
    assert.equal(strokes.all.length, MOST);
    assert.equal(strokes.add(line(0, { points: [] })), false);
  });

  it('begin anew without a way back', () => {
    const strokes = new Strokes();
    strokes.add(line(0));
    strokes.begin([]);
    assert.equal(strokes.undo(), false);
  });
});

describe('a line', () => {
  it('loses the points that nobody would miss, and never its ends', () => {
    const wavy = Array.from({ length: 200 }, (_, n) => [n, Math.sin(n / 20) * 30]);
    const few = simplified(wavy, 0.3);
    assert.ok(few.length < 40);
    assert.deepEqual([few[0], few.at(-1)], [wavy[0], wavy.at(-1)]);
    for (const point of wavy) assert.ok(farFrom(few, point) <= 0.3 + 1e-9);
    assert.deepEqual(simplified([[1, 1]], 5), [[1, 1]]);
  });

  it('passes through its points, and a dot is one', () => {
    const d = smooth([[0, 0], [10, 0], [10, 10]]); // biome-ignore format: three points
    assert.match(d, /^M0,0C/);
    assert.match(d, / 10,0C.* 10,10$/);
    assert.equal(smooth([[3, 4]]), 'M3,4h.01');
    assert.doesNotMatch(smooth([[1, 1], [1, 1], [1, 1]]), /NaN/); // biome-ignore format: as above
  });
});

describe('a ring', () => {
  const square = [[0, 0], [40, 0], [40, 20], [0, 20], [20, 10]]; // biome-ignore format: corners

  it('is closed and goes around everything at its distance', () => {
    const ring = lasso(square, 5);
    assert.deepEqual(ring[0], ring.at(-1));
    for (const point of square) assert.ok(farFrom(ring, point) >= 4.8);
    for (const point of ring)
      assert.ok(farFrom([...square.slice(0, 4), square[0]], point) <= 5.001);
  });

  it('goes around a point, and there is none around nothing', () => {
    assert.ok(lasso([[3, 3]], 5).length > 8);
    assert.deepEqual(lasso([], 5), []);
  });
});

describe('pack', () => {
  const strokes = [
    line(-120.5),
    line(33, { tool: 'mark', ink: 2, wide: 16.4 }),
    line(0, { points: [[7, -260.5]] }),
  ];

  it('comes back as it was, to half a mm', () => {
    const back = unpack(pack(strokes));
    assert.equal(back.length, 3);
    assert.deepEqual(back[0].points, [[0, -120.5], [20, -120.5]]); // biome-ignore format: pairs
    assert.deepEqual(
      back.map(({ tool, ink, wide }) => [tool, ink, wide]),
      [['draw', 0, 2], ['mark', 2, 16.4], ['draw', 0, 2]], // biome-ignore format: a table
    );
    assert.deepEqual(back[2].points, [[7, -260.5]]);
    assert.equal(pack(back), pack(strokes));
    assert.equal(pack([]), '');
    assert.equal(unpack('1.d0EABAB').length, 1); // what is spoiled below
    assert.match(pack(strokes), /^[\w.-]+$/); // an address carries it as it is
  });

  it('is of the right side, wherever it was drawn', () => {
    const left = strokes.map((stroke) => {
      const points = stroke.points.map(([x, y]) => [-x, y]);
      return { ...stroke, points };
    });
    assert.equal(pack(left, true), pack(strokes));
    assert.deepEqual(unpack(pack(strokes), true)[2].points, [[-7, -260.5]]);
  });

  it('stays short, however much was drawn', () => {
    const scrawl = Array.from({ length: MOST }, (_, n) =>
      line(0, { points: Array.from({ length: 300 }, (_, i) => [i % 97, 40 * Math.sin(i * n)]) }),
    );
    const text = pack(scrawl);
    assert.ok(text.length <= LONGEST);
    assert.ok(unpack(text).length > 0);
  });

  for (const [what, text] of [
    ['no text', null],
    ['nothing', ''],
    ['another version', pack(strokes).replace('1', '2')],
    ['too long', `${pack(strokes)}${'.d0EAAA'.repeat(300)}`],
    ['a script', '1.<script>'],
    ['an ink that is none', '1.d7EABAB'],
    ['a tool that is none', '1.x0EABAB'],
    ['a number that does not end', '1.d0EAB_'],
    ['a number without end', '1.d0E________AABAB'],
    ['half a point', '1.d0EABA'],
    ['no point', '1.d0E'],
    ['a width of nothing', '1.d0AABAB'],
    ['a point beyond everything', '1.d0E____BAB'],
    ['one stroke that is wrong', `${pack(strokes)}.d0`],
    ['a property of every object', '1.constructor'],
  ]) {
    it(`shows nothing of ${what}`, () => assert.deepEqual(unpack(text), []));
  }
});

describe('keys', () => {
  const key = (name, more = {}) => ({ key: name, ...more });

  it('take the pen up, and are nobody else’s', () => {
    assert.equal(wished(key('d'), false), 'draw');
    assert.equal(wished(key('M', { shiftKey: true }), false), 'mark');
    for (const name of ['e', 'Escape', 'ArrowDown', '+', '0']) {
      assert.equal(wished(key(name), false), null);
    }
  });

  it('rub out, go back and end it once it is in use', () => {
    assert.equal(wished(key('e'), true), 'erase');
    assert.equal(wished(key('z', { ctrlKey: true }), true), 'undo');
    assert.equal(wished(key('z', { metaKey: true }), true), 'undo');
    assert.equal(wished(key('Escape'), true), 'done');
    for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }]) {
      assert.equal(wished(key('d', more), true), null); // a bookmark is not a stroke
    }
    assert.equal(wished(key('ArrowDown'), true), null);
  });
});
