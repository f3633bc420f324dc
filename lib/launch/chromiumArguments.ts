/** How the browser of the tests and of the benchmarks is started. Chromium's own chatter with its maker's servers is off: neither has a network, and it takes time. */
export const CHROMIUM_ARGUMENTS: readonly string[] = [
  // Letters of the headless shell are as wide as those of the browser that a reader has, and not whole pixels.
  '--font-render-hinting=none',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
