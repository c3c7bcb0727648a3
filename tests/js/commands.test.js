// What a page around asks for is done in its order, however long the app takes to answer.

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { Commands, isDrawn } from '../../components/embed/browser/commands.js';

const KNOWN = { bare: { layer: 'bones', views: ['lateral'] } };
const put = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true });

/** An app that answers when it is told to. */
function app({ search = '?structure=sartorius', diagram = true, explore = true } = {}) {
  const said = () => Object.fromEntries(new URLSearchParams(location.search));
  const found = { picks: [], refused: [], asked: [] };
  const drawing = { heard: null, send: (pick) => found.picks.push(pick) };
  const draw = (picks) => {
    drawing.heard = { picks, said: said() };
  };
  put('location', { search, pathname: '/' });
  put('history', {
    state: null,
    replaceState: (_state, _title, address) => {
      location.search = address.slice(1);
    },
  });
  put('PopStateEvent', class {});
  put('dispatchEvent', () => found.asked.push(location.search));
  put('document', {
    querySelector: (selector) => {
      if (selector === '#hc-first') return null;
      if (selector.endsWith('.stApp')) return { dataset: { testScriptState: 'notRunning' } };
      if (selector.includes('structure_card')) return explore ? {} : null;
      return diagram ? { __diagram: drawing } : null;
    },
  });
  draw(0);
  const commands = new Commands(KNOWN, (type) => found.refused.push(type));
  return Object.assign(found, {
    take: (type, value) => commands.take({ type, value }),
    /** The run that was asked for last has ended. */
    answer: () => draw(found.picks.length),
    /** A choice has been taken: the app says so in the address. */
    chosen: (address) => {
      location.search = address;
      draw(found.picks.length);
    },
  });
}

async function pass(seconds) {
  for (let ms = 0; ms < seconds * 1000; ms += 40) {
    mock.timers.tick(40);
    for (let turn = 0; turn < 5; turn += 1) await null;
  }
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
});

test('what is asked for after a choice waits until the choice stands in the address', async () => {
  const page = app();
  page.take('select', 'none');
  page.take('layer', 'bones');
  await pass(10);
  assert.deepEqual(
    page.picks.map(({ id, named }) => [id, named]),
    [[null, true]],
  );
  assert.deepEqual(page.asked, []);
  page.chosen('?structure=none&layer=surface');
  await pass(1);
  assert.deepEqual(page.asked, ['?structure=none&layer=bones']);
});

test('a choice waits until the picture shows what was asked for before', async () => {
  const page = app();
  page.take('view', 'anterior');
  page.take('layer', 'bones');
  page.take('select', 'none');
  await pass(10);
  assert.equal(location.search, '?structure=sartorius&view=anterior');
  page.answer();
  await pass(10);
  assert.equal(location.search, '?structure=sartorius&view=anterior&layer=bones');
  assert.deepEqual(page.picks, []);
  page.answer();
  await pass(1);
  assert.equal(page.picks.length, 1);
});

test('of several wishes of a kind that wait the last one counts', async () => {
  const page = app();
  page.take('view', 'anterior');
  await pass(1);
  for (const value of ['lateral', 'posterior', 'lateral']) page.take('view', value);
  page.answer();
  await pass(1);
  assert.deepEqual(page.asked, [
    '?structure=sartorius&view=anterior',
    '?structure=sartorius&view=lateral',
  ]);
});

test('an answer that never comes holds nothing up for ever', async () => {
  const page = app();
  page.take('select', 'none');
  page.take('layer', 'bones');
  await pass(65);
  assert.equal(location.search, '?structure=sartorius&layer=bones');
});

test('where the picture never came a choice is said in the address', async () => {
  const page = app({ diagram: false });
  page.take('select', 'none');
  await pass(65);
  assert.deepEqual(page.asked, ['?structure=none']);
});

test('a page without a picture to choose from says so at once', async () => {
  const page = app({ explore: false });
  location.search = '?part=limits'; // of which no picture is drawn
  page.take('view', 'anterior');
  await pass(1);
  assert.deepEqual(page.refused, ['view']);
});

test('a picture is drawn from an address whose words it was given, apart from who embeds it', () => {
  const said = { structure: 'none', layer: 'bones' };
  assert.ok(isDrawn('?embed=true&layer=bones&structure=none&embed_options=dark', said));
  assert.ok(isDrawn('?layer=surface&layer=bones&structure=none', said));
  assert.ok(isDrawn('?anything', undefined));
  assert.ok(!isDrawn('?layer=bones', said));
  assert.ok(!isDrawn('?layer=bones&structure=none&view=lateral', said));
  assert.ok(isDrawn('', {}));
});
