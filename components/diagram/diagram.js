// The tappable diagram: mounts plotly.js once, paints the selection itself, tells Python what lies under the finger.
//
// Python sends { plotly, figure, mode, selected, hidden, quiet, extra } - addresses and ids, and at most a few arrows and
// lines laid over the picture (`extra`, drawn by diagram_extra.js). The figure (JSON,
// fetched once and cached by the browser) holds the traces, marked by meta.kind and meta.id, and the ink tables
// under `hipchain`. Back goes one trigger, `pick`: { id, stack, x, y, n }.

const SLOP = { mouse: 6, finger: 12 };          // px around a landmark's dot
const LINE_SLOP = { mouse: 3, finger: 5 };      // px around a nerve or vessel: small, it must not steal a muscle's tap
const MOVED = { mouse: 4, finger: 10 };         // px: more is a drag
const SLOW = 700;                               // ms: longer is a press
const MARKS = { mark_dot: 1, mark_line: 1, mark_area: 1 };
const SOLID = { fill: 1, patch: 1 };

const loaded = (window.__hipchain ??= { figures: new Map(), ranges: new Map() });
const script = url => window.Plotly ? Promise.resolve(window.Plotly) : (loaded.plotly ??= new Promise((done, fail) => {
  const tag = document.createElement('script');
  tag.src = url;
  tag.onload = () => done(window.Plotly);
  tag.onerror = () => { loaded.plotly = null; fail(new Error('plotly.js did not load')); };
  document.head.appendChild(tag);
}));
const json = url => {
  if (!loaded.figures.has(url)) loaded.figures.set(url, fetch(url).then(r => r.ok ? r.json() : Promise.reject(new Error(`figure: ${r.status}`))));
  loaded.figures.get(url).catch(() => loaded.figures.delete(url));
  return loaded.figures.get(url);
};

// ---- geometry: rings are separated by null
const segments = (xs, ys, visit) => {
  let start = 0;
  for (let i = 0; i <= xs.length; i++) {
    if (i < xs.length && xs[i] !== null) continue;
    for (let j = start; j < i; j++) visit(xs[j], ys[j], j + 1 < i ? xs[j + 1] : xs[start], j + 1 < i ? ys[j + 1] : ys[start], j + 1 === i);
    start = i + 1;
  }
};
const ways = new WeakMap();                     // trace -> SVG path in mm
const way = t => {
  if (ways.has(t)) return ways.get(t);
  const close = SOLID[t.meta.kind] ? 'Z' : '';
  let out = '', pen = 'M';
  for (let i = 0; i < t.x.length; i++) {
    if (t.x[i] === null) { out += close; pen = 'M'; } else { out += `${pen}${t.x[i]},${t.y[i]}`; pen = 'L'; }
  }
  ways.set(t, out + close);
  return out + close;
};
const boxes = new WeakMap();
const box = t => {
  if (!boxes.has(t)) boxes.set(t, [Math.min(...t.x.filter(v => v !== null)), Math.max(...t.x.filter(v => v !== null)), Math.min(...t.y.filter(v => v !== null)), Math.max(...t.y.filter(v => v !== null))]);
  return boxes.get(t);
};
const overlap = (a, b) => { const p = box(a), q = box(b); return p[0] < q[1] && q[0] < p[1] && p[2] < q[3] && q[2] < p[3]; };
const inside = (t, x, y) => {
  let odd = false;
  segments(t.x, t.y, (ax, ay, bx, by) => { if ((ay > y) !== (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax) odd = !odd; });
  return odd;
};
const distance = (t, x, y) => {
  let best = Infinity;
  if (t.x.length === 1) return Math.hypot(x - t.x[0], y - t.y[0]);
  segments(t.x, t.y, (ax, ay, bx, by, closing) => {
    if (closing) return;
    const u = bx - ax, v = by - ay, k = Math.max(0, Math.min(1, ((x - ax) * u + (y - ay) * v) / (u * u + v * v || 1)));
    best = Math.min(best, Math.hypot(x - ax - k * u, y - ay - k * v));
  });
  return best;
};

export default function (component, failed) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector('.hc-diagram');
  const d = root.__diagram ??= new Diagram(root);
  d.send = pick => setTriggerValue('pick', pick);
  d.failed = () => failed(component);
  d.update(data);
  return () => d.destroy();
}

