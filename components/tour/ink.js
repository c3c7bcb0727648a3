// What is drawn on the screen's picture, told once when somebody is about to keep the screen in a tour.

/** @param {{ setTriggerValue: (name: string, value: unknown) => void }} component */
export default function ({ setTriggerValue }) {
  const picture = document.querySelector('.stApp .hc-diagram');
  setTriggerValue('found', (picture instanceof HTMLElement && picture.dataset.ink) || '');
}
