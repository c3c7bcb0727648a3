// What is laid over the anatomy: arrows and marks of a chain, lines and lever arms of the lab. Drawn in pixels, so that
// letters and arrow heads keep their size; placed in millimetres. Items come from Python:
//   { kind: 'arrow', id, from, to, grade, on, label }   { kind: 'node', id, at, text, state, on }
//   { kind: 'line', points, tone, width, dash, head }    { kind: 'dot', at, tone, r }    { kind: 'text', at, text, tone }
//   { kind: 'badge', at, text }
const REACH = { mouse: 12, finger: 22 };         // px around an arrow
const SIGN = { solid: '✓', dashed: '?', struck: '✕' };

class Extra {
  constructor(svg) { this.svg = svg; this.items = []; this.arrows = []; }

  set(items, ink) { this.items = items; this.ink = ink; this.lit = null; }

  label(id) { return (this.items.find(i => i.id === id) || {}).label || ''; }

  light(id) { this.lit = id; this.draw(...this.last); }

  draw(wide, tall, x, y) {
    this.svg.dataset.ids = this.items.filter(i => i.kind === 'arrow').map(i => i.id).join(' ');
    this.last = [wide, tall, x, y];
    const fragment = document.createDocumentFragment();
    if (!this.items.length) { if (this.svg.childElementCount) this.svg.replaceChildren(); this.arrows = []; return; }
    const px = ([mx, my]) => [(mx - x[0]) / (x[1] - x[0]) * wide, (y[1] - my) / (y[1] - y[0]) * tall];
    const add = (tag, attributes, text, into = fragment) => {
      const e = document.createElementNS('http://www.w3.org/2000/svg', tag);
      for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
      if (text !== undefined) e.textContent = text;
      return into.appendChild(e);
    };
    const of = kind => this.items.filter(i => i.kind === kind);
    for (const i of of('line')) {
      const points = i.points.map(px), d = 'M' + points.map(p => p.join()).join('L');
      add('path', { d, class: 'hc-x-halo', 'stroke-width': i.width + 3 });
      add('path', { d, class: `hc-x-line hc-x-${i.tone}`, 'stroke-width': i.width, 'stroke-dasharray': i.dash || 'none' });
      if (i.head) this.head(add, points[points.length - 2], points[points.length - 1], `hc-x-head hc-x-${i.tone}`, 6 + i.width);
    }
    for (const i of of('dot')) { const [cx, cy] = px(i.at); add('circle', { cx, cy, r: i.r || 5, class: `hc-x-dot hc-x-${i.tone}` }); }
    this.arrows = of('arrow').map(i => ({ ...i, ...this.curve(px(i.from), px(i.to)) }));
    for (const a of this.arrows) {
      const on = this.lit ? a.id === this.lit : a.on, kind = `hc-x-${a.grade}${on ? ' hc-x-on' : ''}`;
      add('path', { d: a.d, class: 'hc-x-halo', 'stroke-width': 8 });
      add('path', { d: a.d, class: `hc-x-arrow ${kind}` });
      this.head(add, a.before, a.end, `hc-x-tip ${kind}`, 13);
      if (a.grade === 'struck') for (const n of [3, 5, 11, 13]) {        // struck through: bars across the line
        const [p, q] = [a.samples[n - 1], a.samples[n + 1]], long = Math.hypot(q[0] - p[0], q[1] - p[1]) || 1, [u, v] = [-(q[1] - p[1]) / long * 8, (q[0] - p[0]) / long * 8];
        add('path', { d: `M${a.samples[n][0] - u},${a.samples[n][1] - v}L${a.samples[n][0] + u},${a.samples[n][1] + v}`, class: `hc-x-arrow ${kind}` });
      }
      add('circle', { cx: a.mid[0], cy: a.mid[1], r: 12, class: `hc-x-badge ${kind}` });
      add('text', { x: a.mid[0], y: a.mid[1] + 4.5, class: 'hc-x-sign' }, SIGN[a.grade]);
    }
    for (const i of of('badge')) {
      const [cx, cy] = px(i.at);
      add('circle', { cx, cy, r: 14, class: 'hc-x-badge hc-x-on' });
      add('text', { x: cx, y: cy + 4.5, class: 'hc-x-sign' }, i.text);
    }
    const nodes = of('node').map(i => ({ ...i, p: px(i.at) }));
    for (const n of nodes) add('circle', { cx: n.p[0], cy: n.p[1], r: 6, class: `hc-x-node${n.state ? ' hc-x-state' : ''}` });
    this.svg.replaceChildren(fragment);
    const taken = [...nodes.map(n => [n.p[0] - 9, n.p[1] - 9, n.p[0] + 9, n.p[1] + 9]), ...this.arrows.flatMap(a => a.samples.map(([u, v]) => [u - 4, v - 4, u + 4, v + 4])), ...this.arrows.map(a => [a.mid[0] - 14, a.mid[1] - 14, a.mid[0] + 14, a.mid[1] + 14])];
    for (const n of nodes) this.pill(add, n.p, n.text, wide, tall, taken, n.state);
    for (const i of of('text')) this.pill(add, px(i.at), i.text, wide, tall, taken, false, i.tone, i.below);
  }

