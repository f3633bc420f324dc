import type { BrowserContext } from 'playwright';

declare global {
  interface Window {
    /** Milliseconds from the start of the navigation to the first painted chart. */
    firstChart: Promise<number>;
  }
}

/** Milliseconds from the start of the navigation. */
export interface Visit {
  /** The first byte of the page's answer. */
  readonly answered: number;
  /** The browser's own first contentful paint: text, before any chart. */
  readonly contentful: number;
  /** The first frame that shows a canvas with coloured lines in it was handed to the screen. */
  readonly charted: number;
}

/**
 * Runs in the page before its own scripts: looks at every canvas before each frame until one holds colour. A pixel is
 * coloured where its channels lie 60 of 255 apart: venues' lines are, grounds, axes and letters are not. A hundred of them
 * are more than a stray mark and far less than one line. The time is taken after the frame was painted, so the look at the
 * pixels (some milliseconds, the yardstick's page pays them too) counts in full.
 */
function watch(): void {
  const holdsColour = (canvas: HTMLCanvasElement): boolean => {
    if (canvas.width === 0 || canvas.height === 0) return false;
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
    if (copy === null) return false;
    copy.drawImage(canvas, 0, 0);
    const pixels = copy.getImageData(0, 0, canvas.width, canvas.height).data;
    let coloured = 0;
    for (let at = 0; at < pixels.length; at += 4) {
      const [red, green, blue, opacity] = [
        pixels[at] as number,
        pixels[at + 1] as number,
        pixels[at + 2] as number,
        pixels[at + 3] as number,
      ];
      if (opacity > 127 && Math.max(red, green, blue) - Math.min(red, green, blue) > 60) coloured += 1;
      if (coloured === 100) return true;
    }
    return false;
  };
  window.firstChart = new Promise((resolve) => {
    const look = (): void => {
      if (![...document.querySelectorAll('canvas')].some(holdsColour)) {
        requestAnimationFrame(look);
        return;
      }
      const afterTheFrame = new MessageChannel();
      afterTheFrame.port1.onmessage = () => {
        resolve(performance.now());
      };
      afterTheFrame.port2.postMessage(undefined);
    };
    requestAnimationFrame(look);
  });
}

/** The TypeScript loader names functions through a helper of its own, which the page does not have. */
const NAMING = 'globalThis.__name = (named) => named;';

export async function watchFirstCharts(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: NAMING });
  await context.addInitScript(watch);
}

/** No chart by then means a broken page, not a slow one. */
const PATIENCE_MS = 60_000;

/** Opens an address in a tab of its own and waits for its first chart. Throws, with what the page shows instead, when none comes. */
export async function visit(context: BrowserContext, address: string): Promise<Visit> {
  const page = await context.newPage();
  try {
    await page.goto(address, { waitUntil: 'commit' });
    const seen = await page.evaluate(async (patienceMs) => {
      const charted = await Promise.race([
        window.firstChart,
        new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs)),
      ]);
      if (charted === undefined)
        throw new Error(
          `no chart within ${String(patienceMs / 1000)} s at ${location.href}: ${document.body.innerText.slice(0, 200)}`,
        );
      const navigation = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;
      return {
        charted,
        answered: navigation?.responseStart,
        contentful: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
      };
    }, PATIENCE_MS);
    return { charted: seen.charted, answered: seen.answered ?? NaN, contentful: seen.contentful ?? NaN };
  } finally {
    await page.close();
  }
}
