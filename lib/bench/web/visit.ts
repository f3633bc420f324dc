import type { BrowserContext, Page } from 'playwright';
import { watchCharts, type Charted } from './inPage';
import type { Fetched } from './bytes';

/** One opening of a page. Milliseconds are from the start of the navigation. */
export interface Visit {
  /** The first byte of the page's answer. */
  readonly answered: number;
  /** The browser's own first contentful paint. */
  readonly contentful: number;
  /** What the browser calls the largest contentful paint, and of which element: drawings and canvases are none to it. */
  readonly largest: { readonly ms: number; readonly element: string };
  readonly charted: Charted;
  /** The chart that answers to the mouse has taken over. */
  readonly canvas: number;
  readonly shift: number;
  readonly shifted: readonly string[];
  /** Bytes of the page's HTML as they came. */
  readonly html: number;
  readonly fetched: readonly Fetched[];
  /** The addresses of the scripts that its HTML names. */
  readonly named: readonly string[];
}

/** The TypeScript loader names functions through a helper of its own, which the page does not have. */
const NAMING = 'globalThis.__name = (named) => named;';

export async function watchPages(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: NAMING });
  await context.addInitScript(watchCharts);
}

/** No chart by then means a broken page, not a slow one. */
const PATIENCE_MS = 90_000;

/** Opens an address and waits until its chart answers to the mouse. Throws, with what the page shows instead, when none comes. */
export async function open(page: Page, address: string): Promise<Visit> {
  await page.goto(address, { waitUntil: 'commit' });
  return await page.evaluate(async (patienceMs) => {
    const { watched } = window;
    // A hand that moves all the while, as soon as there is a chart: the one that answers waits for it.
    let hand: ReturnType<typeof setInterval> | undefined;
    void watched.charted.then(() => {
      hand = setInterval(() => window.dispatchEvent(new PointerEvent('pointermove')), 20);
    });
    const canvas = await Promise.race([
      watched.canvas,
      new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs)),
    ]);
    clearInterval(hand);
    if (canvas === undefined)
      throw new Error(
        `no chart within ${String(patienceMs / 1000)} s at ${location.href}: ${document.body.innerText.slice(0, 200)}`,
      );
    // Two frames more: what the taking over shifts is seen in the next.
    for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    const navigation = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;
    return {
      answered: navigation?.responseStart ?? NaN,
      contentful: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
      largest: watched.largest ?? { ms: NaN, element: 'none' },
      charted: await watched.charted,
      canvas,
      shift: watched.shift,
      shifted: watched.shifted,
      html: navigation?.encodedBodySize ?? NaN,
      fetched: (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map((entry) => ({
        address: entry.name,
        askedAtMs: entry.startTime,
        bytes: entry.encodedBodySize,
      })),
      named: [...document.querySelectorAll<HTMLElement>('script[data-sources]')].flatMap(({ dataset }) =>
        (dataset['sources'] ?? '').split(' ').map((source) => new URL(source, location.href).href),
      ),
    };
  }, PATIENCE_MS);
}

/** A visit in a tab of its own, which is closed. */
export async function visit(context: BrowserContext, address: string): Promise<Visit> {
  const page = await context.newPage();
  try {
    return await open(page, address);
  } finally {
    await page.close();
  }
}