  // A name in a box, where it covers neither arrows nor other names; nearest place first.
  pill(add, [px, py], text, wide, tall, taken, state, tone, below) {
    const lines = broken(text, wide < 480 ? 16 : 22), group = add('g', { class: `hc-x-pill${state ? ' hc-x-state' : ''}${tone ? ` hc-x-${tone}` : ''}` }, undefined, this.svg);
    const back = add('rect', { rx: 7 }, undefined, group), small = wide < 480 ? 12 : 13.5, step = small + 3;
    const texts = lines.map(line => add('text', { 'font-size': small }, line, group));
    const w = Math.max(...texts.map(t => t.getComputedTextLength())) + 14, h = lines.length * step + 9;
    const places = [];
    for (const far of [14, 30, 52, 80, 115]) for (const [a, b] of [[1, 0], [-1, 0], [0, -1], [0, 1], [.8, -.8], [-.8, -.8], [.8, .8], [-.8, .8]]) places.push([px + a * (far + w / 2) - w / 2, py + b * (far + h / 2) - h / 2]);
    const inside = ([u, v]) => u >= 3 && v >= 3 && u + w <= wide - (v + h > tall - 220 ? 58 : 3) && v + h <= tall - 3;
    const free = ([u, v]) => !taken.some(([a, b, c, d]) => u < c && a < u + w && v < d && b < v + h);
    if (below) places.unshift([Math.max(3, Math.min(px - w / 2, wide - w - 3)), py + 4]);
    const [u, v] = (below && places[0]) || places.find(p => inside(p) && free(p)) || places.find(inside) || [Math.max(3, Math.min(px + 12, wide - w - 3)), Math.max(3, Math.min(py - h / 2, tall - h - 3))];
    for (const [k, value] of Object.entries({ x: u, y: v, width: w, height: h })) back.setAttribute(k, value);
    texts.forEach((t, n) => { t.setAttribute('x', u + 7); t.setAttribute('y', v + small + 2 + n * step); });
    taken.push([u - 2, v - 2, u + w + 2, v + h + 2]);
  }

  head(add, from, to, kind, size) {
    const a = Math.atan2(to[1] - from[1], to[0] - from[0]), at = (r, t) => `${to[0] + r * Math.cos(a + t)},${to[1] + r * Math.sin(a + t)}`;
    add('path', { d: `M${to.join()}L${at(-size, .45)}L${at(-size * .7, 0)}L${at(-size, -.45)}Z`, class: kind });
  }

  // A gentle bend to one side, so that an arrow and its reverse do not lie on each other; short of both ends.
  curve(a, b) {
    const long = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1, bend = Math.min(.2, 26 / long + .06), ctl = [(a[0] + b[0]) / 2 - (b[1] - a[1]) * bend, (a[1] + b[1]) / 2 + (b[0] - a[0]) * bend];
    const at = t => [0, 1].map(k => (1 - t) ** 2 * a[k] + 2 * t * (1 - t) * ctl[k] + t * t * b[k]);
    const cut = Math.min(.3, 11 / long), samples = Array.from({ length: 17 }, (_, n) => at(cut + (1 - 2 * cut) * n / 16));
    return { d: 'M' + samples.map(p => p.join()).join('L'), samples, mid: at(.5), end: samples[16], before: samples[14] };
  }

  edgeAt(px, py, finger) {
    const reach = REACH[finger ? 'finger' : 'mouse'];
    const near = this.arrows.map(a => [Math.min(...a.samples.map(([u, v]) => Math.hypot(u - px, v - py)), Math.hypot(a.mid[0] - px, a.mid[1] - py) - 12), a.id]).sort((p, q) => p[0] - q[0])[0];
    return near && near[0] <= reach ? near[1] : null;
  }
}

const broken = (text, most) => text.split(' ').reduce((lines, word) => {
  const last = lines[lines.length - 1];
  if (last !== undefined && (last + ' ' + word).length <= most) lines[lines.length - 1] = last + ' ' + word; else lines.push(word);
  return lines;
}, []);
