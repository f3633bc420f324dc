import type { Browser, BrowserContext, Page } from 'playwright';
import { answerOfColumns } from '../../api/columns/decode';
import { formatMinute } from '../../domain/minute';
import { columnsOf } from '../../server/columns/encode';
import { columnsInside, compressed, scriptsAfter } from './bytes';
import { GESTURES, gestures, type Gesture, type Moved, type Place } from './gestures';
import { watchFrames } from './inPage';
import { PEERS, type Peer } from './peerPages';
import type { PeerServer } from './peerServer';
import { sameArrays } from './sameArrays';
import { windowOfSpan, type Span } from './spans';
import { open, visit, watchPages, type Visit } from './visit';

export const SUBJECTS = ['Plumbline', ...PEERS] as const;
export type Subject = (typeof SUBJECTS)[number];

/** A laptop's window. */
export const VIEWPORT = { width: 1280, height: 800 };

/** Of visits; odd, so that the median is a time that was measured. One before them warms up. */
export const VISITS = 9;
/** Of the peers', which are only there to compare with. */
const PEERS_VISITS = 5;
/** Of each gesture, every library in turns; a page of its own each time. */
export const ROUNDS = 2;

/** What was measured of one span. */
export interface SpanFindings {
  readonly span: Span;
  readonly address: string;
  /** Minutes to a bucket of the arrays drawn; 1: every minute. */
  readonly resolution: number;
  /** Rows of all venues. */
  readonly rows: number;
  /** Milliseconds until the server that was just begun had answered the page and, where it is not in it, the data. */
  readonly computed: number;
  /** Bytes by which the columns inside the page's HTML make it longer. */
  readonly inside: number;
  /** Bytes on the wire of as long an answer without a day that repeats, of spans that have repeated days. */
  readonly unrepeated: number | undefined;
  /** The addresses of the scripts that the page with the chart alone asks for and does not begin with. */
  readonly chartAlone: ReadonlySet<string>;
  readonly cold: Readonly<Record<Subject, readonly Visit[]>>;
  readonly warm: Readonly<Record<Subject, readonly Visit[]>>;
  readonly moved: Readonly<Record<Subject, Readonly<Record<Gesture, Moved>>>>;
}

export interface Stage {
  readonly app: string;
  readonly peers: PeerServer;
  readonly browser: Browser;
  readonly say: (line: string) => void;
}

/** A context has a cache of its own, empty at first. */
async function inContext<T>(browser: Browser, work: (context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    await watchPages(context);
    return await work(context);
  } finally {
    await context.close();
  }
}

const queryOf = (span: Span): string => {
  const { from, to } = windowOfSpan(span);
  return `from=${formatMinute(from)}&to=${formatMinute(to)}`;
};

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${String(response.status)}`);
  return response;
}

/** The address that spells out the whole view, as links have it, and what the server's first answers took; lays the arrays for the peers. */
async function prepared({ app, peers }: Stage, span: Span) {
  const began = performance.now();
  const page = await fetched(`${app}/ATOM?${queryOf(span)}`);
  const html = await page.text();
  const inside = columnsInside(html);
  const inPage = performance.now() - began;
  const data = await fetched(`${app}/api/v1/deviations?asset=ATOM&${queryOf(span)}&format=columns`);
  const answer = answerOfColumns(new Uint8Array(await data.arrayBuffer()));
  const all = performance.now() - began;
  const arrays = sameArrays(answer);
  peers.lay(span.key, arrays);
  return {
    address: page.url,
    inside,
    unrepeated: span.unrepeated === undefined ? undefined : compressed(columnsOf(span.unrepeated())),
    computed: inside > 0 ? inPage : all,
    resolution: answer.resolutionMinutes,
    rows: arrays.reduce((sum, { seconds }) => sum + seconds.length, 0),
  };
}

const addressOf = (subject: Subject, address: string, { peers }: Stage, span: Span): string =>
  subject === 'Plumbline' ? address : peers.address(subject satisfies Peer, span.key);

const ofEach = <T>(make: () => T): Record<Subject, T> =>
  Object.fromEntries(SUBJECTS.map((subject) => [subject, make()])) as Record<Subject, T>;

async function visits(place: Stage, span: Span, address: string): Promise<Pick<SpanFindings, 'cold' | 'warm'>> {
  const [cold, warm] = [ofEach<Visit[]>(() => []), ofEach<Visit[]>(() => [])];
  for (let round = -1; round < VISITS; round += 1) {
    for (const subject of SUBJECTS) {
      if (subject !== 'Plumbline' && round >= PEERS_VISITS) continue;
      await inContext(place.browser, async (context) => {
        const [first, second] = [
          await visit(context, addressOf(subject, address, place, span)),
          await visit(context, addressOf(subject, address, place, span)),
        ];
        if (round < 0) return;
        cold[subject].push(first);
        warm[subject].push(second);
      });
    }
  }
  return { cold, warm };
}

/** The place of the chart in the window, the first pane of it. */
async function placeOf(page: Page, selector: string): Promise<Place> {
  const element = page.locator(selector).first();
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (box === null) throw new Error(`no ${selector} at ${page.url()}`);
  return { left: box.x, width: box.width, y: box.y + INTO_THE_FIRST_PANE };
}
const INTO_THE_FIRST_PANE = 140;
const CHART = { Plumbline: '[role=application]', uPlot: '.u-over', 'lightweight-charts': '#chart' } as const;

const together = (all: readonly Moved[]): Moved => ({
  frames: all.flatMap(({ frames }) => frames),
  threadMs: all.reduce((sum, { threadMs }) => sum + threadMs, 0) / all.length,
  restMs: all.reduce((sum, { restMs }) => sum + restMs, 0) / all.length,
});

async function moves(place: Stage, span: Span, address: string): Promise<SpanFindings['moved']> {
  const taken = ofEach<Readonly<Record<Gesture, Moved>>[]>(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const subject of SUBJECTS) {
      await inContext(place.browser, async (context) => {
        await context.addInitScript(watchFrames);
        const page = await context.newPage();
        await open(page, addressOf(subject, address, place, span));
        await page.waitForLoadState('load');
        // The app's wheel is the page's unless Ctrl is held.
        const chart = await placeOf(page, CHART[subject]);
        taken[subject].push(await gestures(page, chart, subject === 'Plumbline'));
      });
    }
  }
  return Object.fromEntries(
    SUBJECTS.map((subject) => [
      subject,
      Object.fromEntries(GESTURES.map((gesture) => [gesture, together(taken[subject].map((round) => round[gesture]))])),
    ]),
  ) as unknown as SpanFindings['moved'];
}

/** The embed page is the chart and nothing else. */
async function chartAlone({ app, browser }: Stage, span: Span): Promise<ReadonlySet<string>> {
  const alone = await inContext(browser, (context) => visit(context, `${app}/embed/ATOM?${queryOf(span)}`));
  return new Set(scriptsAfter(alone).map(({ address }) => address));
}

/** One span: its first answers, visits with an empty cache and again, and the three gestures; every library in turns. */
export async function measured(place: Stage, span: Span): Promise<SpanFindings> {
  place.say(`${span.name}: the server's first answers`);
  const { address, ...first } = await prepared(place, span);
  place.say(`${span.name}: ${String(VISITS)} visits of each, cold and warm`);
  const seen = await visits(place, span, address);
  place.say(`${span.name}: hover, zoom and pan, ${String(ROUNDS)} rounds`);
  const moved = await moves(place, span, address);
  return { span, address, ...first, ...seen, moved, chartAlone: await chartAlone(place, span) };
}
