// What passes between the server, plotly and the modules. `tsc` reads this file; the browser never
// does.

import type { Diagram } from './diagram.js';
import type { Stage } from './stage.js';

export type Point = [x: number, y: number];
/** Left, top, right, bottom in px of the picture. */
export type Box = [left: number, top: number, right: number, bottom: number];
/** From, to in mm. */
export type Range = [from: number, to: number];
export type Ranges = { x: Range; y: Range };
export type Size = { width: number; height: number };
export type Pointer = 'mouse' | 'finger';
export type Density = 'narrow' | 'medium' | 'wide';
/** Colour by key of the table `overlay` of a figure. */
export type InkOf = (key: string) => string;

/** Lists of x and y in mm; null parts one ring or line from the next. */
export type Shape = { x: (number | null)[]; y: (number | null)[] };
export type TextPosition = 'middle left' | 'middle right' | 'top center' | 'bottom center';
/**
 * An outline of the drawing: which structure's, and what it is (a class of its path). Of what is laid over
 * the layer and lies under something: which bodies `covers` it.
 */
export type Part = Shape & { meta: { id: string; kind: string; covers?: string[] } };
/** A trace of plotly's; the rest is what `dress.js` gives it. */
export type Trace = Shape & {
  meta: { kind: string; density?: Density; ids?: string[] };
  text?: string[];
  textposition?: TextPosition;
  visible?: boolean;
  [style: string]: unknown;
};

/** How far a view reaches in mm: `x` on a narrow screen, `whole` elsewhere. */
export type Extent = { x: Range; whole: Range; y: Range };
/** A figure as the server sends it: components/drawing/figure.py. */
export type Figure = {
  data: Trace[];
  layout: { xaxis: object; yaxis: object } & Record<string, unknown>;
  hipchain: {
    view: string;
    title: string;
    marks: Record<string, string>;
    names: Record<string, string>;
    order: string[];
    extent: Extent;
    tall: number;
    section: boolean;
    overlay: Record<'light' | 'dark', Record<string, string>>;
    warning: string;
  };
};

export type Arrow = {
  kind: 'arrow';
  id: string;
  from: Point;
  to: Point;
  grade: 'solid' | 'dashed' | 'struck';
  on: boolean;
  label: string;
  flipped?: boolean;
};
export type Line = {
  kind: 'line';
  points: Point[];
  tone: string;
  width: number;
  dash?: string;
  head?: boolean;
  filled?: boolean;
};
export type Dot = { kind: 'dot'; at: Point; tone: string; r?: number };
/** A spot that is ringed; `r` in mm. */
export type Ring = { kind: 'ring'; at: Point; r: number; dashed?: boolean };
export type Badge = { kind: 'badge'; at: Point; text: string };
export type Node = { kind: 'node'; id: string; at: Point; text: string; state: boolean };
export type Text = { kind: 'text'; at: Point; text: string; tone?: string; below?: boolean };
/** What Python lays over the anatomy, placed in mm. */
export type Item = Arrow | Line | Dot | Ring | Badge | Node | Text;

/** An arrow's bend in px: its path, points along it, its middle, and its last two points. */
export type Curve = { d: string; samples: Point[]; mid: Point; end: Point; before: Point };

/** What Python sends with every run: addresses and ids, see `diagram` in component.py. */
export type Message = {
  script: string;
  plotly: string;
  figure: string;
  art: string;
  near: { art: string; figure?: string }[];
  sliders: { angles: Record<string, keyof Pose>; pose: Pose; art: string } | null;
  mode: string;
  selected: string | null;
  lit: { group: string; ids: string[] } | null;
  hidden: string[];
  names: boolean;
  quiet: boolean;
  hint: boolean;
  peek: { heads: string; card: string } | null;
  extra: Item[];
  about: string;
  frame: Extent | null;
  pen: Pen | null;
  still: { src: string; alt: string };
  heard: Heard | null;
};
/**
 * What an embedded page was drawn from: so many choices by name, and what the address said. Who asks
 * for something waits until what it asked for before has come.
 */
export type Heard = { picks: number; said: Record<string, string> };
/**
 * The presenter's pen: its script, the drawing that its strokes belong to, the strokes that come with it
 * (pen/packed.js), and the credit on a picture that is saved.
 */
export type Pen = { script: string; of: string; ink: string; credit: string };
/** What the pen's script offers: components/diagram/pen/pen.js. */
export type PenScript = {
  Pen: new (
    stage: Stage,
    say: (words: string) => void,
  ) => { show: (wanted: Pen) => void; leave: () => void };
};
/** What lies over the picture, and moves and is drawn with it. */
export type Layer = {
  svg: SVGElement;
  place: (ranges: Ranges, size: Size) => void;
  fade: (faded: boolean) => void;
};
/** Degrees, see data/outlines/pose.py. */
export type Pose = { tilt: number; drop: number; lean: number };
/**
 * What lies under a point: the hit, all of the stack from the surface down, and where, in mm; of a
 * footprint also which `end` it is.
 */
export type Found = {
  id: string | null;
  on?: string | null;
  stack: string[];
  x?: number;
  y?: number;
  edge?: string;
  end?: string;
};

/** What Streamlit hands to a component. */
export type Component<Data> = {
  data: Data;
  parentElement: HTMLElement;
  setTriggerValue: (name: string, value: unknown) => void;
};
export type Root = HTMLElement & { __diagram?: Diagram };

/** The node that plotly draws into. */
export type Plot = HTMLElement & {
  data: Trace[];
  _fullLayout?: Size;
};
export type Plotly = {
  react: (plot: Plot, data: Trace[], layout: object, config: object) => Promise<unknown>;
  relayout: (plot: Plot, change: object) => Promise<unknown>;
  purge: (plot: Plot) => void;
};

declare global {
  interface Window {
    Plotly?: Plotly;
    __hipchain_step?: string;
  }
}
