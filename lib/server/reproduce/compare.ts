import { differenceOf } from '../../analysis/sources/sourceDifferences';
import type {
  ReplyFacts,
  ReproducedMarket,
  ReproducedMinute,
  Reproduced,
  ReproductionGap,
} from '../../api/reproduction';
import { ANSWERED, CANDLE_FIELDS, type CandleField, type CandleValues, valuesAt } from '../../domain/candle';
import { formatInstant, instant } from '../../domain/instant';
import { pairOf } from '../../domain/market';
import { formatMinute, minutesIn, plus, type Minute, type MinuteRange } from '../../domain/minute';
import type { Provenance } from '../../domain/observation';
import type { ServedBook, ServedGap } from '../../ingest/reproduce/askAgain';
import { reproduceMends, rowUnusable, noRowServed } from '../../words/en/cli/reproduce';
import { gapWords } from '../../words/en/ingest';
import { apartOf, candleAnswer } from '../revisions/sourcePairs';
import type { StoredBook } from './stored';

/** So many minutes of a market are listed that are not the same. */
const MOST_LISTED = 20;

type Outcome = Exclude<Reproduced, 'not-comparable'>;
type Counts = ReproducedMarket['minutes'];

const COUNTS: Readonly<Record<Outcome, keyof Counts>> = {
  differs: 'differs',
  'not-served': 'notServed',
  'not-stored': 'notStored',
  unanswered: 'unanswered',
  same: 'same',
  neither: 'neither',
};

/** The first that holds of any minute stands for the market. */
const ORDER: readonly Outcome[] = ['differs', 'not-served', 'not-stored', 'unanswered', 'same', 'neither'];

const NONE: Counts = { asked: 0, same: 0, differs: 0, notServed: 0, notStored: 0, unanswered: 0, neither: 0 };

const named = ({ role, market, source, range }: Pick<StoredBook, 'role' | 'market' | 'source' | 'range'>) => ({
  role,
  venue: market.venue,
  market: pairOf(market),
  kind: market.kind,
  source,
  from: formatMinute(range.from),
  to: formatMinute(range.to),
});

/** A book that no venue can be asked for. */
export const notComparable = (stored: StoredBook): ReproducedMarket => ({
  ...named(stored),
  outcome: 'not-comparable',
  minutes: NONE,
  compared: [],
  differences: [],
  gaps: [],
});

/**
 * What a venue serves of a book now beside what is stored, minute by minute. Floats are compared exactly; a volume where both say it. A minute
 * without a row and a filler of volume 0 both say "no trade", and are the same.
 */
export function comparedBook(stored: StoredBook, served: ServedBook): ReproducedMarket {
  const minutes = { ...NONE, asked: minutesIn(stored.range) };
  const differences: ReproducedMinute[] = [];
  const gaps: Gap[] = [];
  const compared = new Set<CandleField>();
  for (let slot = 0; slot < minutes.asked; slot += 1) {
    const minute = plus(stored.range.from, slot);
    const [was, is] = [valuesAt(stored.candles, slot), valuesAt(served.candles, slot)];
    const { outcome, gap } = outcomeAt(stored, served, slot);
    minutes[COUNTS[outcome]] += 1;
    if (gap !== undefined) addGap(gaps, minute, gap);
    for (const field of CANDLE_FIELDS) if (isSaid(was, field) && isSaid(is, field)) compared.add(field);
    if (outcome !== 'differs' && outcome !== 'not-served' && outcome !== 'not-stored') continue;
    // What is older than a venue's history, or of a market it does not list, is said once for all minutes of a window.
    if (gap?.isWhole === true && minutes.asked > 1) continue;
    if (differences.length < MOST_LISTED)
      differences.push({
        minute: formatMinute(minute),
        outcome,
        stored: candleAnswer(was),
        served: candleAnswer(is),
        fields: [...apartOf(differenceOf(was, is)).fields],
        storedFrom: replyOf(stored.replies, minute),
        servedFrom: replyOf(served.replies, minute),
      });
  }
  return {
    ...named(stored),
    outcome: ORDER.find((one) => minutes[COUNTS[one]] > 0) ?? 'neither',
    minutes,
    compared: CANDLE_FIELDS.filter((field) => compared.has(field)),
    differences,
    gaps: gaps.map(({ range, outcome, cause, mend }) => ({
      outcome,
      from: formatMinute(range.from),
      to: formatMinute(range.to),
      minutes: minutesIn(range),
      cause,
      mend,
    })),
  };
}

