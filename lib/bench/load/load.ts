import { readFileSync } from 'node:fs';
import { comesTo } from './child';

/** One link asked for again and again, and the file of the bytes that every answer must have. */
export interface OneLink {
  readonly kind: 'one-link';
  readonly path: string;
  readonly expected: string;
  readonly seconds: number;
  /** All readers together; undefined: each asks again as soon as it has its answer. */
  readonly perSecond: number | undefined;
}

/** Each path once; the answers are laid into a folder, named by the path's number. */
export interface EachOnce {
  readonly kind: 'each-once';
  readonly paths: readonly string[];
  readonly into: string;
}

export interface LoadAsked {
  readonly origin: string;
  readonly connections: number;
  /** The encodings the readers take. */
  readonly accept: string;
  readonly how: OneLink | EachOnce;
}

/** What came of it; times in milliseconds, `cpuMs` of the readers' process. */
export interface LoadTook {
  readonly answers: number;
  readonly tookMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly bytes: number;
  readonly cpuMs: number;
}

export interface Load extends LoadTook {
  /** Processor time of the server's process meanwhile, all its threads; NaN on systems other than Linux. */
  readonly serverCpuMs: number;
}

export const perSecond = ({ answers, tookMs }: LoadTook): number => (answers / tookMs) * 1_000;

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;
/** Fields 14 and 15 of `/proc/PID/stat` (man 5 proc), counted from the one after the name in parentheses. */
const [USER, SYSTEM] = [11, 12] as const;

function cpuMsOf(pid: number): number {
  if (process.platform !== 'linux') return NaN;
  const fields =
    readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? [];
  return (Number(fields[USER]) + Number(fields[SYSTEM])) * TICK_MS;
}

/** Puts a server under load. Throws where an answer was an error or not the right one. */
export async function load(pid: number, asked: LoadAsked): Promise<Load> {
  const before = cpuMsOf(pid);
  const took = await comesTo<LoadTook>('./generator.ts', asked);
  return { ...took, serverCpuMs: cpuMsOf(pid) - before };
}