class Diagram {
  constructor(root) {
    this.root = root;
    this.plot = root.querySelector('.hc-plot');
    this.over = root.querySelector('.hc-over');
    this.extra = new Extra(root.querySelector('.hc-extra'));
    this.tip = root.querySelector('.hc-tip');
    this.said = root.querySelector('.hc-said');
    this.off = [];
    this.name = `hc-mask-${loaded.count = (loaded.count || 0) + 1}`;   // two diagrams may share a page
    this.picks = 0;
    this.pointers = new Map();
  }

  async update(data) {
    const ticket = this.ticket = (this.ticket || 0) + 1;
    try {
      const [plotly, figure] = await Promise.all([script(data.plotly), json(data.figure)]);
      if (ticket !== this.ticket) return;         // a newer message overtook this one
      const first = !this.data, same = this.data && ['figure', 'mode'].every(k => this.data[k] === data[k]) && JSON.stringify(this.data.frame) === JSON.stringify(data.frame) && String(this.data.hidden) === String(data.hidden);
      const dark = this.isDark();
      this.Plotly = plotly;
      this.data = data;
      this.figure = figure;
      if (!same || dark !== this.dark) { this.dark = dark; await this.draw(); }
      this.extra.set(data.extra || [], key => this.ink(key));
      this.overlay();
      if (first) this.listen();
      this.select(data.selected);
      this.root.querySelector('.hc-hint').hidden = !data.hint;
      this.root.classList.add('hc-ready');
    } catch (error) {
      this.failed();
      console.warn('HipChain diagram:', error.message);
    }
  }

  isDark() {
    const [r, g, b] = (getComputedStyle(this.root).backgroundColor.match(/[\d.]+/g) || [255, 255, 255]).map(Number);
    return r + g + b < 380;
  }

  // ---- drawing
  async draw() {
    const { data, layout, hipchain } = this.figure;
    // a section on a narrow screen has its names above and below: it is taller than wide
    this.root.style.setProperty('--hc-tall', hipchain.section && this.named() && this.density() === 'narrow' ? 125 : hipchain.tall);
    const size = { width: this.plot.clientWidth, height: this.plot.clientHeight };
    const traces = data.map((t, n) => this.dressed(t, n));
    const home = this.home = this.homeRange(this.data.frame || hipchain.extent, size);
    this.place = hipchain.view + JSON.stringify(this.data.frame || '');
    const kept = loaded.ranges.get(this.place) || home;
    const full = {
      ...layout, ...size, dragmode: 'pan',
      xaxis: { ...layout.xaxis, range: kept.x.slice() }, yaxis: { ...layout.yaxis, range: kept.y.slice() },
    };
    await this.Plotly.react(this.plot, traces, full, { displayModeBar: false, scrollZoom: false, doubleClick: false, responsive: false });
    this.zoomed = kept !== home;
    const hidden = new Set(this.data.hidden);
    const kinds = this.plot.data;
    this.solids = kinds.filter(t => SOLID[t.meta.kind] && !hidden.has(t.meta.id)).reverse();
    this.marks = kinds.filter(t => MARKS[t.meta.kind] && !hidden.has(t.meta.id));
    this.dressNames();
    this.root.querySelector('.hc-title').textContent = hipchain.title;
    for (const side of ['left', 'right', 'top', 'bottom']) this.root.querySelector(`.hc-side-${side}`).textContent = hipchain.marks[side] || '';
  }

  ink(key) { return this.figure.hipchain.overlay[this.dark ? 'dark' : 'light'][key]; }
  font() { return getComputedStyle(this.root).fontFamily; }