/** Why a minute has no row to compare. */
interface Reason extends Pick<ReproductionGap, 'outcome' | 'cause' | 'mend'> {
  /** Not of this minute's row, but of all minutes of a range. */
  readonly isWhole: boolean;
}
interface Gap extends Reason {
  range: MinuteRange;
}

function addGap(gaps: Gap[], minute: Minute, reason: Reason): void {
  const last = gaps.at(-1);
  const next = plus(minute, 1);
  if (last?.range.to === minute && last.cause === reason.cause && last.outcome === reason.outcome)
    last.range = { from: last.range.from, to: next };
  else gaps.push({ ...reason, range: { from: minute, to: next } });
}

interface MinuteOutcome {
  readonly outcome: Outcome;
  readonly gap?: Reason;
}

/** What is known of a minute on either side, and how the two compare. */
function outcomeAt(stored: StoredBook, served: ServedBook, slot: number): MinuteOutcome {
  const minute = plus(stored.range.from, slot);
  const [was, is] = [valuesAt(stored.candles, slot), valuesAt(served.candles, slot)];
  const isStored = stored.candles.answered[slot] === ANSWERED.yes;
  switch (served.candles.answered[slot]) {
    case ANSWERED.yes: {
      const difference = differenceOf(was, is);
      if (!isStored) return { outcome: difference === undefined ? 'neither' : 'not-stored' };
      if (difference === undefined) return { outcome: 'same' };
      return is === undefined ? noRow() : { outcome: 'differs' };
    }
    case ANSWERED.setAside:
      return unanswered(rowUnusable(served.setAside.get(minute)), reproduceMends.again);
    default: {
      const gap = served.gaps.find(({ range }) => range.from <= minute && minute < range.to);
      return gap === undefined ? unanswered(gapWords.stopped, reproduceMends.again) : withoutAnswer(gap, was, isStored);
    }
  }
}

function withoutAnswer(gap: ServedGap, was: CandleValues, isStored: boolean): MinuteOutcome {
  switch (gap.kind) {
    case 'no-row':
      if (was !== undefined) return noRow();
      return { outcome: isStored ? 'same' : 'neither' };
    case 'not-served':
      return isStored
        ? { outcome: 'not-served', gap: { outcome: 'not-served', cause: gap.cause, mend: null, isWhole: true } }
        : { outcome: 'neither' };
    case 'unanswered':
      return unanswered(gap.cause, gap.isRefused ? reproduceMends.otherNetwork : reproduceMends.again);
  }
}

const noRow = (): MinuteOutcome => ({
  outcome: 'not-served',
  gap: { outcome: 'not-served', cause: noRowServed, mend: null, isWhole: false },
});

const unanswered = (cause: string, mend: string): MinuteOutcome => ({
  outcome: 'unanswered',
  gap: { outcome: 'unanswered', cause, mend, isWhole: true },
});

const isSaid = (row: CandleValues, field: CandleField): boolean => row !== undefined && !Number.isNaN(row[field]);

/** The newest reply that speaks of a minute. */
function replyOf(
  replies: readonly (Pick<Provenance, 'address' | 'receivedAtMs' | 'sha256'> & { readonly range: MinuteRange })[],
  minute: Minute,
): ReplyFacts | null {
  const of = replies.filter(({ range }) => range.from <= minute && minute < range.to);
  const newest = of.reduce<(typeof of)[number] | undefined>(
    (latest, one) => (latest !== undefined && latest.receivedAtMs > one.receivedAtMs ? latest : one),
    undefined,
  );
  if (newest === undefined) return null;
  const { address, receivedAtMs, sha256 } = newest;
  return { address, received: formatInstant(instant(receivedAtMs)), sha256 };
}
