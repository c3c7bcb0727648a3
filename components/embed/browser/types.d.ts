// What passes between an embedded page and the page around it (docs/embedding.md). `tsc` reads this
// file; the browser never does.

import type { Heard } from '../../diagram/browser/types.js';

/** What a host may ask for. */
export type Type = 'select' | 'view' | 'layer' | 'colour';
export type Command = { type: Type; value: string };
/** Why a message of a host's was not followed. */
export type Reason = 'version' | 'type' | 'value' | 'page';

/** What can be named, from components/embed/script.py. */
export type Known = {
  select: Record<string, string>;
  view: string[];
  layer: string[];
  colour: string[];
  start: string;
  bare: { layer: string; views: string[] };
};

declare global {
  interface Window {
    __hipchain_host?: Window;
  }
}

/** What the app's diagram is asked here. */
export type AppDiagram = HTMLElement & {
  __diagram?: { send: (pick: object) => void; heard: Heard | null };
};
