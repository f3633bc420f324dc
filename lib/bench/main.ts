import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchAnalysis } from './analysis';
import { benchFilling } from './filling';
import { benchFront } from './front/bench';
import { benchIngest } from './ingest';
import { benchKernel } from './kernel/bench';
import { benchLinear } from './kernel/linear';
import { benchLoad } from './load/bench';
import { machine } from './machine';
import { benchPicture } from './picture';
import { benchRates } from './rates/bench';
import { fillRehearsal } from './rehearsal';
import { benchScan } from './scan/bench';
import { benchStorage } from './storage';
import { sectionOf, type Findings } from './table';
import { inThrowaway, type Throwaway } from './throwaway';
import { benchTrades } from './trades';
import { benchWire } from './wire/bench';
import { benchWindows } from './windows/bench';

const PARTS = [
  'kernel',
  'rates',
  'linear',
  'windows',
  'front',
  'wire',
  'picture',
  'scan',
  'analysis',
  'load',
  'trades',
  'ingest',
  'filling',
  'storage',
] as const;
type Part = (typeof PARTS)[number];

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

interface Asked {
  readonly parts: readonly Part[];
  /** A folder of real candles, for `storage`. */
  readonly real: string | undefined;
}

/** The part named by `--only`, or all; one line and undefined where the command line cannot be read. */
function readArguments(args: readonly string[]): Asked | undefined {
  try {
    const { only, real } = parseArgs({
      args: [...args],
      options: { only: { type: 'string' }, real: { type: 'string' } },
    }).values;
    if (only === undefined) return { parts: PARTS, real };
    const part = PARTS.find((known) => known === only);
    if (part !== undefined) return { parts: [part], real };
    say(`--only is "${only.slice(0, 40)}"; it takes ${PARTS.join(', ')}`);
  } catch (failure) {
    say(
      `${failure instanceof Error ? failure.message : String(failure)}; the options are --only ${PARTS.join('|')} and --real FOLDER`,
    );
  }
  return undefined;
}

/** The parts take turns on one embedded server; the rehearsal is filled only for those that read it. */
async function* findingsOf({ parts, real }: Asked, place: Throwaway): AsyncGenerator<Findings | string> {
  if (parts.includes('kernel')) yield await benchKernel((await place.open('real')).database, say);
  if (parts.includes('rates')) yield await benchRates(say);
  if (parts.includes('linear')) yield benchLinear(say);
  if (parts.includes('windows')) {
    const { database, url } = await place.open('real');
    yield await benchWindows(database, url, join(place.folder, 'rates'), say);
  }
  if (parts.includes('front')) {
    const { database, url } = await place.open('real');
    yield await benchFront(database, url, say);
  }
  if (parts.includes('wire')) yield* await benchWire(say);
  if (parts.includes('picture')) {
    const { database, url } = await place.open('real');
    yield await benchPicture(database, url, say);
  }
  if (parts.includes('scan')) yield await benchScan((await place.open('real')).database, say);
  if (parts.includes('analysis') || parts.includes('load')) {
    say("filling a rehearsal database from the simulator's scenario");
    const { database, url } = await place.open('rehearsal');
    const held = await fillRehearsal(database);
    if (parts.includes('analysis')) yield await benchAnalysis(database, held, say);
    if (parts.includes('load')) yield await benchLoad({ database, url }, place.folder, say);
  }
  if (parts.includes('trades')) yield await benchTrades((await place.open('real')).database, place.folder, say);
  if (parts.includes('ingest')) {
    const { database, url } = await place.open('rehearsal');
    yield await benchIngest(database, url, say);
  }
  if (parts.includes('filling')) yield await benchFilling(place, say);
  if (parts.includes('storage')) {
    if (real === undefined) say('storage: skipped; name a folder of real candles with --real FOLDER');
    else yield await benchStorage((await place.open('real')).database, real, place.folder);
  }
}

async function bench(asked: Asked): Promise<void> {
  process.stdout.write(`Before: ${machine()}\n\n`);
  await inThrowaway(async (place) => {
    for await (const findings of findingsOf(asked, place))
      process.stdout.write(`${typeof findings === 'string' ? findings : sectionOf(findings)}\n`);
  });
  process.stdout.write(`After: ${machine()}\n`);
}

const asked = readArguments(process.argv.slice(2));
if (asked === undefined) process.exitCode = 2;
else await bench(asked);
