// How traces are drawn: their look by kind, and for which there is room.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dressed } from '../../components/diagram/browser/dress.js';
import { letters } from '../../components/diagram/browser/letters.js';

const LOOK = {
  ink: (key) => `ink of ${key}`,
  warning: 'orange',
  named: true,
  density: 'wide',
  font: 'serif',
};
const trace = (kind, meta = {}) => ({ x: [], y: [], meta: { kind, ...meta } });
const dress = (kind, meta, look) => dressed(trace(kind, meta), 7, { ...LOOK, ...look });

describe('dressed', () => {
  it('shows the names that there is room for, and none in a quiz', () => {
    assert.equal(dress('label', { density: 'wide' }).visible, true);
    assert.equal(dress('label', { density: 'narrow' }).visible, false);
    assert.equal(dress('label', { density: 'wide' }, { named: false }).visible, false);
  });

  it('shows a roller in any case', () => {
    assert.equal(dress('roller', {}, { named: false }).visible, true);
  });

  it('warns by pattern and dashes, too, in the colour of a warning', () => {
    const { fillpattern, line } = dress('zone');
    assert.deepEqual([fillpattern.shape, fillpattern.fgcolor], ['x', 'orange']);
    assert.deepEqual([line.dash, line.color], ['4px,3px', 'orange']);
  });

  it('writes names in the ink and letters of the page, smaller where it is narrow', () => {
    assert.deepEqual(dress('label', { density: 'wide' }).textfont, {
      size: letters('wide'),
      color: 'ink of label',
      family: 'serif',
    });
    assert.ok(letters('narrow') < letters('wide'));
  });

  it('leaves the figure as it is: another theme dresses it anew', () => {
    const own = trace('leader');
    const before = JSON.stringify(own);
    const found = dressed(own, 7, LOOK);
    assert.equal(JSON.stringify(own), before);
    assert.equal(found.uid, 'hc7');
    assert.equal(found.x, own.x);
  });
});
