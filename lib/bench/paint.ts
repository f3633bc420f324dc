import { chromium, type Browser, type BrowserContext } from 'playwright';
import { visit, watchFirstCharts, type Visit } from './firstChart';
import { serveStaticPage } from './staticPage';
import type { Findings } from './table';
import { inRounds, type Timings } from './timings';
import { launcher, startWebApp } from './webApp';

/** Those of the browser tests: no talk with the browser's maker while it is being timed. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** A laptop's window. */
const VIEWPORT = { width: 1280, height: 800 };

/** What a reader types: the redirect to the address that says the whole view is part of the wait. */
const PATH = '/ATOM';

const WARM_UPS = 2;
/** Odd, so that the median is a time that was measured. */
const ROUNDS = 15;
/** Each costs a start of the server. */
const STARTS = 5;

const STATIC = 'static page, first visit';
const STATIC_AGAIN = 'static page, second visit';

function note(timings: Timings, name: string, seen: Visit): void {
  timings.note(`${name}: page answered`, seen.answered);
  timings.note(`${name}: first contentful paint`, seen.contentful);
  timings.note(`${name}: first chart painted`, seen.charted);
}

/** A context has a cache of its own, empty at first. */
async function inContext(browser: Browser, work: (context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    await watchFirstCharts(context);
    await work(context);
  } finally {
    await context.close();
  }
}

async function oneRound(browser: Browser, timings: Timings, app: string, page: string): Promise<void> {
  await inContext(browser, async (context) => {
    note(timings, 'first visit', await visit(context, `${app}${PATH}`));
    note(timings, 'second visit', await visit(context, `${app}${PATH}`));
  });
  await inContext(browser, async (context) => {
    timings.note(STATIC, (await visit(context, page)).charted);
    timings.note(STATIC_AGAIN, (await visit(context, page)).charted);
  });
}

async function measured(browser: Browser, entry: string, databaseUrl: string, page: string): Promise<Timings> {
  const app = await startWebApp(entry, databaseUrl);
  let timings: Timings;
  try {
    timings = await inRounds({ warmUps: WARM_UPS, rounds: ROUNDS }, (kept) =>
      oneRound(browser, kept, app.address, page),
    );
  } finally {
    await app.stop();
  }
  for (let start = 0; start < STARTS; start += 1) {
    const fresh = await startWebApp(entry, databaseUrl);
    try {
      await inContext(browser, async (context) => {
        note(timings, 'first visit of a server just started', await visit(context, `${fresh.address}${PATH}`));
      });
    } finally {
      await fresh.stop();
    }
  }
  return timings;
}

const figuresOf = (name: string, yardstick: string): Findings['figures'] =>
  ['first chart painted', 'first contentful paint', 'page answered'].map((step) => ({
    name: `${name}: ${step}`,
    yardstick,
  }));

/** The first chart of /ATOM in Chromium, from the start of the navigation to the painted frame, in the built app over the rehearsal. */
export async function benchPaint(databaseUrl: string, say: (line: string) => void): Promise<Findings> {
  const { buildApp, findChromium, serverEntry } = await launcher();
  const executablePath = await findChromium();
  await buildApp();
  const page = await serveStaticPage();
  const browser = await chromium.launch({ executablePath, args: ARGS, handleSIGINT: false, handleSIGTERM: false });
  try {
    say(
      `paint: ${String(WARM_UPS)} rounds to warm up, ${String(ROUNDS)} that count, ${String(STARTS)} starts of the server`,
    );
    const timings = await measured(browser, serverEntry, databaseUrl, page.address);
    return {
      title: 'First chart of an asset page',
      about: `${PATH}, four hours of every venue held, in a window of ${String(VIEWPORT.width)} × ${String(VIEWPORT.height)} in Chromium ${browser.version()} without a GPU; a first visit has an empty cache.`,
      timings,
      figures: [
        ...figuresOf('first visit', STATIC),
        ...figuresOf('second visit', STATIC_AGAIN),
        ...figuresOf('first visit of a server just started', STATIC),
        { name: STATIC, yardstick: STATIC },
        { name: STATIC_AGAIN, yardstick: STATIC_AGAIN },
      ],
    };
  } finally {
    await browser.close();
    await page.close();
  }
}
