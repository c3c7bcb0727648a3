// What passes between the browser and components/follow/serve.py. `tsc` reads this file; the browser
// never does.

/** `none` alone where there is no such room. */
export type Shown = {
  n: number;
  at: string | null;
  here: boolean;
  ended: boolean;
  none?: true;
};
export type Held = { count: number; left: number; ended: boolean };
export type Opened = { room: string; link: string; code: string; left: number };
/** Who shows a screen: kept by the tab alone. `until` is when the room ends, by this device's clock. */
export type Lead = { room: string; secret: string; until: number };
export type Reply<T> = { status: number; found: T | null };
/** What stands at the foot of the window. */
export type Words = { said: string; buttons: [string, () => void][]; quiet?: boolean };
