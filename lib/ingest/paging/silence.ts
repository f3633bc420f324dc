import { minuteRange, minutesIn, subtract, type Minute, type MinuteRange } from '../../domain/minute';
import { within } from './answers';
import type { ReadPage } from './askPage';
import type { Doubt } from './doubt';
import { isLong, probesOf, spansOf, type Span } from './spans';

/**
 * Why a range without a row is not known to be without a trade. `fills`: the venue sends a row for every minute, traded or not;
 * `lacks-rows`: the reply lacks rows that an earlier one held; `no-rows-around`: no row before or none after it was found as far
 * as was looked; `no-answer`: the reply was none to what was asked.
 */
export type SilenceCause = 'fills' | 'lacks-rows' | 'no-rows-around' | 'no-answer';

export interface Silence {
  readonly range: MinuteRange;
  readonly cause: SilenceCause;
}

/** What is known once silences were asked about again. */
export interface Heard {
  readonly silent: Silence[];
  /** Parts of which a reply held rows, but not all: they are to be asked as usual. */
  readonly left: MinuteRange[];
}

const isIn = ({ from, to }: MinuteRange, at: Minute): boolean => at >= from && at < to;

/** Whether a reply can be trusted where it lies between its rows. */
const isWhole = ({ reading }: ReadPage, { seen }: Doubt): boolean =>
  reading.problem === undefined && reading.unknown.length === 0 && seen.agreesWith(reading.rows);

/**
 * Whether a reply proves that nothing was traded in a range: the venue omits such minutes, and the reply holds a row from before the
 * range, one from after it, none in it, and every row known from earlier replies in between.
 */
function proves(read: ReadPage, range: MinuteRange, doubt: Doubt): boolean {
  const { rows, end } = read.reading;
  return (
    doubt.emptyMinutes === 'omitted' &&
    isWhole(read, doubt) &&
    range.to <= end &&
    rows.some((at) => at < range.from) &&
    rows.some((at) => at >= range.to) &&
    !rows.some((at) => isIn(range, at))
  );
}

/** A reply as the word that a range is without a trade. */
const asProof = (read: ReadPage, range: MinuteRange): ReadPage => ({
  ...read,
  reading: { ...read.reading, covered: range, silent: [], unknown: [], candles: [], quarantined: [] },
});

/** Whether the nearest rows known around a range, as far as they were asked for with it, are in a reply. */
function holdsKnown({ reading }: ReadPage, range: MinuteRange, span: MinuteRange, { seen }: Doubt): boolean {
  const known = [seen.before(range.from, range.from - span.from), seen.after(range.to, span.to - range.to)];
  return known.every((at) => at === undefined || reading.rows.includes(at));
}

function causeOf(read: ReadPage, range: MinuteRange, span: MinuteRange, doubt: Doubt): SilenceCause {
  if (read.reading.problem !== undefined) return 'no-answer';
  if (doubt.emptyMinutes === 'flat') return 'fills';
  return isWhole(read, doubt) && holdsKnown(read, range, span, doubt) ? 'no-rows-around' : 'lacks-rows';
}

/** Judges one silence by a reply that was asked for it and what lies around it. */
async function judge(read: ReadPage, range: MinuteRange, span: MinuteRange, doubt: Doubt, heard: Heard): Promise<void> {
  if (proves(read, range, doubt)) return doubt.record(asProof(read, range));
  const cause = causeOf(read, range, span, doubt);
  const { reading } = within(read, range);
  const hasRows = reading.rows.some((at) => isIn(range, at));
  if (!hasRows || reading.covered === undefined || !isWhole(read, doubt)) {
    heard.silent.push({ range, cause });
    return undefined;
  }
  await doubt.record(within(read, range));
  heard.silent.push(...reading.silent.map((silent) => ({ range: silent, cause })));
  heard.left.push(...subtract(range, [reading.covered]));
  return undefined;
}

/** Asks for a span and judges what of it was silent. Every row it holds is known from then on. */
async function askSpan({ range, silences }: Span, doubt: Doubt, heard: Heard): Promise<void> {
  const read = await doubt.ask(range);
  for (const silence of silences) await judge(read, silence, range, doubt, heard);
  doubt.seen.add(read.reading.rows);
}

/** Two replies of which the first holds a row before a range and the second one after it, and that meet inside it, prove it together. */
async function recordHalves(range: MinuteRange, first: Probe, last: Probe, doubt: Doubt): Promise<boolean> {
  const isBracketed =
    first.read.reading.rows.some((at) => at < range.from && isIn(first.span, at)) &&
    last.read.reading.rows.some((at) => at >= range.to && isIn(last.span, at));
  if (!isBracketed || first.span.to < last.span.from) return false;
  const middle = Math.min(range.to, Math.max(range.from, first.span.to)) as Minute;
  if (range.from < middle) await doubt.record(asProof(first.read, minuteRange(range.from, middle)));
  if (middle < range.to) await doubt.record(asProof(last.read, minuteRange(middle, range.to)));
  return true;
}

interface Probe {
  readonly span: MinuteRange;
  readonly read: ReadPage;
}

/**
 * A silence longer than one reply: its beginning, its middle and its end are asked for. A row in any of them puts the whole range
 * back to be asked as usual. Where beginning and end meet, they may prove it together.
 */
async function askLong(range: MinuteRange, doubt: Doubt, heard: Heard): Promise<void> {
  const probes: Probe[] = [];
  let cause: SilenceCause = doubt.emptyMinutes === 'flat' ? 'fills' : 'no-rows-around';
  for (const span of probesOf(range, doubt)) {
    const read = await doubt.ask(span);
    if (proves(read, range, doubt)) return doubt.record(asProof(read, range));
    if (!isWhole(read, doubt)) cause = causeOf(read, range, span, doubt);
    doubt.seen.add(read.reading.rows);
    if (read.reading.problem === undefined && read.reading.rows.some((at) => isIn(range, at))) {
      heard.left.push(range);
      return undefined;
    }
    probes.push({ span, read });
  }
  const [first, last] = probes;
  const isProven =
    cause === 'no-rows-around' &&
    probes.length === 2 &&
    first !== undefined &&
    last !== undefined &&
    (await recordHalves(range, first, last, doubt));
  if (!isProven) heard.silent.push({ range, cause });
  return undefined;
}

/**
 * Asks again about ranges of which no row came, in another page size: together with the rows known before and after them, or, where
 * none is known, as far as is looked. Ranges are sorted and disjoint.
 */
export async function askSilences(silences: readonly MinuteRange[], doubt: Doubt): Promise<Heard> {
  const heard: Heard = { silent: [], left: [] };
  const isShort = (one: MinuteRange): boolean => !isLong(minutesIn(one), doubt);
  for (const span of spansOf(silences.filter(isShort), doubt)) await askSpan(span, doubt, heard);
  for (const one of silences) if (!isShort(one)) await askLong(one, doubt, heard);
  return heard;
}
