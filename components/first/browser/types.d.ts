// What the page holds for its script (components/first/picture.py). `tsc` reads this file; the
// browser never does.

import type { Density, Extent, Point, Trace } from '../../diagram/browser/types.js';

export type Data = {
  extent: Extent;
  section: boolean;
  tall: number;
  labels: Trace[];
  leaders: Partial<Record<Density, string>>;
  dots: Partial<Record<Density, string>>;
  low: { narrow: Point[]; wide: Point[] };
  heads: Record<string, string>;
  /** The same in three lines, for the foot of the picture. */
  peeks: Record<string, string>;
  names: Record<string, string>;
};

/** The app's diagram, as far as it is asked anything here. */
export type AppDiagram = HTMLElement & { __diagram?: { send?: (pick: object) => void } };
