// When the line that says how far one is changes, it takes the focus, and the page goes back to its
// top (step.py says why). What it said before is kept on the window, because the line itself may be
// new on the page.

/** @param {{ data: { text: string }, parentElement: HTMLElement }} component */
export default function ({ data: { text }, parentElement }) {
  /** @type {HTMLElement | null} */
  const line = parentElement.querySelector('.hc-step');
  if (!line) return;
  const before = window.__hipchain_step;
  line.textContent = text;
  window.__hipchain_step = text;
  if (before === undefined || before === text) return;
  line.focus({ preventScroll: true });
  document.querySelector('[data-testid=stMain]')?.scrollTo(0, 0);
}
