// The pocket edition: where a hash leads, what Explore then shows, what a name finds, and how names are
// spelt out.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from '../../components/pocket/browser/find.js';
import { lettering } from '../../components/pocket/browser/lettering.js';
import { keyOf, named, read, unknown } from '../../components/pocket/browser/route.js';
import {
  drawingOf,
  hashOf,
  lit,
  START,
  stateOf,
  strange,
} from '../../components/pocket/browser/state.js';

const PAGES = {
  rolling: '',
  'chains/a': '',
  'chains/b': '',
  'evidence/claims': '',
  'evidence/myths': '',
  where: '',
  'where/knee': '',
};
const params = (text) => new URLSearchParams(text);
const BOOK = {
  ids: ['iliotibial_band', 'sartorius', 'sciatic_nerve', 'gracilis'],
  called: {
    iliotibial_band: ['Iliotibial band', 'IT band', 'tractus iliotibialis'],
    sartorius: ['Sartorius'],
    gracilis: ['Gracilis'],
    sciatic_nerve: ['Sciatic nerve'],
    'group.pes': ['Pes anserinus'],
  },
  places: {
    iliotibial_band: { view: 'lateral', layer: 'surface' },
    sartorius: { view: 'anterior', layer: 'surface' },
    sciatic_nerve: { view: 'posterior', layer: 'deep', also: 'nerves' },
  },
  groups: { pes: { ids: ['sartorius', 'gracilis'], view: 'anterior', layer: 'deep' } },
  drawings: {
    'lateral/surface': { order: [0] },
    'anterior/surface': { order: [1] },
    'anterior/deep': { order: [1, 3] },
  },
  choices: {
    views: { lateral: '', anterior: '', posterior: '' },
    sections: { axial_hip: '' },
    layers: { surface: '', deep: '', bones: '' },
    modes: { anatomy: '', rolling: '', chain: '', attachments: '' },
    chains: { weak_glute_med: '', a: '' },
    also: { nerves: '', vessels: '' },
  },
};
const state = (text, before = START) => stateOf(params(text), BOOK, before);

describe('read', () => {
  it('tells pages from states of Explore', () => {
    assert.equal(read('').page, 'explore');
    assert.equal(read('#structure=sartorius').params.get('structure'), 'sartorius');
    assert.equal(read('#rolling').page, 'rolling');
    const { page, params: told } = read('#where?place=knee&condition=x');
    assert.deepEqual([page, told.get('condition')], ['where', 'x']);
    assert.equal(read('#evidence?exercise=clam').page, 'exercises');
  });
});

describe('keyOf', () => {
  it('finds the text that a link means', () => {
    assert.equal(keyOf('chains', params('chain=b'), PAGES), 'chains/b');
    assert.equal(keyOf('chains', params(''), PAGES), 'chains/a');
    assert.equal(keyOf('evidence', params('myth=m1'), PAGES), 'evidence/myths');
    assert.equal(keyOf('where', params('place=knee&condition=x'), PAGES), 'where/knee');
    assert.equal(keyOf('constructor', params(''), PAGES), undefined);
  });
  it('says what is not there', () => {
    assert.equal(unknown('where', params('place=knee'), PAGES), false);
    assert.equal(unknown('where', params('place=toString'), PAGES), true);
    assert.equal(unknown('zzz', params(''), PAGES), true);
    assert.equal(unknown('explore', params(''), PAGES), false);
    assert.equal(named(params('chain=a&step=s&edge=e')), 'e');
  });
});

describe('stateOf', () => {
  it('shows what is named alone where it can be seen', () => {
    assert.equal(state('structure=sartorius').view, 'anterior');
    assert.deepEqual(state('structure=sciatic_nerve').also, ['nerves']);
    const { id, layer } = state('group=pes');
    assert.deepEqual([id, layer], ['group.pes', 'deep']);
    assert.deepEqual(lit(BOOK, id), ['sartorius', 'gracilis']);
  });
  it('stays where it is where that shows it, and where a link says so', () => {
    const deep = { ...START, view: 'anterior', layer: 'deep' };
    assert.equal(state('structure=sartorius', deep).layer, 'deep');
    assert.equal(state('structure=sartorius&view=lateral&layer=surface').view, 'lateral');
  });
  it('takes nothing that is not known', () => {
    const odd = state('structure=zzz&view=zzz&layer=zzz&colour=zzz&also=zzz');
    assert.deepEqual(odd, START);
    assert.equal(strange(params('structure=zzz'), BOOK), true);
    assert.equal(strange(params('group=constructor'), BOOK), true);
    assert.equal(strange(params('structure=none&view=lateral'), BOOK), false);
  });
  it('comes back from its own hash', () => {
    const there = {
      ...START,
      id: null,
      view: 'posterior',
      colour: 'chain',
      chain: 'a',
      also: ['nerves'],
    };
    assert.deepEqual(state(hashOf(there).slice(1)), there);
    assert.equal(drawingOf(there).name, 'posterior/surface+nerves');
    const cut = state('view=axial_hip&layer=deep&also=nerves');
    assert.deepEqual([cut.layer, cut.also], ['surface', []]);
    const bare = { ...START, layer: 'bones', colour: 'attachments' };
    assert.equal(drawingOf(bare).name, 'lateral/attachments');
  });
});

describe('found', () => {
  it('finds by any name, beginnings first', () => {
    assert.deepEqual(found('it b', BOOK.called), [
      { id: 'iliotibial_band', name: 'Iliotibial band', by: 'IT band', best: 0 },
    ]);
    assert.equal(found('NERVE', BOOK.called)[0].id, 'sciatic_nerve');
    assert.deepEqual(
      found('s', BOOK.called)
        .map(({ id }) => id)
        .slice(0, 2),
      ['sartorius', 'sciatic_nerve'],
    );
    assert.deepEqual(found('  ', BOOK.called), []);
    assert.deepEqual(found('.*', BOOK.called), []);
  });
});

describe('lettering', () => {
  it('spells rows out as labels, leaders and dots', () => {
    const drawings = {
      x: {
        names: [
          [0, 1, 0, 0, 10, 20, 5, 6],
          [0, 1, 1, 1, 11, -21],
        ],
      },
    };
    const { labels, leaders, dots } = lettering({ ...BOOK, texts: ['A', 'B'], drawings }, 'x');
    assert.equal(labels.length, 1);
    assert.deepEqual(labels[0].meta.ids, ['iliotibial_band', 'sartorius']);
    assert.equal(leaders.narrow, 'M10 -20L5 -6');
    assert.equal(dots.narrow, 'M5 -6h0');
  });
});
