// How traces are drawn: colour by class, pattern, theme; what is hidden or has no room.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dressed } from '../../components/diagram/browser/dress.js';

const LOOK = {
  figure: {
    classes: { anatomy: { sartorius: 'muscle' }, rolling: { sartorius: 'rolling.avoid' } },
    inks: {
      muscle: { light: 'red', dark: 'maroon', pattern: '' },
      'rolling.avoid': { light: 'orange', dark: 'brown', pattern: '.' },
      nerve: { light: 'yellow', dark: 'gold', pattern: '' },
    },
  },
  ink: (key) => `ink of ${key}`,
  dark: false,
  mode: 'anatomy',
  hidden: [],
  named: true,
  density: 'wide',
  font: 'serif',
};
const trace = (kind, meta = {}) => ({
  x: [],
  y: [],
  meta: { kind, id: 'sartorius', tissue: 'muscle', ...meta },
});
const dress = (kind, meta, look) => dressed(trace(kind, meta), 7, { ...LOOK, ...look });

describe('dressed', () => {
  it('fills a body by the class of its structure and the theme', () => {
    assert.equal(dress('fill').fillcolor, 'red');
    assert.equal(dress('fill', {}, { dark: true }).fillcolor, 'maroon');
    assert.equal(dress('fill').fillpattern, undefined);
  });

  it('has a pattern beside the colour, for those who do not tell colours apart', () => {
    const { fillcolor, fillpattern } = dress('fill', {}, { mode: 'rolling' });
    assert.equal(fillcolor, 'orange');
    assert.equal(fillpattern.shape, '.');
    assert.equal(fillpattern.bgcolor, 'orange');
    assert.equal(fillpattern.solidity, 0.22);
  });

  it('falls back on anatomy where a mode is unknown', () => {
    assert.equal(dress('fill', {}, { mode: 'chain:gone' }).fillcolor, 'red');
  });

  it('gives a patch no outline: its edge is a trace', () => {
    assert.equal(dress('patch').line.width, 0);
    assert.equal(dress('fill').line.width, 1.1);
  });

  it('draws context more quietly than what can be learned', () => {
    const { line } = dress('fill', { context: true });
    assert.deepEqual(line, { width: 0.7, color: 'ink of context_line' });
  });

  it('outlines each tissue in its ink', () => {
    const inks = ['muscle', 'bone', 'disc', 'fascia'].map(
      (tissue) => dress('edge', { tissue }).line.color,
    );
    assert.deepEqual(inks, [
      'ink of line',
      'ink of bone_line',
      'ink of bone_line',
      'ink of pale_line',
    ]);
  });

  it('draws nerves in their own colour and bony lines dashed', () => {
    assert.deepEqual(dress('mark_line', { tissue: 'nerve' }).line, {
      width: 2.6,
      color: 'yellow',
      dash: 'solid',
    });
    const { line } = dress('mark_line', { tissue: 'landmark' });
    assert.deepEqual([line.color, line.dash], ['ink of mark', '5px,3px']);
  });

  it('takes any other kind for a glaze of that name', () => {
    const { fillcolor, line } = dress('highlight');
    assert.equal(fillcolor, 'ink of highlight');
    assert.equal(line.width, 0);
  });

  it('hides what is hidden', () => {
    assert.equal(dress('fill').visible, true);
    assert.equal(dress('fill', {}, { hidden: ['sartorius'] }).visible, false);
  });

  it('shows the names that there is room for, and none in a quiz', () => {
    assert.equal(dress('label', { density: 'wide' }).visible, true);
    assert.equal(dress('label', { density: 'narrow' }).visible, false);
    assert.equal(dress('label', { density: 'wide' }, { named: false }).visible, false);
  });

  it('leaves the figure as it is: another theme dresses it anew', () => {
    const own = trace('fill');
    const before = JSON.stringify(own);
    const found = dressed(own, 7, LOOK);
    assert.equal(JSON.stringify(own), before);
    assert.equal(found.uid, 'hc7');
    assert.equal(found.x, own.x);
  });
});
