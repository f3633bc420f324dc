import type { Market, Source, Venue } from '../../domain/market';
import { union, type MinuteRange } from '../../domain/minute';
import type { Attempt, Unanswered } from '../../domain/observation';
import { gapLine } from '../../words/en/ingest';
import { pairText } from '../../words/en/market';

/** A gap: something that was asked for and did not come. */
export interface Missing {
  readonly venue: Venue;
  /** Undefined: the venue as a whole. */
  readonly market: Market | undefined;
  /** Undefined: all that was asked. */
  readonly range: MinuteRange | undefined;
  readonly cause: string;
  readonly mend: string;
  /** How the asking ended, where the whole range stays unanswered by a source; undefined: it was not asked, or is answered in part. */
  readonly unanswered?: { readonly source: Source; readonly outcome: Unanswered };
  /** The venue answered, without a row: worth asking once more when some time has passed. */
  readonly isSilent?: true;
  /** Never asked, because the run was stopped before. */
  readonly isStopped?: true;
}

/**
 * Notes a part of a market's range that is missing. `outcome`: how the asking ended, where the whole part stays unanswered;
 * `stopped`: the run was stopped before the part was asked; `silent`: the reply held no row, and that proves nothing.
 */
export type NoteMissing = (part: MinuteRange, cause: string, mend: string, outcome?: Outcome) => void;

type Outcome = Unanswered | 'stopped' | 'silent';

/** What the outcome of a part says of it. */
export const endingOf = (
  source: Source,
  outcome: Outcome | undefined,
): Pick<Missing, 'unanswered' | 'isStopped' | 'isSilent'> => {
  if (outcome === undefined) return {};
  if (outcome === 'silent') return { unanswered: { source, outcome: 'failed' }, isSilent: true };
  return outcome === 'stopped' ? { isStopped: true } : { unanswered: { source, outcome } };
};

/** Collects what is missing of one market from one source. */
export function missingOf(market: Market, source: Source): { readonly missing: Missing[]; readonly note: NoteMissing } {
  const missing: Missing[] = [];
  return {
    missing,
    note: (range, cause, mend, outcome) => {
      missing.push({
        venue: market.venue,
        market,
        range,
        cause,
        mend,
        ...endingOf(source, outcome),
      });
    },
  };
}

/** Groups by a text, in order of first appearance. */
function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

const pairsOf = ({ market }: Missing): readonly string[] => (market === undefined ? [] : [pairText(market)]);

/** The same gaps with the ranges of one market, cause and mend that touch put together. */
const joined = (missing: readonly Missing[]): readonly Missing[] =>
  groupedBy(missing, (one) =>
    [one.venue, ...pairsOf(one), one.cause, one.mend, one.range === undefined ? 'all' : 'part'].join('\n'),
  ).flatMap((group) => {
    const ranges = group.flatMap(({ range }) => range ?? []);
    return ranges.length === 0 ? [group[0]] : union(ranges).map((range) => ({ ...group[0], range }));
  });

/**
 * One line for each range and cause: venue, markets, range, cause, mend. Markets of one venue that lack the same for the same
 * cause share a line.
 */
export const linesOf = (missing: readonly Missing[]): readonly string[] =>
  groupedBy(joined(missing), ({ venue, range, cause, mend }) => gapLine(venue, [], range, cause, mend)).map((group) => {
    const [{ venue, range, cause, mend }] = group;
    return gapLine(venue, group.flatMap(pairsOf), range, cause, mend);
  });

/** The failed requests among them, as the ledger notes them. */
export const attemptsOf = (missing: readonly Missing[], askedAtMs: number): readonly Attempt[] =>
  missing.flatMap(({ market, range, cause, unanswered }) =>
    market === undefined || range === undefined || unanswered === undefined
      ? []
      : [{ market, asked: range, cause, askedAtMs, ...unanswered }],
  );
