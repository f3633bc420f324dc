import { shareDone } from '../../words/en/cli/progressLines';

/** Between two lines on a terminal: often enough to be seen moving. */
const EVERY_MS = 200;

/** Shows on a terminal's standard error how far long work is, in place; nothing where nobody looks. A share of 1 clears the line. */
export function shareDisplay(what: string): (share: number) => void {
  let shownAtMs = Date.now();
  let isShown = false;
  return (share) => {
    if (!process.stderr.isTTY) return;
    if (share >= 1) {
      if (isShown) process.stderr.write('\r\u001b[K');
      return;
    }
    if (Date.now() - shownAtMs < EVERY_MS) return;
    shownAtMs = Date.now();
    isShown = true;
    process.stderr.write(`\r${shareDone(what, share)}\u001b[K`);
  };
}