  // A trace with its colours: fill by class, strokes and glazes by kind.
  dressed(trace, n) {
    const { kind, id, tissue, context, density } = trace.meta, { classes, inks } = this.figure.hipchain;
    const t = { ...trace, uid: `hc${n}`, visible: !this.data.hidden.includes(id) };
    const pale = ['bone', 'disc', 'fascia', 'ligament', 'fat', 'skin'].includes(tissue);
    const line = this.ink(context ? 'context_line' : tissue === 'bone' || tissue === 'disc' ? 'bone_line' : pale ? 'pale_line' : 'line');
    const none = { width: 0, color: 'rgba(0,0,0,0)' };
    if (SOLID[kind]) {
      const ink = inks[(classes[this.data.mode] || classes.anatomy)[id]] || inks.muscle, colour = ink[this.dark ? 'dark' : 'light'];
      t.fillcolor = colour;
      if (ink.pattern) t.fillpattern = { shape: ink.pattern, bgcolor: colour, fgcolor: this.ink('pattern'), size: 7, solidity: ink.pattern === '.' ? 0.22 : 0.16, fillmode: 'overlay' };
      t.line = kind === 'patch' ? none : { width: context ? 0.7 : 1.1, color: line };
    } else if (kind === 'edge') t.line = { width: 1.1, color: line };
    else if (kind === 'contour') t.line = { width: 0.9, color: this.ink('contour') };
    else if (kind === 'fibre') t.line = { width: 0.7, color: this.ink(pale ? 'pale_fibre' : 'fibre') };
    else if (kind === 'roller') { t.fillcolor = this.ink('roller'); t.line = { width: 1.4, dash: '6px,4px', color: this.ink('label') }; }
    else if (kind === 'roller_way') t.line = { width: 2, dash: '2px,3px', color: this.ink('label') };
    else if (kind === 'zone') { t.fillpattern = { shape: 'x', bgcolor: 'rgba(224,138,60,.25)', fgcolor: inks['rolling.avoid'].light, size: 7, solidity: 0.2, fillmode: 'overlay' }; t.line = { width: 1.6, dash: '4px,3px', color: inks['rolling.avoid'].light }; }
    else if (kind === 'leader') t.line = { width: 0.8, color: this.ink('leader') };
    else if (kind === 'leader_dot') t.marker = { size: 3.5, color: this.ink('label') };
    else if (kind === 'label') t.textfont = { size: density === 'narrow' ? 11 : 12.5, color: this.ink('label'), family: this.font() };
    else if (kind === 'mark_dot') t.marker = { size: 9, symbol: 'diamond', color: this.ink('mark_fill'), line: { width: 1.6, color: this.ink('mark') } };
    else if (kind === 'mark_line') t.line = { width: 2.6, color: inks[tissue] ? inks[tissue][this.dark ? 'dark' : 'light'] : this.ink('mark'), dash: tissue === 'bone' || tissue === 'landmark' ? '5px,3px' : 'solid' };
    else if (kind === 'mark_area') { t.line = { width: 1.4, dash: '3px,2.5px', color: this.ink('mark') }; }
    else { t.fillcolor = this.ink(kind); t.line = none; }       // glazes: highlight, shadow, tendon, ...
    if (density) t.visible = this.named() && density === this.density();
    return t;
  }

  named() { return this.data.names && !this.data.quiet; }

  density() { const w = this.plot.clientWidth; return w < 560 ? 'narrow' : w < 640 ? 'medium' : 'wide'; }

