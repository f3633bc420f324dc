import type { MeasuredDay } from '../../analysis/days/dayByDay';
import { measureDay } from '../../analysis/days/measureDay';
import { withRatioDay } from '../../analysis/reference/underlying';
import { assetEntry } from '../../domain/asset';
import type { Instant } from '../../domain/instant';
import type { Asset } from '../../domain/market';
import { minute, minuteRange, MINUTES_PER_DAY, plus, startOf, type Day, type MinuteRange } from '../../domain/minute';
import { defaultQuestion, type Question } from '../../domain/question';
import type { ScanReference } from '../../domain/scan';
import { columnsOf, type Wanted } from '../../store/days/candles';
import type { Readable } from '../../store/connection/client';
import type { RateDays } from './rateDays';

/** One asset against one reference, and its stored markets. */
export interface AssetReference {
  readonly asset: Asset;
  readonly reference: ScanReference;
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
  const second: readonly ScanReference[] =
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
  ...defaultQuestion(asset, minuteRange(startOf(day), plus(startOf(day), MINUTES_PER_DAY))),
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
  snapshot: Readable,
  rates: RateDays,
  of: AssetReference,
  days: readonly Day[],
): AsyncGenerator<MeasuredDay> {
  const quotes = [...new Set([...of.markets, ...of.underlying].map(({ market }) => market.quote))];
  for (const some of stretches(days)) {
    const reach = reachOf(of, some);
    const markets = await columnsOf(snapshot, of.markets, reach, { asOf: of.asOf });
    const underlyingMarkets = await columnsOf(snapshot, of.underlying, reach, { asOf: of.asOf });
    const questions = some.map((day) => dayQuestion(of, day));
    await rates.prepare(
      snapshot,
      quotes,
      questions.map(({ range }) => ({ day: range, range })),
    );
    if (of.reference === 'wrapped')
      await rates.prepare(
        snapshot,
        quotes,
        questions.map(({ range }) => ({ day: range, range: ratioReach(range) })),
      );
    for (const question of questions) {
      const input = {
        question,
        markets,
        rateMarkets: [],
        ...(of.reference === 'wrapped' ? { underlyingMarkets } : {}),
      };
      yield measureDay(input, (range) => (quote) => rates.rate(quote, { day: question.range, range }));
    }
  }
}

/** Of a wrapped asset the ratio is taken over the day before. */
const ratioReach = ({ from }: MinuteRange): MinuteRange =>
  minuteRange(withRatioDay(minuteRange(from, plus(from, 1))).from, plus(from, 1));

function reachOf({ reference }: AssetReference, days: readonly Day[]): MinuteRange {
  const whole = minuteRange(startOf(days[0] as Day), plus(startOf(days.at(-1) as Day), MINUTES_PER_DAY));
  return reference === 'wrapped' ? withRatioDay(minuteRange(minute(whole.from), whole.to)) : whole;
}
