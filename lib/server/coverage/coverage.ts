import type { CoverageAnswer, DayColumns, HeldMarket, Kept } from '../../api/coverage';
import { symbolOf } from '../../domain/asset';
import { formatInstant, instant, type Instant } from '../../domain/instant';
import { pairOf, type Asset } from '../../domain/market';
import {
  daysIn,
  formatMinute,
  minute,
  MINUTES_PER_DAY,
  minutesIn,
  overlap,
  plus,
  startOf,
  type Day,
  type MinuteRange,
} from '../../domain/minute';
import type { Unanswered } from '../../domain/observation';
import { METHOD_VERSION } from '../../domain/method';
import { coverageOf, type HeldCoverage } from '../../store/coverage/holdings';
import { noAssetData } from '../../words/en/noAsset';
import type { Context } from '../context';
import { answer, problem, type Outcome } from '../http/outcome';

export interface CoverageAsked {
  /** Tells how each market was kept, too: day by day, and what was asked in vain. */
  readonly kept?: boolean;
}

/** Every UTC day up to the year 2100; exchanges' candles begin in the 2010s. */
const EVER: MinuteRange = { from: minute(0), to: minute(Date.UTC(2100, 0, 1) / 60_000) };

/** What is held, per asset and market: ranges answered, minutes with and without a trade, quarantined, revised. */
export async function coverage(
  context: Context,
  asset?: Asset,
  { kept = false }: CoverageAsked = {},
): Promise<Outcome<CoverageAnswer>> {
  const held = await coverageOf(context.database, { asset, days: kept ? EVER : undefined });
  if (asset !== undefined && held.length === 0) return noAssetProblem(asset);
  const assets = [...new Set(held.map(({ market }) => market.base))].sort();
  return answer({
    method: METHOD_VERSION,
    simulated: context.simulated,
    assets: assets.map((code) => ({
      asset: code,
      name: symbolOf(code),
      markets: held
        .filter(({ market }) => market.base === code)
        .map((one) => ({ ...heldMarket(one), ...(kept ? { kept: keptOf(one) } : {}) })),
    })),
  });
}

/** There is no data of an asset (or was none, then). */
export const noAssetProblem = (asset: Asset, asOf?: Instant): ReturnType<typeof problem> =>
  problem('not-held', noAssetData(asset, asOf === undefined ? undefined : formatInstant(asOf)));

const written = ({ from, to }: MinuteRange): { from: string; to: string } => ({
  from: formatMinute(from),
  to: formatMinute(to),
});
const moment = (ms: number): string => formatInstant(instant(ms));

function heldMarket(held: HeldCoverage): HeldMarket {
  return {
    venue: held.market.venue,
    market: pairOf(held.market),
    kind: held.market.kind,
    source: held.source,
    ranges: held.answered.map(written),
    answeredMinutes: held.answeredMinutes,
    traded: held.traded,
    noTrade: held.noTrade,
    quarantined: held.quarantined,
    revised: held.revised,
  };
}

function keptOf(held: HeldCoverage): Kept {
  const [first, last] = [held.answered[0], held.answered.at(-1)];
  const span = first === undefined || last === undefined ? undefined : { from: first.from, to: last.to };
  return {
    span: span === undefined ? null : written(span),
    answeredShare: span === undefined ? null : held.answeredMinutes / minutesIn(span),
    firstAsked: held.firstAskedAtMs === undefined ? null : moment(held.firstAskedAtMs),
    lastAsked: held.lastAskedAtMs === undefined ? null : moment(held.lastAskedAtMs),
    inVain: held.inVain.map((row) => ({
      ...written(row),
      outcome: row.outcome,
      cause: row.cause,
      firstAsked: moment(row.firstAskedAtMs),
      lastAsked: moment(row.askedAtMs),
    })),
    days: dayColumns(held),
  };
}

/** Counted days, and those of which only a vain attempt is known, in order. */
function dayColumns({ days: counted, inVain }: HeldCoverage): DayColumns {
  const vain = (outcome: Unanswered): ReadonlyMap<Day, number> =>
    minutesByDay(inVain.filter((row) => row.outcome === outcome));
  const [refused, failed, notServed] = [vain('refused'), vain('failed'), vain('not-served')];
  const countedOf = new Map(counted.map((day) => [day.day, day]));
  const days = [...new Set([...countedOf.keys(), ...refused.keys(), ...failed.keys(), ...notServed.keys()])].sort(
    (a, b) => a - b,
  );
  const column = (name: 'answered' | 'traded' | 'noTrade' | 'quarantined' | 'revised'): number[] =>
    days.map((day) => countedOf.get(day)?.[name] ?? NOTHING);
  const minutes = (byDay: ReadonlyMap<Day, number>): number[] => days.map((day) => byDay.get(day) ?? NOTHING);
  return {
    day: days.map((day) => formatMinute(startOf(day)).slice(0, 10)),
    answered: column('answered'),
    traded: column('traded'),
    noTrade: column('noTrade'),
    refused: minutes(refused),
    failed: minutes(failed),
    notServed: minutes(notServed),
    quarantined: column('quarantined'),
    revised: column('revised'),
  };
}

/** A count of things that did not happen: none, not a hole. */
const NOTHING = 0;

function minutesByDay(ranges: readonly MinuteRange[]): ReadonlyMap<Day, number> {
  const minutes = new Map<Day, number>();
  for (const range of ranges) {
    for (const day of daysIn(range)) {
      const part = overlap(range, { from: startOf(day), to: plus(startOf(day), MINUTES_PER_DAY) });
      if (part !== undefined) minutes.set(day, (minutes.get(day) ?? NOTHING) + minutesIn(part));
    }
  }
  return minutes;
}