  // As large as the frame allows: every name stays inside, and names and picture keep off the buttons. Where the frame
  // is narrow, the far side of the pelvis may be cut off.
  homeRange(extent, { width, height }) {
    const narrow = this.density() === 'narrow', { section } = this.figure.hipchain, size = narrow ? 11 : 12.5, margin = 6;
    const [x0, x1] = narrow && !section ? extent.x : extent.whole, [y0, y1] = extent.y, hint = this.data.hint ? 46 : 0;
    const edge = section ? 22 : 0, tools = { wide: 60, high: 214 };         // edge: "Front" and "Back"
    const pen = (this.pen ??= document.createElement('canvas').getContext('2d'));
    pen.font = `${size}px ${this.font()}`;
    const labels = [];                            // each name's box in px around its point, y upwards
    for (const t of this.named() ? this.figure.data : []) {
      if (t.meta.kind !== 'label' || t.meta.density !== this.density()) continue;
      const [a, b] = { 'middle left': [-1, -.5], 'middle right': [0, -.5], 'top center': [-.5, 0], 'bottom center': [-.5, -1] }[t.textposition];
      t.x.forEach((x, i) => {
        const lines = t.text[i].split('<br>'), w = Math.max(...lines.map(l => pen.measureText(l).width)) + 8, h = size * 1.3 * lines.length + 4;
        labels.push({ x, y: t.y[i], left: a * w, right: (a + 1) * w, low: b * h - (b === -1 ? hint : 0), high: (b + 1) * h });
      });
    }
    const points = [];
    for (const t of this.figure.data) if (SOLID[t.meta.kind]) t.x.forEach((x, i) => { if (x !== null && x <= x1 + 1 && t.y[i] < (y0 + y1) / 2) points.push([x, t.y[i]]); });
    const fit = s => {
      const low = Math.min(y0 * s, ...labels.map(l => l.y * s + l.low)), high = Math.max(y1 * s, ...labels.map(l => l.y * s + l.high));
      const up = (height - high - low) / 2, clear = y => (y + up < tools.high ? tools.wide : margin);
      const left = Math.min(x0 * s - margin, ...labels.map(l => l.x * s + l.left - margin));
      let right = Math.max(x1 * s + margin, ...labels.map(l => l.x * s + l.right + clear(l.y * s + l.low)));
      for (const [x, y] of points) right = Math.max(right, x * s + clear(y * s));
      return { fits: high - low + 2 * edge <= height + 0.01 && right - left <= width, left: (left + right - width) / 2, up };
    };
    let [a, b] = [0.3, 20];
    while (b - a > 0.002) { const s = (a + b) / 2; if (fit(s).fits) a = s; else b = s; }
    const { left, up } = fit(a);
    return { x: [left / a, (left + width) / a], y: [-up / a, (height - up) / a] };
  }

  dressNames() {                                  // ids for taps on a name
    this.plot.data.forEach((t, n) => {
      if (t.meta.kind !== 'label' || t.visible === false) return;
      this.plot.querySelectorAll(`.tracehc${n} .textpoint`).forEach((g, i) => {
        g.dataset.id = t.meta.ids[i];
      });
    });
  }

  // ---- selection
  select(id) {
    const again = this.over.childElementCount > 0 && this.selected === (id || null) && this.painted === this.solids && this.said.dataset.about === (this.data.about || '');
    this.said.dataset.about = this.data.about || '';
    this.selected = id || null;
    if (again) return;                            // Python's answer names what is painted already
    this.painted = this.solids;
    this.paint();
    const { names, title } = this.figure.hipchain, name = this.selected && (names[id] || null);
    this.plot.setAttribute('aria-label', `Diagram: ${title}. ${this.data.about || ''} ${this.data.quiet ? '' : `${name ? `Selected: ${name}.` : 'Nothing selected.'} Arrow keys move from structure to structure, Escape clears.`} Plus and minus zoom.`);
    this.root.dataset.selected = this.selected || '';
  }

  // A layer of its own, in millimetres under one transform: the browser need not redraw the anatomy. What lies in front
  // of the selected tissue is masked out; a fine dashed line shows how the tissue goes on behind it.
  paint() {
    this.over.replaceChildren();
    if (!this.selected || !this.plot._fullLayout) return;
    for (const key of ['selection', 'selection_halo', 'selection_tint']) this.over.style.setProperty(`--hc-${key}`, this.ink(key));
    const add = (into, tag, attributes) => {
      const e = document.createElementNS('http://www.w3.org/2000/svg', tag);
      for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
      return into.appendChild(e);
    };
    const all = add(this.over, 'g', { class: 'hc-mm' }), mine = t => t.meta.id === this.selected, front = [...this.solids].reverse();
    const frame = { x: -1000, y: -1000, width: 2000, height: 2000 };
    front.forEach((t, n) => {
      if (!mine(t)) return;
      const d = way(t), mask = add(all, 'mask', { id: `${this.name}-${n}`, maskUnits: 'userSpaceOnUse', ...frame });
      add(mask, 'rect', { ...frame, fill: '#fff' });
      front.slice(n + 1).forEach(o => { if (!mine(o) && overlap(o, t)) add(mask, 'path', { d: way(o) }); });
      const group = add(all, 'g', { mask: `url(#${this.name}-${n})` });
      add(group, 'path', { d, class: 'hc-sel-tint' });
      if (t.meta.kind === 'patch') return;        // a patch has no outline of its own: its edge is a trace (below)
      add(group, 'path', { d, class: 'hc-sel-halo' });
      add(group, 'path', { d, class: 'hc-sel-line' });
      add(all, 'path', { d, class: 'hc-sel-ghost' });
    });
    for (const t of this.plot.data) if (t.meta.kind === 'edge' && mine(t) && t.visible !== false) add(all, 'path', { d: way(t), class: 'hc-sel-line' });
    for (const t of this.marks) if (mine(t)) add(all, 'path', { d: t.meta.kind === 'mark_dot' ? `M${t.x[0]},${t.y[0]}h.01` : way(t), class: t.meta.kind === 'mark_dot' ? 'hc-sel-dot' : 'hc-sel-mark' });
    this.follow(this.ranges());
  }

