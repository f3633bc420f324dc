import { minuteAt, type Minute, type MinuteRange } from '../../domain/minute';
import { codeKey, layerOf, type Code, type Layer } from './codes';
import type { FlawedLine, LogEntry, LogFlaw } from './entries';

/** So many flawed lines are listed by number; all are counted. */
const MOST_LISTED = 1_000;
/** Minutes of which each code is counted: a month of a bot that never rests. Entries of further minutes are in the totals alone, and are counted. */
const MOST_MINUTES = 50_000;
/** A hostile log names a new code in every line: more are counted together. */
const MOST_CODES = 200;
const REST: Code = { family: 'other', code: '…' };
/** Attempts whose order in time is kept for the longest run without success. */
const MOST_ATTEMPTS = 4_000_000;

const NONE = 0;

/** Rejections of one code, in a minute or in all. */
export interface CodeCount {
  readonly code: Code;
  readonly layer: Layer;
  readonly rejected: number;
  /** Of these, of orders that may but reduce a position. */
  readonly reduceOnly: number;
}

/** What a log has in one minute, UTC. */
export interface LogMinute {
  readonly minute: Minute;
  readonly accepted: number;
  readonly rejected: number;
  readonly reduceOnly: number;
  readonly layers: Readonly<Record<Layer, number>>;
  readonly codes: readonly CodeCount[];
}

/** Attempts without one success between them. Milliseconds since 1970 of the first and the last. */
export interface Run {
  readonly fromMs: number;
  readonly toMs: number;
  readonly attempts: number;
  /** Whether a success stands before and behind it in the log; else the run may have been longer than the log is. */
  readonly isBounded: boolean;
}

/** What one or several logs come to. */
export interface LogCounts {
  readonly entries: number;
  readonly lines: number;
  readonly outsidePeriod: number;
  readonly flawed: number;
  readonly flaws: ReadonlyMap<LogFlaw, number>;
  readonly listed: readonly FlawedLine[];
  /** Entries that name neither a code nor a success, and those of them that speak of an error. */
  readonly withoutCode: number;
  readonly errorsWithoutCode: number;
  readonly accepted: number;
  readonly acceptedReduceOnly: number;
  readonly rejected: number;
  readonly reduceOnly: number;
  readonly layers: Readonly<Record<Layer, number>>;
  readonly codes: readonly CodeCount[];
  /** In order; minutes without an attempt are not among them. */
  readonly minutes: readonly LogMinute[];
  /** Attempts of minutes beyond those that are listed. */
  readonly beyondMinutes: number;
  /** undefined: no rejection, or too many attempts to put in order. */
  readonly longestRun: Run | undefined;
  readonly isRunKnown: boolean;
  readonly firstMs: number | undefined;
  readonly lastMs: number | undefined;
  /** Every entry names its own zone. */
  readonly isFixed: boolean;
}

interface Tallied {
  rejected: number;
  reduceOnly: number;
}

interface OpenMinute {
  accepted: number;
  readonly codes: Map<string, Tallied>;
}

