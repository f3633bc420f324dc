import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { LoadAsked, LoadTook } from './load';
import { Reader, type Reply } from './reader';

// Readers in a process of their own. Argument: `LoadAsked` as JSON. Prints `LoadTook` as one JSON line; ends with 1 where an answer
// was an error, or not what was expected.

/** No more connections are begun at once: the server's queue of them is shorter than two thousand. */
const AT_ONCE = 100;

async function connected({ origin, accept, connections }: LoadAsked): Promise<readonly Reader[]> {
  const readers = Array.from({ length: connections }, () => new Reader(new URL(origin), accept));
  for (let i = 0; i < connections; i += AT_ONCE)
    await Promise.all(readers.slice(i, i + AT_ONCE).map((reader) => reader.connect()));
  return readers;
}

/** Milliseconds each answer took, sorted, and bytes of bodies. */
interface Tally {
  readonly took: number[];
  bytes: number;
}

type Check = (path: string, reply: Reply) => void;

/** Every answer must be these bytes, to the last. */
function sameAs(file: string): Check {
  const expected = readFileSync(file);
  return (path, { status, body }) => {
    if (status !== 200 || !body.equals(expected))
      throw new Error(`${path} answered ${String(status)} with ${String(body.length)} bytes, not those that it should`);
  };
}

/** Answers are laid down to be read afterwards, each under its number. */
function keptIn(folder: string, paths: readonly string[]): Check {
  const numbers = new Map(paths.map((path, i) => [path, i]));
  return (path, { status, body }) => {
    if (status !== 200) throw new Error(`${path} answered ${String(status)}`);
    writeFileSync(join(folder, String(numbers.get(path))), body);
  };
}

/** Each reader asks again as soon as it has its answer: the most that the server can do. */
async function withoutPause(readers: readonly Reader[], path: string, seconds: number, check: Check): Promise<Tally> {
  const tally: Tally = { took: [], bytes: 0 };
  const until = performance.now() + seconds * 1_000;
  await Promise.all(
    readers.map(async (reader) => {
      while (performance.now() < until) await timed(reader, path, performance.now(), check, tally);
    }),
  );
  return tally;
}

/**
 * All readers together ask `perSecond` times a second, evenly, whether the server keeps up or not: a reader whose turn comes while its
 * last answer is still out asks late, and its wait counts from when its turn came.
 */
async function evenly(
  readers: readonly Reader[],
  path: string,
  { seconds, perSecond }: { readonly seconds: number; readonly perSecond: number },
  check: Check,
): Promise<Tally> {
  const tally: Tally = { took: [], bytes: 0 };
  const began = performance.now();
  const turns = seconds * perSecond;
  await Promise.all(
    readers.map(async (reader, i) => {
      for (let turn = i; turn < turns; turn += readers.length) {
        const due = began + (turn / perSecond) * 1_000;
        const pause = due - performance.now();
        if (pause > 0) await wait(pause);
        await timed(reader, path, due, check, tally);
      }
    }),
  );
  return tally;
}

/** Each path once, by whichever reader is free. */
async function eachOnce(readers: readonly Reader[], paths: readonly string[], check: Check): Promise<Tally> {
  const tally: Tally = { took: [], bytes: 0 };
  const left = [...paths].reverse();
  await Promise.all(
    readers.map(async (reader) => {
      for (let path = left.pop(); path !== undefined; path = left.pop())
        await timed(reader, path, performance.now(), check, tally);
    }),
  );
  return tally;
}

async function timed(reader: Reader, path: string, due: number, check: Check, tally: Tally): Promise<void> {
  const reply = await reader.ask(path);
  tally.took.push(performance.now() - due);
  tally.bytes += reply.body.length;
  check(path, reply);
}

async function run(asked: LoadAsked): Promise<LoadTook> {
  const readers = await connected(asked);
  const { how } = asked;
  const began = performance.now();
  const cpuBefore = process.cpuUsage();
  const { took, bytes } =
    how.kind === 'each-once'
      ? await eachOnce(readers, how.paths, keptIn(how.into, how.paths))
      : how.perSecond === undefined
        ? await withoutPause(readers, how.path, how.seconds, sameAs(how.expected))
        : await evenly(readers, how.path, { ...how, perSecond: how.perSecond }, sameAs(how.expected));
  const tookMs = performance.now() - began;
  const { user, system } = process.cpuUsage(cpuBefore);
  for (const reader of readers) reader.close();
  took.sort((a, b) => a - b);
  const percentile = (of: number): number => took[Math.floor(((took.length - 1) * of) / 100)] ?? NaN;
  return {
    answers: took.length,
    tookMs,
    p50Ms: percentile(50),
    p99Ms: percentile(99),
    bytes,
    cpuMs: (user + system) / 1_000,
  };
}

process.stdout.write(JSON.stringify(await run(JSON.parse(process.argv[2] ?? '') as LoadAsked)));
