declare global {
  /** Called by what starts the web server (lib/launch/web.mjs) behind the last answer. */
  var plumblineEnd: (() => Promise<void>) | undefined;
  var plumblineEndings: Set<() => Promise<unknown>> | undefined;
}

/** Has something closed once the last answer is out. */
export function atEnd(close: () => Promise<unknown>): void {
  const all = (globalThis.plumblineEndings ??= new Set());
  all.add(close);
  globalThis.plumblineEnd ??= async () => {
    await Promise.allSettled([...all].map((one) => one()));
  };
}
