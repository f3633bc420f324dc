import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { benchAnalysis } from './analysis';
import { benchPaint } from './paint';
import { fillRehearsal } from './rehearsal';
import { sectionOf, type Findings } from './table';
import { inThrowaway, type Throwaway } from './throwaway';
import { benchTrades } from './trades';

const PARTS = ['analysis', 'paint', 'trades'] as const;
type Part = (typeof PARTS)[number];

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** The part named by `--only`, or all; one line and undefined where the command line cannot be read. */
function partsAsked(args: readonly string[]): readonly Part[] | undefined {
  try {
    const { only } = parseArgs({ args: [...args], options: { only: { type: 'string' } } }).values;
    if (only === undefined) return PARTS;
    const part = PARTS.find((known) => known === only);
    if (part !== undefined) return [part];
    say(`--only is "${only.slice(0, 40)}"; it takes ${PARTS.join(', ')}`);
  } catch (failure) {
    say(`${failure instanceof Error ? failure.message : String(failure)}; the one option is --only ${PARTS.join('|')}`);
  }
  return undefined;
}

/** The parts take turns on one embedded server; the rehearsal is filled only for those that read it. */
async function* findingsOf(parts: readonly Part[], place: Throwaway): AsyncGenerator<Findings> {
  if (parts.includes('analysis') || parts.includes('paint')) {
    say('filling a rehearsal database from the simulator\'s scenario');
    const { database, url } = await place.open('rehearsal');
    const held = await fillRehearsal(database);
    if (parts.includes('analysis')) yield await benchAnalysis(database, held, say);
    if (parts.includes('paint')) yield await benchPaint(url, say);
  }
  if (parts.includes('trades')) yield await benchTrades((await place.open('real')).database, place.folder, say);
}

/** What a figure depends on besides the code. A load above the number of cores means that other programs ran too. */
function machine(): string {
  const cores = cpus();
  const load = loadavg().map((average) => average.toFixed(1)).join(', ');
  return `${new Date().toISOString().slice(0, 10)}; ${String(cores.length)} cores (${cores[0]?.model.trim() ?? 'unknown'}), ${process.platform} ${process.arch}, Node ${process.versions.node}; load of the last 1, 5, 15 minutes: ${load}`;
}

async function bench(parts: readonly Part[]): Promise<void> {
  process.stdout.write(`Before: ${machine()}\n\n`);
  await inThrowaway(async (place) => {
    for await (const findings of findingsOf(parts, place)) process.stdout.write(`${sectionOf(findings)}\n`);
  });
  process.stdout.write(`After: ${machine()}\n`);
}

const parts = partsAsked(process.argv.slice(2));
if (parts === undefined) process.exitCode = 2;
else await bench(parts);
