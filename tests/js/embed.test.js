import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wanted } from '../../components/embed/browser/height.js';
import { addressed, isTrusted } from '../../components/embed/browser/hosts.js';
import { followed, read, selected, unframed } from '../../components/embed/browser/protocol.js';

const OWN = 'https://hipchain.example';
const KNOWN = {
  select: { sartorius: 'Sartorius', iliotibial_band: 'Iliotibial band' },
  view: ['anterior', 'lateral', 'axial_knee'],
  layer: ['surface', 'bones'],
  colour: ['anatomy', 'attachments'],
  start: 'iliotibial_band',
  bare: { layer: 'bones', views: ['lateral', 'anterior'] },
};

test('an origin is trusted that is named in full, or lies below a name', () => {
  const named = ['https://school.example', 'https://*.uni.example', 'http://localhost:8080'];
  const trusted = (origin) => isTrusted(named, origin, OWN);
  for (const good of [
    'https://school.example',
    'https://moodle.uni.example',
    'https://a.b.uni.example',
    'http://localhost:8080',
  ]) {
    assert.ok(trusted(good), good);
  }
  for (const bad of [
    'http://school.example',
    'https://school.example:8443',
    'https://school.example.evil.example',
    'https://evilschool.example',
    'https://uni.example',
    'https://eviluni.example',
    'http://moodle.uni.example',
    'https://moodle.uni.example:444',
    'https://.uni.example.evil.example',
    'http://localhost:8081',
    'null',
    '',
    OWN,
  ]) {
    assert.ok(!trusted(bad), bad);
  }
  assert.ok(isTrusted(["'self'"], OWN, OWN));
  assert.ok(isTrusted(['https://school.example:443'], 'https://school.example', OWN));
  assert.ok(isTrusted(['https://*.uni.example:8443'], 'https://a.uni.example:8443', OWN));
  assert.ok(!isTrusted([], OWN, OWN));
});

test('a message is addressed to the parent where the browser names it, and only if it is trusted', () => {
  const named = ["'self'", 'https://school.example', 'https://*.uni.example'];
  const to = (about) => addressed(named, { own: OWN, referrer: '', heard: '', ...about });
  assert.deepEqual(to({ parent: 'https://a.uni.example' }), ['https://a.uni.example']);
  assert.deepEqual(to({ parent: 'https://evil.example' }), []);
  assert.deepEqual(to({ heard: 'https://school.example' }), ['https://school.example']);
  assert.deepEqual(to({}), [OWN, 'https://school.example']);
  assert.deepEqual(to({ referrer: 'https://a.uni.example/x?y' }), [
    'https://a.uni.example',
    OWN,
    'https://school.example',
  ]);
  assert.ok(!to({ referrer: 'https://evil.example/' }).includes('https://evil.example'));
});

test('of a message only what is known is followed', () => {
  const said = (more) => read({ target: 'hipchain', version: 1, ...more }, KNOWN);
  assert.deepEqual(said({ type: 'select', value: 'sartorius' }), {
    type: 'select',
    value: 'sartorius',
  });
  assert.deepEqual(said({ type: 'select', value: 'none' }), { type: 'select', value: 'none' });
  for (const value of ['x', '', null, undefined, 1, ['sartorius'], 'toString', '__proto__']) {
    assert.deepEqual(said({ type: 'select', value }), { refused: 'value', of: 'select' });
  }
  assert.deepEqual(said({ type: 'view', value: 'bones' }), { refused: 'value', of: 'view' });
  assert.deepEqual(said({ type: 'start', value: 'x' }), { refused: 'type', of: 'message' });
  assert.deepEqual(said({ version: 2, type: 'view' }), { refused: 'version', of: 'message' });
  for (const other of [null, 'hipchain', 7, [], {}, { target: 'other' }]) {
    assert.equal(read(other, KNOWN), null);
  }
});

test('a command changes the address as the own controls do', () => {
  const to = (search, type, value) => followed(search, { type, value }, KNOWN.bare);
  assert.equal(to('?embed=true&view=lateral', 'view', 'anterior'), '?embed=true&view=anterior');
  assert.equal(to('?embed=true', 'colour', 'anatomy'), '?embed=true&colour=anatomy');
  assert.equal(to('?view=axial_knee', 'colour', 'attachments'), '?colour=attachments&layer=bones');
});

test('the way out of a frame says all that was said in it, and nothing of the frame', () => {
  const out = (search) => String(unframed(search));
  assert.equal(out('?embed=true&view=lateral&EMBED_OPTIONS=dark&a=1&a=2'), 'view=lateral&a=1&a=2');
  assert.equal(out('?embedded=x'), 'embedded=x');
  assert.equal(out(''), '');
});

test('what is selected is told by the address, the start where it says nothing', () => {
  assert.equal(selected('?structure=sartorius', KNOWN), 'sartorius');
  assert.equal(selected('', KNOWN), 'iliotibial_band');
  assert.equal(selected('?structure=unknown', KNOWN), 'iliotibial_band');
  assert.equal(selected('?structure=none', KNOWN), null);
  assert.equal(selected('?group=hamstrings', KNOWN), null);
});

test('the height that is asked for does not depend on the height of the frame', () => {
  const around = 300; // what stands above and below the picture
  const card = 900;
  const asked = (frame) => {
    const now = Math.min(Math.max(frame - 100, 230), 600);
    const column = around + now;
    return wanted(Math.max(column, card), [{ column, now, own: 600 }]);
  };
  for (const frame of [200, 450, 600, 900, 2000]) assert.equal(asked(frame), 900);
  assert.equal(wanted(100, []), 300);
  assert.equal(wanted(500.2, [{ column: 400, now: 300, own: 0 }]), 501);
});
