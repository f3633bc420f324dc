import type { CoverageAnswer, DayColumns, MarketCoverage, CoverageDetail } from '../../api/coverage';
import { ascending } from '../../domain/ascending';
import { symbolOf } from '../../domain/asset';
import { grouped } from '../../domain/grouped';
import { formatInstant, instant, type Instant } from '../../domain/instant';
import { pairOf, type Asset } from '../../domain/market';
import {
  formatMinute,
  minute,
  minutesByDay,
  minutesIn,
  overlap,
  startOf,
  type Day,
  type MinuteRange,
} from '../../domain/minute';
import type { Unanswered } from '../../domain/observation';
import { METHOD_VERSION } from '../../domain/method';
import { coverageOf, type StoredCoverage } from '../../store/coverage/storedCoverage';
import { noAssetData } from '../../words/noAsset';
import type { Context } from '../context';
import { answer, problem, type Outcome } from '../http/outcome';

export interface CoverageAsked {
  /** Adds the coverage of each market day by day, and its failed requests. */
  readonly kept?: boolean;
}

/** Every UTC day up to the year 2100; exchanges' candles begin in the 2010s. */
const EVER: MinuteRange = { from: minute(0), to: minute(Date.UTC(2100, 0, 1) / 60_000) };

/** Coverage per asset and market: ranges answered, minutes with and without a trade, quarantined, revised. */
export async function coverage(
  context: Context,
  asset?: Asset,
  { kept = false }: CoverageAsked = {},
): Promise<Outcome<CoverageAnswer>> {
  const stored = await coverageOf(context.database, { asset, days: kept ? EVER : undefined });
  if (asset !== undefined && stored.length === 0) return noAssetProblem(asset);
  return answer(coverageAnswer(context, stored, kept ? EVER : undefined));
}

/** `days`: adds what came of each of these UTC days, and the failed requests. */
export function coverageAnswer(
  { simulated }: Pick<Context, 'simulated'>,
  stored: readonly StoredCoverage[],
  days: MinuteRange | undefined,
): CoverageAnswer {
  const books = grouped(stored, ({ market }) => market.base);
  return {
    method: METHOD_VERSION,
    simulated,
    assets: [...books]
      .sort(([a], [b]) => ascending(a, b))
      .map(([code, own]) => ({
        asset: code,
        name: symbolOf(code),
        markets: own.map((one) => ({
          ...marketCoverageOf(one),
          ...(days === undefined ? {} : { kept: coverageDetailOf(one, days) }),
        })),
      })),
  };
}

/** There is no data of an asset (or was none, then). */
export const noAssetProblem = (asset: Asset, asOf?: Instant): ReturnType<typeof problem> =>
  problem('not-held', noAssetData(asset, asOf === undefined ? undefined : formatInstant(asOf)));

const isoRange = ({ from, to }: MinuteRange): { from: string; to: string } => ({
  from: formatMinute(from),
  to: formatMinute(to),
});
const isoInstantOf = (ms: number): string => formatInstant(instant(ms));

function marketCoverageOf(stored: StoredCoverage): MarketCoverage {
  return {
    venue: stored.market.venue,
    market: pairOf(stored.market),
    kind: stored.market.kind,
    source: stored.source,
    ranges: stored.answered.map(isoRange),
    answeredMinutes: stored.answeredMinutes,
    traded: stored.traded,
    noTrade: stored.noTrade,
    moved: stored.moved,
    setAside: stored.setAside,
    quarantined: stored.quarantined,
    revised: stored.revised,
  };
}

function coverageDetailOf(stored: StoredCoverage, days: MinuteRange): CoverageDetail {
  const [first, last] = [stored.answered[0], stored.answered.at(-1)];
  const span = first === undefined || last === undefined ? undefined : { from: first.from, to: last.to };
  return {
    span: span === undefined ? null : isoRange(span),
    answeredShare: span === undefined ? null : stored.answeredMinutes / minutesIn(span),
    firstAsked: stored.firstAskedAtMs === undefined ? null : isoInstantOf(stored.firstAskedAtMs),
    lastAsked: stored.lastAskedAtMs === undefined ? null : isoInstantOf(stored.lastAskedAtMs),
    inVain: stored.unanswered.map((row) => ({
      ...isoRange(row),
      outcome: row.outcome,
      cause: row.cause,
      firstAsked: isoInstantOf(row.firstAskedAtMs),
      lastAsked: isoInstantOf(row.askedAtMs),
    })),
    days: dayColumns(stored, days),
  };
}

/** Counted days of the range, and those of which only a failed request is known, in order. */
function dayColumns({ days: counted, unanswered }: StoredCoverage, range: MinuteRange): DayColumns {
  const missed = (outcome: Unanswered): ReadonlyMap<Day, number> =>
    minutesByDay(unanswered.flatMap((row) => (row.outcome === outcome ? (overlap(row, range) ?? []) : [])));
  const [refused, failed, notServed] = [missed('refused'), missed('failed'), missed('not-served')];
  const countedOf = new Map(counted.map((day) => [day.day, day]));
  const days = [...new Set([...countedOf.keys(), ...refused.keys(), ...failed.keys(), ...notServed.keys()])].sort(
    (a, b) => a - b,
  );
  const column = (
    name: 'answered' | 'traded' | 'noTrade' | 'moved' | 'setAside' | 'quarantined' | 'revised',
  ): number[] => days.map((day) => countedOf.get(day)?.[name] ?? NOTHING);
  const minutes = (byDay: ReadonlyMap<Day, number>): number[] => days.map((day) => byDay.get(day) ?? NOTHING);
  return {
    day: days.map((day) => formatMinute(startOf(day)).slice(0, 10)),
    answered: column('answered'),
    traded: column('traded'),
    noTrade: column('noTrade'),
    moved: column('moved'),
    setAside: column('setAside'),
    refused: minutes(refused),
    failed: minutes(failed),
    notServed: minutes(notServed),
    quarantined: column('quarantined'),
    revised: column('revised'),
  };
}

/** A count of things that did not happen: none, not a hole. */
const NOTHING = 0;
