// What passes between the server and the box. `tsc` reads this file; the browser never does.

import type { Box } from './box.js';

/** What the page says: components/ask/box.py. */
export type Message = {
  script: string;
  answers: string;
  value: string;
  /** Whether a tissue is chosen on this page, without a load. */
  here: boolean;
  /** Whether questions are answered on this page, without a load. */
  page: boolean;
};
export type Component = {
  data: Message;
  parentElement: HTMLElement;
  setTriggerValue: (name: 'chosen' | 'asked', value: unknown) => void;
};
export type Root = HTMLFormElement & { __ask?: Box };
/** What a question finds: the list, what a screen reader says, whether Enter goes to the first answer. */
export type Answer = { html: string; said: string; direct: boolean };