/** Counts the entries of one or several logs, in whatever order they come. */
export class Tally {
  readonly #codes = new Map<string, Code>();
  readonly #all: OpenMinute = { accepted: 0, codes: new Map() };
  readonly #minutes = new Map<Minute, OpenMinute>();
  readonly #flaws = new Map<LogFlaw, number>();
  readonly #listed: FlawedLine[] = [];
  #attempts = new Float64Array(1_024);
  #attemptsKept = 0;
  #counts = {
    entries: 0,
    lines: 0,
    outsidePeriod: 0,
    flawed: 0,
    withoutCode: 0,
    errorsWithoutCode: 0,
    acceptedReduceOnly: 0,
    beyondMinutes: 0,
    fixed: 0,
  };
  #isRunKnown = true;
  #firstMs: number | undefined;
  #lastMs: number | undefined;

  /** `period`: entries outside it are counted apart and in nothing else. */
  constructor(readonly period?: MinuteRange) {}

  take(read: LogEntry | FlawedLine): void {
    const counts = this.#counts;
    if (read.kind === 'flawed') {
      counts.lines += 1;
      counts.flawed += 1;
      this.#flaws.set(read.flaw, (this.#flaws.get(read.flaw) ?? NONE) + 1);
      if (this.#listed.length < MOST_LISTED) this.#listed.push(read);
      return;
    }
    counts.lines += read.lines;
    counts.entries += 1;
    if (read.isFixed) counts.fixed += 1;
    const minute = minuteAt(read.ms);
    if (this.period !== undefined && !(minute >= this.period.from && minute < this.period.to)) {
      counts.outsidePeriod += 1;
      return;
    }
    if (this.#firstMs === undefined || read.ms < this.#firstMs) this.#firstMs = read.ms;
    if (this.#lastMs === undefined || read.ms > this.#lastMs) this.#lastMs = read.ms;
    this.#outcome(read, minute);
  }

  #outcome({ outcome, ms }: LogEntry, minute: Minute): void {
    if (outcome.kind === 'none') {
      this.#counts.withoutCode += 1;
      if (outcome.isError) this.#counts.errorsWithoutCode += 1;
      return;
    }
    this.#attempt(ms, outcome.kind === 'accepted');
    const own = this.#minute(minute);
    if (own === undefined) this.#counts.beyondMinutes += 1;
    if (outcome.kind === 'accepted') {
      if (outcome.isReduceOnly) this.#counts.acceptedReduceOnly += 1;
      this.#all.accepted += 1;
      if (own !== undefined) own.accepted += 1;
      return;
    }
    const key = this.#known(outcome.code);
    for (const of of [this.#all, ...(own === undefined ? [] : [own])]) {
      const tallied = of.codes.get(key) ?? { rejected: 0, reduceOnly: 0 };
      tallied.rejected += 1;
      if (outcome.isReduceOnly) tallied.reduceOnly += 1;
      of.codes.set(key, tallied);
    }
  }

  #known(code: Code): string {
    const key = codeKey(code);
    if (this.#codes.has(key)) return key;
    const counted = this.#codes.size < MOST_CODES ? code : REST;
    this.#codes.set(codeKey(counted), counted);
    return codeKey(counted);
  }

  #minute(minute: Minute): OpenMinute | undefined {
    const known = this.#minutes.get(minute);
    if (known !== undefined || this.#minutes.size >= MOST_MINUTES) return known;
    const made: OpenMinute = { accepted: 0, codes: new Map() };
    this.#minutes.set(minute, made);
    return made;
  }

  /** One number an attempt, its instant doubled and 1 more where it succeeded: in order they are in time, of one instant the successes last. */
  #attempt(ms: number, isAccepted: boolean): void {
    if (this.#attemptsKept >= MOST_ATTEMPTS) {
      this.#isRunKnown = false;
      return;
    }
    if (this.#attemptsKept === this.#attempts.length) {
      const longer = new Float64Array(2 * this.#attempts.length);
      longer.set(this.#attempts);
      this.#attempts = longer;
    }
    this.#attempts[this.#attemptsKept] = 2 * ms + (isAccepted ? 1 : 0);
    this.#attemptsKept += 1;
  }

  #codesOf({ codes }: OpenMinute): readonly CodeCount[] {
    return [...codes]
      .map(([key, { rejected, reduceOnly }]) => {
        const code = this.#codes.get(key) ?? REST;
        return { code, layer: layerOf(code), rejected, reduceOnly };
      })
      .sort((a, b) => b.rejected - a.rejected || (codeKey(a.code) < codeKey(b.code) ? -1 : 1));
  }

  get counts(): LogCounts {
    const { fixed, ...counts } = this.#counts;
    const codes = this.#codesOf(this.#all);
    return {
      ...counts,
      flaws: this.#flaws,
      listed: this.#listed,
      accepted: this.#all.accepted,
      ...sumsOf(codes),
      codes,
      minutes: [...this.#minutes]
        .sort(([a], [b]) => a - b)
        .map(([minute, open]) => {
          const own = this.#codesOf(open);
          return { minute, accepted: open.accepted, ...sumsOf(own), codes: own };
        }),
      longestRun: this.#isRunKnown ? longestRun(this.#attempts.slice(0, this.#attemptsKept).sort()) : undefined,
      isRunKnown: this.#isRunKnown,
      firstMs: this.#firstMs,
      lastMs: this.#lastMs,
      isFixed: fixed === counts.entries,
    };
  }
}

function sumsOf(codes: readonly CodeCount[]): Pick<LogMinute, 'rejected' | 'reduceOnly' | 'layers'> {
  const layers: Record<Layer, number> = { transport: 0, business: 0, unknown: 0 };
  let [rejected, reduceOnly] = [0, 0];
  for (const one of codes) {
    rejected += one.rejected;
    reduceOnly += one.reduceOnly;
    layers[one.layer] += one.rejected;
  }
  return { rejected, reduceOnly, layers };
}

/** The run of most attempts, of equally long ones the first; undefined: no attempt was rejected. `attempts`: in order, as `#attempt` writes them. */
function longestRun(attempts: Float64Array): Run | undefined {
  let best: { from: number; to: number } | undefined;
  let from = 0;
  for (let at = 0; at <= attempts.length; at += 1) {
    if (at < attempts.length && (attempts[at] ?? NaN) % 2 === 0) continue;
    if (at > from && (best === undefined || at - from > best.to - best.from)) best = { from, to: at };
    from = at + 1;
  }
  if (best === undefined) return undefined;
  return {
    fromMs: (attempts[best.from] ?? NaN) / 2,
    toMs: (attempts[best.to - 1] ?? NaN) / 2,
    attempts: best.to - best.from,
    isBounded: best.from > 0 && best.to < attempts.length,
  };
}

/** Rejected ÷ attempts; undefined: the log names no success, so that it may be one that has errors alone, and its attempts are not known. */
export const rejectionRate = ({ rejected, accepted }: Pick<LogCounts, 'rejected' | 'accepted'>): number | undefined =>
  accepted === 0 ? undefined : rejected / (rejected + accepted);
