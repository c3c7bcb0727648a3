// What the file holds for its script (components/pocket/book.py). `tsc` reads this file; the browser
// never does.

import type { Density, Extent, Point, Trace } from '../../diagram/browser/types.js';

/** How a view and layer is placed, whatever is laid over it. */
export type Frame = {
  extent: Extent;
  section: boolean;
  tall: number;
  low: { narrow: Point[]; wide: Point[] };
};
/**
 * How dense names are with it, how it hangs, whose it is, its words; where it stands and its leader
 * ends, mm, y up.
 */
export type Name = [
  dense: number,
  hang: number,
  id: number,
  text: number,
  x: number,
  y: number,
  toX?: number,
  toY?: number,
];
/** A drawing: numbers of parts from back to front, of structures from top to foot; its names. */
export type Drawn = { parts: number[]; order: number[]; names: Name[] };
export type Lettering = {
  labels: Trace[];
  leaders: Partial<Record<Density, string>>;
  dots: Partial<Record<Density, string>>;
};
export type Look = { title: string; left: string; right: string; top: string; bottom: string };
export type Place = { view: string; layer: string; also?: string };
export type Book = {
  parts: string[];
  drawings: Record<string, Drawn>;
  frames: Record<string, Frame>;
  views: Record<string, Look>;
  ids: string[];
  texts: string[];
  cards: Record<string, string>;
  peeks: Record<string, string>;
  called: Record<string, string[]>;
  places: Record<string, Place>;
  groups: Record<string, Place & { ids: string[] }>;
  legends: Record<string, string>;
  choices: {
    views: Record<string, string>;
    sections: Record<string, string>;
    layers: Record<string, string>;
    modes: Record<string, string>;
    chains: Record<string, string>;
    also: Record<string, string>;
  };
  sources: Record<string, string>;
  /** Compressed. */
  figures: string;
  /** The same, once unpacked. */
  pictures: Promise<Record<string, string>>;
  pages: Record<string, string>;
  titles: Record<string, string>;
};

/** One look of Explore. `id` is a structure, or a group by `group.` and its id; null: nothing. */
export type State = {
  id: string | null;
  view: string;
  layer: string;
  colour: string;
  chain: string;
  also: string[];
};
