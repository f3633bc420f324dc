import { measureDay, type DayBuffers, type MeasuredDay } from '../../analysis/days/day';
import { assetEntry } from '../../domain/asset';
import type { Instant } from '../../domain/instant';
import type { Asset } from '../../domain/market';
import { daysRead } from '../../domain/daysRead';
import { daysIn, minuteRange, startOf, wholeDay, type Day } from '../../domain/minute';
import { defaultQuestion, type Question } from '../../domain/question';
import type { StoredReference } from '../../domain/scan';
import { columnsOf, type Wanted } from '../../store/days/candles';
import { rateDaysAt, type RatesMoment } from '../rates/rateDays';
import { ratePairsOf } from '../rates/rateMarkets';

/** One asset against one reference, and its stored markets. */
export interface AssetReference {
  readonly asset: Asset;
  readonly reference: StoredReference;
  readonly markets: readonly Wanted[];
  /** Of a wrapped asset, its underlying's spot markets. */
  readonly underlying: readonly Wanted[];
  /** What of their candles is read: as they were known then; undefined: as they are known now. */
  readonly asOf: Instant | undefined;
}

/** Every reference against which an asset's episodes are stored, from the stored markets of all assets. */
export function referencesFor(asset: Asset, stored: readonly Wanted[], asOf?: Instant): readonly AssetReference[] {
  const markets = stored.filter(({ market }) => market.base === asset);
  const { nature } = assetEntry(asset);
  const underlying =
    nature.kind === 'wrapped'
      ? stored.filter(({ market }) => market.base === nature.underlying && market.kind === 'spot')
      : [];
  const second: readonly StoredReference[] =
    nature.kind === 'wrapped' && underlying.length > 0 ? ['wrapped'] : nature.kind === 'pegged' ? ['peg'] : [];
  return (['others', ...second] as const).map((reference) => ({
    asset,
    reference,
    markets,
    underlying: reference === 'wrapped' ? underlying : [],
    asOf,
  }));
}

/** The default question about one day. */
export const dayQuestion = ({ asset, reference }: Pick<AssetReference, 'asset' | 'reference'>, day: Day): Question => ({
  ...defaultQuestion(asset, wholeDay(day)),
  reference: { kind: reference },
});

/** Days read at once: few at first, for mostly a day or two is all that is wanted, then twice as many each time. */
const FIRST_READ = 2;
const DAYS_AT_ONCE = 32;

/** Days in stretches that follow one another without a gap. */
function stretches(days: readonly Day[]): readonly (readonly Day[])[] {
  const out: Day[][] = [];
  for (const day of days) {
    const last = out.at(-1);
    const most = Math.min(DAYS_AT_ONCE, FIRST_READ * 2 ** (out.length - 1));
    if (last !== undefined && last.at(-1) === day - 1 && last.length < most) last.push(day);
    else out.push([day]);
  }
  return out;
}

/** An asset's days, in order, each measured as a window of its own. Reading stops where the reader of the days stops. */
export async function* measuredDays(
  reading: RatesMoment,
  of: AssetReference,
  days: readonly Day[],
): AsyncGenerator<MeasuredDay> {
  const pairs = ratePairsOf([...of.markets, ...of.underlying]);
  let buffers: DayBuffers | undefined;
  for (const some of stretches(days)) {
    const whole = minuteRange(startOf(some[0] as Day), wholeDay(some.at(-1) as Day).to);
    const read = daysRead({ range: whole, reference: { kind: of.reference } }).markets;
    const known = {
      markets: await columnsOf(reading.snapshot, of.markets, read, { asOf: of.asOf }),
      underlying: await columnsOf(reading.snapshot, of.underlying, read, { asOf: of.asOf }),
      rates: await rateDaysAt(reading, { days: daysIn(read), pairs }),
    };
    for (const day of some) {
      const question = dayQuestion(of, day);
      const measured = measureDay(question, question.range, known, buffers);
      buffers = measured;
      yield measured;
    }
  }
}