  overlay() { const { x, y } = this.ranges(); this.extra.draw(this.plot.clientWidth, this.plot.clientHeight, x, y); }

  follow({ x, y }) {                              // lay the millimetres of the selection over those of the picture
    const mm = this.over.querySelector('.hc-mm'), sx = this.plot.clientWidth / (x[1] - x[0]), sy = this.plot.clientHeight / (y[1] - y[0]);
    if (mm) mm.setAttribute('transform', `matrix(${sx} 0 0 ${-sy} ${-x[0] * sx} ${y[1] * sy})`);
    this.extra.draw(this.plot.clientWidth, this.plot.clientHeight, x, y);
  }

  // ---- what lies under a point of the page; undefined outside the frame
  stackAt(cx, cy, finger) {
    const frame = this.plot.getBoundingClientRect(), { xaxis, yaxis } = this.plot._fullLayout;
    const px = cx - frame.left - xaxis._offset, py = cy - frame.top - yaxis._offset;
    if (px < 0 || py < 0 || px > xaxis._length || py > yaxis._length) return undefined;
    const edge = this.extra.edgeAt(cx - frame.left, cy - frame.top, finger);
    if (edge) return { id: this.selected, stack: [], edge };
    const name = [...this.plot.querySelectorAll('.textpoint[data-id]')].find(g => {
      const r = g.getBoundingClientRect(), pad = finger ? 6 : 2;
      return cx >= r.left - pad && cx <= r.right + pad && cy >= r.top - pad && cy <= r.bottom + pad;
    });
    const x = xaxis.p2d(px), y = yaxis.p2d(py), mm = Math.abs(xaxis.p2d(1) - xaxis.p2d(0));
    const solid = [...new Set(this.solids.filter(t => inside(t, x, y)).map(t => t.meta.id))];
    if (name) return { id: name.dataset.id, stack: [name.dataset.id], x, y };
    const who = finger ? 'finger' : 'mouse';
    const near = this.marks.filter(t => t.meta.kind !== 'mark_area')
      .map(t => [distance(t, x, y) / mm - (t.meta.kind === 'mark_dot' ? SLOP : LINE_SLOP)[who], t.meta.id, t.meta.kind === 'mark_dot' ? 0 : 1])
      .filter(([over]) => over <= 0).sort((a, b) => a[2] - b[2] || a[0] - b[0]).map(a => a[1]);
    const stack = [...new Set([...near, ...solid])];
    return { id: stack[0] || null, stack, x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
  }

  pick(found) {
    this.send({ ...found, n: ++this.picks, at: Date.now() });     // first, so that the answer is under way while we paint
    this.root.querySelector('.hc-hint').hidden = true;
    if (found.edge) { this.extra.light(found.edge); return; }
    this.select(found.id);
    if (!this.data.quiet) this.said.textContent = found.id ? this.figure.hipchain.names[found.id] : 'Nothing selected';
  }

  // ---- pointers, keys, buttons
  listen() {
    const on = (el, kind, act, options = { capture: true }) => { el.addEventListener(kind, act, options); this.off.push(() => el.removeEventListener(kind, act, options)); };
    const finger = e => e.pointerType !== 'mouse';
    on(this.plot, 'pointerdown', e => {
      this.pointers.set(e.pointerId, { x: e.clientX, y: e.clientY });
      this.tap = this.pointers.size === 1 && e.button === 0 ? { x: e.clientX, y: e.clientY, at: e.timeStamp, id: e.pointerId } : null;
      if (this.pointers.size === 2) this.pinch = this.grip();
      this.tip.hidden = true;
    });
    on(window, 'pointermove', e => {
      if (this.pointers.has(e.pointerId)) { this.pointers.set(e.pointerId, { x: e.clientX, y: e.clientY }); if (this.pinch && this.pointers.size === 2) this.frame(() => this.stretch()); }
      else if (!finger(e) && this.plot.contains(e.target)) this.frame(() => this.hover(e));
      else this.tip.hidden = true;
    });
    const end = e => { this.pointers.delete(e.pointerId); if (this.pointers.size < 2) { this.pinch = null; this.settle(); } };
    on(window, 'pointercancel', e => { this.tap = null; end(e); });     // the browser took the gesture: the page scrolls
    on(window, 'pointerup', e => {
      const tap = this.tap, mine = this.pointers.has(e.pointerId);
      end(e); this.tap = null;
      if (!tap || !mine || tap.id !== e.pointerId || e.timeStamp - tap.at > SLOW) return;
      if (Math.hypot(e.clientX - tap.x, e.clientY - tap.y) > MOVED[finger(e) ? 'finger' : 'mouse']) return;
      const found = this.stackAt(e.clientX, e.clientY, finger(e));
      if (found) this.pick(found);
    });
    on(this.plot, 'touchstart', e => e.stopPropagation(), { capture: true, passive: true });   // plotly would hold the page still
    on(this.plot, 'keydown', e => this.key(e));
    on(this.plot, 'wheel', e => { if (e.ctrlKey) { e.preventDefault(); this.zoom(e.deltaY > 0 ? 1.15 : 0.87); } }, { capture: true, passive: false });
    this.root.querySelectorAll('button[data-zoom]').forEach(b => on(b, 'click', () => this.zoom(+b.dataset.zoom)));
    on(this.root.querySelector('.hc-copy'), 'click', e => this.copy(e.currentTarget));
    this.plot.on('plotly_afterplot', () => this.follow(this.ranges()));
    this.plot.on('plotly_relayouting', e => { if ('xaxis.range[0]' in e) this.follow({ x: [e['xaxis.range[0]'], e['xaxis.range[1]']], y: [e['yaxis.range[0]'], e['yaxis.range[1]']] }); });
    this.plot.on('plotly_relayout', () => this.keepRange());
    const size = new ResizeObserver(() => this.frame(() => this.resize()));
    size.observe(this.plot);
    const theme = new MutationObserver(() => { if (this.isDark() !== this.dark) this.update(this.data); });
    theme.observe(document.head, { childList: true });          // Streamlit swaps its styles when the theme changes
    this.off.push(() => size.disconnect(), () => theme.disconnect());
  }

  frame(act) { cancelAnimationFrame(this.next); this.next = requestAnimationFrame(act); }

  resize() {
    const { clientWidth: w, clientHeight: h } = this.plot, now = this.plot._fullLayout;
    if (w < 10 || h < 10 || !now || (Math.abs(now.width - w) < 1 && Math.abs(now.height - h) < 1)) return;
    loaded.ranges.delete(this.place);
    this.draw().then(() => this.paint());
  }

  hover(e) {
    const found = !this.data.quiet && this.stackAt(e.clientX, e.clientY, false), edge = this.root.getBoundingClientRect();
    const hit = found && (found.id || found.edge) && (found.edge || found.stack.length);
    this.plot.style.cursor = hit ? 'pointer' : '';
    this.tip.hidden = !hit;
    if (this.tip.hidden) return;
    this.tip.textContent = found.edge ? this.extra.label(found.edge) : this.figure.hipchain.names[found.id];
    this.tip.style.left = `${Math.min(e.clientX - edge.left + 14, edge.width - this.tip.offsetWidth - 4)}px`;
    this.tip.style.top = `${Math.max(4, e.clientY - edge.top - 34)}px`;
  }

  key(e) {
    const order = this.figure.hipchain.order.filter(id => !this.data.hidden.includes(id)), at = order.indexOf(this.selected);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[e.key];
    if (this.data.quiet && (step || e.key === 'Escape')) return;      // a quiz is not answered by walking through the names
    if (step) this.pick({ id: order[(at + step + order.length) % order.length], stack: [] });
    else if (e.key === 'Escape') this.pick({ id: null, stack: [] });
    else if (e.key === '+' || e.key === '=') this.zoom(0.8);
    else if (e.key === '-') this.zoom(1.25);
    else if (e.key === '0') this.zoom(0);
    else return;
    e.preventDefault();
  }

  ranges() { const { xaxis, yaxis } = this.plot._fullLayout; return { x: xaxis.range.slice(), y: yaxis.range.slice() }; }

  zoom(k) {                                       // 0 is home; the selected tissue stays in sight
    if (!k) { loaded.ranges.delete(this.place); return this.show(this.home); }
    const now = this.ranges(), part = r => { const c = (r[0] + r[1]) / 2; return [c + (r[0] - c) * k, c + (r[1] - c) * k]; };
    return this.show({ x: part(now.x), y: part(now.y) });
  }

  show({ x, y }) { return this.Plotly.relayout(this.plot, { 'xaxis.range': x.slice(), 'yaxis.range': y.slice() }); }

  keepRange() {
    const now = this.ranges(), home = this.home, close = (a, b) => Math.abs(a - b) < 0.5;
    if (close(now.x[0], home.x[0]) && close(now.x[1], home.x[1])) loaded.ranges.delete(this.place);
    else loaded.ranges.set(this.place, now);
  }

  grip() {
    const [a, b] = [...this.pointers.values()];
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, wide: Math.hypot(a.x - b.x, a.y - b.y) || 1, ranges: this.ranges() };
  }

