// A value that stays in the reader's browser: read from local storage once, written when Python sends a new one.
const sent = new Map();

export default function ({ data, setTriggerValue }) {
  try {
    if (data.value !== null && sent.get(data.name) !== data.value) {
      sent.set(data.name, data.value);
      localStorage.setItem(data.name, data.value);
    }
    if (data.ask) setTriggerValue('found', { text: localStorage.getItem(data.name) });
  } catch (error) {
    if (data.ask) setTriggerValue('found', { text: null, refused: true });   // storage switched off: the app says so
  }
}
