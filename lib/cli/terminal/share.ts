/** Between two lines on a terminal: often enough to be seen moving. */
const EVERY_MS = 200;

/** Says on a terminal's standard error how far long work is, in place; nothing where nobody looks. The last word clears the line. */
export function shareSaid(what: string): (share: number) => void {
  let saidAt = Date.now();
  let isShown = false;
  return (share) => {
    if (!process.stderr.isTTY) return;
    if (share >= 1) {
      if (isShown) process.stderr.write('\r\u001b[K');
      return;
    }
    if (Date.now() - saidAt < EVERY_MS) return;
    saidAt = Date.now();
    isShown = true;
    process.stderr.write(`\r${what}: ${String(Math.floor(share * 100))} %\u001b[K`);
  };
}
