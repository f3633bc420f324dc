/** Where the tab keeps the counts of the reader's own log. It is in no address, and no other tab or visit sees it. */
const NAME = 'plumbline:order-log';
const CHANGED = 'plumbline:order-log';

/** Of a tab that may keep nothing, for as long as the page stays. */
let unkept: string | undefined;

/** Keeps a text, or with undefined forgets the one that is kept. */
export function keepText(text: string | undefined): void {
  unkept = text;
  try {
    if (text === undefined) window.sessionStorage.removeItem(NAME);
    else window.sessionStorage.setItem(NAME, text);
  } catch {
    // Nothing to keep it in.
  }
  window.dispatchEvent(new Event(CHANGED));
}

/** What is kept, as a text: the same as long as nothing changed. */
export function keptText(): string | undefined {
  try {
    return window.sessionStorage.getItem(NAME) ?? unkept;
  } catch {
    return unkept;
  }
}

export function onKept(told: () => void): () => void {
  window.addEventListener(CHANGED, told);
  return () => {
    window.removeEventListener(CHANGED, told);
  };
}
