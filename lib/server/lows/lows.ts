import { lowestOfAll, lowsOf, type AssetLows, type Outermost } from '../../analysis/lows/lows';
import { WindowExtremes, type Extreme } from '../../analysis/lows/windowExtremes';
import type { AssetLowsAnswer, ExtremeAnswer, LowsAnswer, OutermostAnswer } from '../../api/lows';
import { ascending } from '../../domain/ascending';
import { symbolOf } from '../../domain/asset';
import { formatInstant } from '../../domain/instant';
import type { Lows } from '../../domain/lows';
import { pairOf, type Asset } from '../../domain/market';
import { LEAST_LOW_VENUES, LOWEST_GAP, METHOD_VERSION } from '../../domain/method';
import { formatMinute, minutesIn, wholeDay, type MinuteRange } from '../../domain/minute';
import { defaultQuestion } from '../../domain/question';
import { lowsNotes } from '../../words/lows';
import { noteTexts } from '../../words/notes';
import type { Context } from '../context';
import { noneStored, unstoredNotes } from '../coverage/assetCoverage';
import { orNull } from '../deviations/rows';
import { answer, type Outcome } from '../http/outcome';
import { analyseLongAt, type LongOptions } from '../long/analyse';
import { inMoments, notOver, stillToCome, type Moment } from '../moment';

export type LowsOptions = Pick<LongOptions, 'signal' | 'onProgress'>;

/** One asset, of which the window says something. */
interface Measured extends AssetLows {
  readonly asset: Asset;
  readonly digest: string;
}

/** Who stood lowest and who highest in a window, of every stored asset: all from one moment of the database (`inMoments`). */
export async function lows(context: Context, asked: Lows, options: LowsOptions = {}): Promise<Outcome<LowsAnswer>> {
  const early = stillToCome(asked.asOf);
  if (early !== undefined) return early;
  return inMoments(context, asked.asOf, async (inMoment) => {
    const markets = await inMoment((moment) => Promise.resolve(moment.markets));
    const unstored = noneStored(markets, asked);
    if (unstored !== undefined) return unstored;
    // An asset stored on other days alone says nothing of these: its days are not gone through.
    const within = markets.filter((one) => isSpot(one) && isStoredIn(one, asked.range));
    const stored = [...new Set(within.map(({ market }) => market.base))].sort();
    const assets = stored.filter((asset) => asked.assets?.includes(asset) ?? true);
    const measured: Measured[] = [];
    for (const [i, asset] of assets.entries()) {
      const one = await inMoment((moment) =>
        measuredAt(moment, asset, asked, {
          ...options,
          onProgress: (share) => options.onProgress?.((i + share) / assets.length),
        }),
      );
      if (one !== undefined) measured.push(one);
    }
    options.onProgress?.(1);
    return answer(answerOf(context, asked, measured, unstoredNotes(markets, asked.assets)));
  });
}

const isSpot = ({ market }: Moment['markets'][number]): boolean => market.kind === 'spot';

const isStoredIn = ({ firstDay, lastDay }: Moment['markets'][number], { from, to }: MinuteRange): boolean =>
  wholeDay(firstDay).from < to && from < wholeDay(lastDay).to;

/** The asset's prices, by the book of each venue and day that stands among the peers; undefined: no venue has data in the window. */
async function measuredAt(
  moment: Moment,
  asset: Asset,
  { range, asOf }: Lows,
  options: LowsOptions,
): Promise<Measured | undefined> {
  const extremes = new WindowExtremes();
  const question = { ...defaultQuestion(asset, range), reference: { kind: 'others' }, asOf } as const;
  const found = await analyseLongAt(moment, question, {
    ...options,
    onDay: (day) => {
      extremes.take(day);
    },
  });
  const venues = extremes.venues();
  // Stored at other times alone.
  const isUnknown = venues.every(({ notFetched }) => notFetched === minutesIn(range));
  return !found.ok || isUnknown ? undefined : { asset, digest: found.value.digest, ...lowsOf(venues) };
}

const answerOf = (
  { simulated }: Context,
  { range, asOf }: Lows,
  measured: readonly Measured[],
  missing: readonly string[],
): LowsAnswer => ({
  method: METHOD_VERSION,
  simulated,
  from: formatMinute(range.from),
  to: formatMinute(range.to),
  currency: 'USD',
  asOf: asOf === undefined ? null : formatInstant(asOf),
  leastVenues: LEAST_LOW_VENUES,
  gap: LOWEST_GAP,
  venues: lowestOfAll(measured).map(({ venue, ranked, lowest, highest }) => ({ venue, ranked, lowest, highest })),
  assets: [...measured].sort(furthestFirst).map(assetAnswerOf),
  notes: [
    ...missing,
    ...lowsNotes({
      assets: measured.length,
      unranked: measured.filter(({ isRanked }) => !isRanked).length,
      leastVenues: LEAST_LOW_VENUES,
    }),
    ...noteTexts(notOver(range)),
  ],
});

const gapOf = ({ lowest }: Measured): number => lowest?.gap ?? Number.POSITIVE_INFINITY;

function furthestFirst(a: Measured, b: Measured): number {
  const [first, second] = [gapOf(a), gapOf(b)];
  return first === second ? ascending(a.asset, b.asset) : first - second;
}

const assetAnswerOf = ({ asset, digest, isRanked, lowest, highest, ...one }: Measured): AssetLowsAnswer => ({
  asset,
  name: symbolOf(asset),
  digest,
  ranked: isRanked,
  lowest: outermostAnswerOf(lowest),
  highest: outermostAnswerOf(highest),
  lows: one.lows.map(extremeAnswerOf),
  highs: one.highs.map(extremeAnswerOf),
  unranked: one.unranked.map((venue) => ({ ...venue })),
});

const outermostAnswerOf = (outermost: Outermost | undefined): OutermostAnswer | null =>
  outermost === undefined
    ? null
    : {
        venue: outermost.first.venue,
        secondVenue: outermost.second.venue,
        gap: outermost.gap,
        uncertainty: orNull(outermost.first.uncertainty + outermost.second.uncertainty),
        wide: outermost.isWide,
      };

const extremeAnswerOf = ({ venue, market, minute, price, rateRule, uncertainty }: Extreme): ExtremeAnswer => ({
  venue,
  market: pairOf(market),
  minute: formatMinute(minute),
  price,
  rateRule,
  rateUncertainty: orNull(uncertainty),
});
