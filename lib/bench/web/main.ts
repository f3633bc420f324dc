import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright';
import { failureText } from '../../domain/failure';
import { aimsTable } from '../load/aims';
import { machine } from '../machine';
import { inThrowaway } from '../throwaway';
import { launcher, startWebApp } from '../webApp';
import { STEPS } from './gestures';
import { fillHistory } from './history';
import { CATEGORIES, lighthouse, NoLighthouse, type Form, type Scores } from './lighthouse';
import { measured, ROUNDS, VIEWPORT, VISITS, type SpanFindings } from './measure';
import { servePeers } from './peerServer';
import {
  aimsOf,
  bytesTable,
  firstChartTable,
  framesTable,
  lighthouseAims,
  lighthouseTable,
  shiftedLines,
  type LighthouseFindings,
} from './report';
import { CHROMIUM_ARGUMENTS } from '../../launch/chromiumArguments';
import { SPANS, type Span } from './spans';

/** Of the first span in both forms; of the others one on a desk, for each takes a quarter of a minute. */
const LIGHTHOUSE_RUNS = 9;

/** With the seconds since the start: the whole takes some ten minutes. */
const say = (line: string): void => {
  process.stderr.write(`${(performance.now() / 1_000).toFixed(0)} s: ${line}\n`);
};

interface Asked {
  readonly spans: readonly Span[];
  readonly withLighthouse: boolean;
}

const USAGE = `--span ${SPANS.map(({ key }) => key).join('|')} (may be given more than once) and --no-lighthouse`;

/** The spans named by `--span`, or all; one line and undefined where the command line cannot be read. */
function readArguments(args: readonly string[]): Asked | undefined {
  try {
    const { span: keys, 'no-lighthouse': without } = parseArgs({
      args: [...args],
      options: { span: { type: 'string', multiple: true }, 'no-lighthouse': { type: 'boolean' } },
    }).values;
    const unknown = keys?.find((key) => !SPANS.some((span) => span.key === key));
    if (unknown === undefined)
      return { spans: SPANS.filter(({ key }) => keys?.includes(key) ?? true), withLighthouse: without !== true };
    say(`--span is "${unknown.slice(0, 40)}"; the options are ${USAGE}`);
  } catch (failure) {
    say(`${failureText(failure)}; the options are ${USAGE}`);
  }
  return undefined;
}

/** Ends early, with what there is, where Lighthouse cannot be had. */
async function lighthouseFindings(
  all: readonly SpanFindings[],
  tools: { readonly folder: string; readonly chromium: string },
): Promise<readonly LighthouseFindings[]> {
  const found: LighthouseFindings[] = [];
  try {
    for (const [place, { span, address }] of all.entries()) {
      const forms: readonly Form[] = place === 0 ? ['phone', 'desk'] : ['desk'];
      for (const form of forms) {
        const times = place === 0 ? LIGHTHOUSE_RUNS : 1;
        say(`${span.name}: Lighthouse, ${form}, ${String(times)} runs`);
        const runs: Scores[] = [];
        for (let run = 0; run < times; run += 1) runs.push(await lighthouse(address, form, CATEGORIES, tools));
        found.push({ span: span.name, form, runs });
      }
    }
  } catch (failure) {
    if (!(failure instanceof NoLighthouse)) throw failure;
    say(failure.message);
  }
  return found;
}

const section = (
  version: string,
  before: string,
  all: readonly SpanFindings[],
  scores: readonly LighthouseFindings[],
): string =>
  [
    '## The asset page in the browser',
    '',
    `/ATOM on sixteen venues in the production build, in a window of ${String(VIEWPORT.width)} × ${String(VIEWPORT.height)} in Chromium ${version} without a GPU: everything is painted by the processor. The last eight days are the rehearsal's; before them its seven quiet days repeat. Before: ${before}. After: ${machine()}.`,
    '',
    '### First chart',
    '',
    `Milliseconds from the start of the navigation, median of ${String(VISITS)} (least–most). Cold: an empty browser cache; warm: the same again. The server has answered each address before. The first chart is visible with the first frame that shows a drawing in the page's HTML or coloured lines on a canvas; the browser's LCP knows no drawings and no canvases, so its element is a text. The peers' pages hold the library and the same arrays, nothing else.`,
    '',
    ...firstChartTable(all),
    '',
    '### Hover, zoom, pan',
    '',
    `Milliseconds of a frame: from the event to the end of the frame that follows it, and the work of the frame after that, in which some libraries draw; the wait for the screen does not count, nor does what Chromium's other threads paint. *Thread*: all that the page's main thread did for an input, on average: also what it did between the frames, such as drawing exactly now and then what a hand has only moved. *At rest*: what it did in the half second after the last input. The same mouse over all: ${String(STEPS.hover)} moves, ${String(STEPS.zoom)} notches of the wheel, a drag of ${String(STEPS.pan)} moves, each when the frames of the one before are over; ${String(ROUNDS)} rounds in turns. The peers draw the very rows of the answer that our chart draws, as lines of the closes and of the lowest deviations of every venue (ours: candles, band, median, lines, the strip), with a crosshair and a table of values.`,
    '',
    ...framesTable(all),
    '',
    '### Bytes',
    '',
    "Kilobytes as they came, compressed, of a visit with an empty cache. *Of it data*: by how much the columns inside make the HTML longer. *Of days that do not repeat*: as long an answer of random walks, for what repeats compresses far better; it is held against the aim. A page begins with the scripts that its HTML names, which it asks for when it has been painted, and with what it asks for before that. The chart's own code is what else the embed page, the chart and nothing else, asks for as well. Layout shift: the most of any visit.",
    '',
    ...bytesTable(all),
    '',
    ...shiftedLines(all).flatMap((line) => [line, '']),
    '### Lighthouse',
    '',
    'Median (least–most). *Phone*: its default, a slow network and a processor a quarter as fast, both simulated; *desk*: its preset for desktops.',
    '',
    ...(scores.length === 0 ? ['Not measured in this run.'] : lighthouseTable(scores)),
    '',
    '### Aims of the browser',
    '',
    ...aimsTable([...all.flatMap(aimsOf), ...scores.flatMap(lighthouseAims)]),
    '',
  ].join('\n');

async function bench({ spans, withLighthouse }: Asked): Promise<void> {
  const before = machine();
  const { buildApp, findChromium, serverEntry } = await launcher();
  const executablePath = await findChromium({ isWhole: true });
  await buildApp();
  await inThrowaway(async (place) => {
    say('filling a rehearsal database with a year');
    const { database, url } = await place.open('rehearsal');
    await fillHistory(database);
    const peers = await servePeers();
    let browser: Browser | undefined;
    const app = await startWebApp(serverEntry, url);
    try {
      browser = await chromium.launch({
        executablePath,
        args: [...CHROMIUM_ARGUMENTS],
        handleSIGINT: false,
        handleSIGTERM: false,
      });
      const all: SpanFindings[] = [];
      for (const span of spans) all.push(await measured({ app: app.address, peers, browser, say }, span));
      const version = browser.version();
      await browser.close();
      const tools = { folder: place.folder, chromium: executablePath };
      const scores = withLighthouse ? await lighthouseFindings(all, tools) : [];
      process.stdout.write(section(version, before, all, scores));
    } finally {
      await browser?.close();
      await app.stop();
      await peers.close();
    }
  });
}

const asked = readArguments(process.argv.slice(2));
if (asked === undefined) process.exitCode = 2;
else await bench(asked);