  stretch() {                                     // two fingers: the picture follows at once, plotly redraws when they lift
    if (!this.pinch || this.pointers.size !== 2) return;
    const from = this.pinch, now = this.grip(), box = this.plot.getBoundingClientRect(), k = now.wide / from.wide;
    const [fx, fy, nx, ny] = [from.x - box.left, from.y - box.top, now.x - box.left, now.y - box.top];
    for (const svg of [this.plot.querySelector('.main-svg'), this.over, this.extra.svg]) svg.style.transform = `translate(${nx - k * fx}px, ${ny - k * fy}px) scale(${k})`;
    const part = (r, start, size) => { const mm = (r[1] - r[0]) / size; return [r[0] + start * mm, r[0] + (start + size / k) * mm]; };
    const x0 = fx - nx / k, y0 = fy - ny / k;      // page px (before) of the new top left corner
    this.wanted = { x: part(from.ranges.x, x0, box.width), y: part(from.ranges.y, box.height - y0 - box.height / k, box.height) };
  }

  settle() {
    if (!this.wanted) return;
    const wanted = this.wanted;
    this.wanted = null;
    this.show(wanted).then(() => { for (const svg of [this.plot.querySelector('.main-svg'), this.over, this.extra.svg]) svg.style.transform = ''; });
  }

  async copy(button) {
    const done = ok => { button.dataset.state = ok ? 'done' : 'failed'; this.said.textContent = ok ? 'Link copied' : 'The link could not be copied; it is in the address bar'; setTimeout(() => delete button.dataset.state, 1800); };
    try { await navigator.clipboard.writeText(location.href); done(true); } catch {
      const box = Object.assign(document.createElement('textarea'), { value: location.href });   // no clipboard without https
      document.body.appendChild(box); box.select(); done(document.execCommand('copy')); box.remove();
    }
  }

  destroy() {
    this.off.splice(0).forEach(f => f());
    this.ticket = -1;
    if (this.Plotly && this.plot._fullLayout) this.Plotly.purge(this.plot);
    delete this.root.__diagram;
  }
}
