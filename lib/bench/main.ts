import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { failureText } from '../domain/failure';
import type { Database } from '../store/connection/database';
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
    say(`${failureText(failure)}; the options are --only ${PARTS.join('|')} and --real FOLDER`);
  }
  return undefined;
}

type Section = (place: Throwaway, asked: Asked) => Promise<Iterable<Findings | string>>;

/** Each part, on one embedded server that all but one have in turn. */
const SECTIONS: Readonly<Record<Part, Section>> = {
  kernel: async (place) => [await benchKernel((await place.open('real')).database, say)],
  rates: async () => [await benchRates(say)],
  linear: () => Promise.resolve([benchLinear(say)]),
  windows: async (place) => {
    const { database, url } = await place.open('real');
    return [await benchWindows(database, url, join(place.folder, 'rates'), say)];
  },
  front: async (place) => {
    const { database, url } = await place.open('real');
    return [await benchFront(database, url, say)];
  },
  wire: () => benchWire(say),
  picture: async (place) => {
    const { database, url } = await place.open('real');
    return [await benchPicture(database, url, say)];
  },
  scan: async (place) => [await benchScan((await place.open('real')).database, say)],
  analysis: async (place) => {
    const { database } = await place.open('rehearsal');
    return [await benchAnalysis(database, await filled(database), say)];
  },
  load: async (place) => {
    const { database, url } = await place.open('rehearsal');
    await filled(database);
    return [await benchLoad({ database, url }, place.folder, say)];
  },
  trades: async (place) => [await benchTrades((await place.open('real')).database, place.folder, say)],
  ingest: async (place) => {
    const { database, url } = await place.open('rehearsal');
    return [await benchIngest(database, url, say)];
  },
  // From empty: on a server that no other part has filled.
  filling: async () => [await inThrowaway((own) => benchFilling(own, say))],
  storage: async (place, { real }) => {
    if (real !== undefined) return [await benchStorage((await place.open('real')).database, real, place.folder)];
    say('storage: skipped; name a folder of real candles with --real FOLDER');
    return [];
  },
};

let filling: ReturnType<typeof fillRehearsal> | undefined;

/** The rehearsal is filled once, for whichever part reads it first. */
function filled(database: Database): ReturnType<typeof fillRehearsal> {
  if (filling === undefined) say("filling a rehearsal database from the simulator's scenario");
  return (filling ??= fillRehearsal(database));
}

interface Ran {
  readonly part: Part;
  readonly tookMs: number;
  readonly before: string;
  readonly isWhole: boolean;
}

/** Runs a part and prints what it found; of one that failed its complaint, and the others are run all the same. */
async function ran(part: Part, place: Throwaway, asked: Asked): Promise<Ran> {
  const [began, before] = [performance.now(), loadavg()[0]?.toFixed(1) ?? ''];
  let isWhole = true;
  say(`${part}: begins`);
  try {
    for (const findings of await SECTIONS[part](place, asked))
      process.stdout.write(`${typeof findings === 'string' ? findings : sectionOf(findings)}\n`);
  } catch (failure) {
    isWhole = false;
    console.error(failure);
  }
  const tookMs = performance.now() - began;
  say(`${part}: ${isWhole ? 'ended' : 'FAILED'} after ${(tookMs / 1_000).toFixed(0)} s`);
  return { part, tookMs, before, isWhole };
}

const runLine = ({ part, tookMs, before, isWhole }: Ran): string =>
  `| ${part} | ${isWhole ? (tookMs / 1_000).toFixed(0) : `failed after ${(tookMs / 1_000).toFixed(0)}`} | ${before} |`;

/** Whether every part ran to its end. */
async function bench(asked: Asked): Promise<boolean> {
  const all: Ran[] = [];
  process.stdout.write(`Before: ${machine()}\n\n`);
  await inThrowaway(async (place) => {
    for (const part of asked.parts) all.push(await ran(part, place, asked));
  });
  const table = ['| part | took, s | load before |', '| --- | ---: | ---: |', ...all.map(runLine)];
  process.stdout.write(`After: ${machine()}\n\n${table.join('\n')}\n`);
  return all.every(({ isWhole }) => isWhole);
}

const asked = readArguments(process.argv.slice(2));
if (asked === undefined) process.exitCode = 2;
else if (!(await bench(asked))) process.exitCode = 1;
