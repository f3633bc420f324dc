import { RATE_RULES, type Analysis } from '../../analysis/types';
import type { SecondReference } from '../../api/method';
import { assetEntry, peggedAssets, symbolOf, wrappedAssets } from '../../domain/asset';
import { pairOf, type Asset } from '../../domain/market';
import { dayOf, formatDay, formatMinute } from '../../domain/minute';
import { defaultQuestion } from '../../domain/question';
import { marketsWithData } from '../../store/coverage/storedCoverage';
import { analysisAt } from '../deviations/deviations';
import type { Context } from '../context';
import { atOneMoment } from '../moment';
import { episodeAnswerOf } from '../deviations/deviationsAnswer';
import { orNull } from '../deviations/rows';
import { windowOf } from '../coverage/window';
import { noteTexts } from '../../words/notes';

/** Those that strayed furthest in October 2025 come first. */
const PREFERRED: readonly string[] = ['BNSOL', 'WBETH', 'USDE'];
/** Two wrapped assets and one pegged one show all there is to show. */
const [MOST_WRAPPED, MOST_PEGGED] = [2, 1] as const;

/** Wrapped and pegged assets against their second reference (method, section 7); none where there is no data. */
export async function secondReferences(context: Context): Promise<readonly SecondReference[]> {
  const stored = new Set<string>((await marketsWithData(context.database)).map(({ market }) => market.base));
  const first = (assets: readonly { readonly asset: Asset }[], most: number): readonly Asset[] =>
    assets
      .map(({ asset }) => asset)
      .filter((asset) => stored.has(asset))
      .sort((a, b) => rank(a) - rank(b))
      .slice(0, most);
  const out: SecondReference[] = [];
  // One after another, as the overview does: the analysis occupies the process.
  for (const asset of first(wrappedAssets(), MOST_WRAPPED)) out.push(...(await secondOf(context, asset, 'wrapped')));
  for (const asset of first(peggedAssets(), MOST_PEGGED)) out.push(...(await secondOf(context, asset, 'peg')));
  return out;
}

const rank = (asset: string): number => (PREFERRED.includes(asset) ? PREFERRED.indexOf(asset) : PREFERRED.length);

async function secondOf(context: Context, asset: Asset, kind: 'wrapped' | 'peg'): Promise<readonly SecondReference[]> {
  const window = await windowOf(context, asset);
  if (!window.ok) return [];
  const question = { ...defaultQuestion(asset, window.value.range), reference: { kind } } as const;
  const found = await atOneMoment(context, question.asOf, (moment) => analysisAt(moment, question));
  if (!found.ok) return [];
  const { analysis, digest } = found.value;
  const { nature } = assetEntry(asset);
  return [
    {
      asset,
      name: symbolOf(asset),
      reference: kind,
      underlying: nature.kind === 'wrapped' ? nature.underlying : null,
      from: formatMinute(question.range.from),
      to: formatMinute(question.range.to),
      enter: question.enter,
      notes: noteTexts(analysis.notes),
      ratios: analysis.ratios.map(({ market, day, ratio, minutes }) => ({
        venue: market.venue,
        market: pairOf(market),
        day: formatDay(day),
        ratio: orNull(ratio),
        minutes,
      })),
      deepest: deepestOf(analysis),
      digest,
    },
  ];
}

/** The deepest episode, and the candle and the rate behind its peak. */
function deepestOf({ question, series, episodes, ratios }: Analysis): SecondReference['deepest'] {
  const [deepest] = episodes;
  const own = series.find(({ venue, kind }) => venue === deepest?.venue && kind === deepest.kind);
  if (deepest === undefined || own === undefined) return null;
  const slot = deepest.peakMinute - question.range.from;
  const day = dayOf(deepest.peakMinute);
  const ratio = ratios.find((one) => one.market.venue === deepest.venue && one.day === day)?.ratio ?? NaN;
  return {
    episode: episodeAnswerOf(deepest),
    quote: deepest.market.quote,
    kind: deepest.kind,
    rawPrice: orNull((deepest.side === 'below' ? own.rawLow : own.rawHigh)[slot]),
    rate: {
      rule: RATE_RULES[own.rateRule[slot] ?? -1] ?? 'none',
      value: orNull(own.rate[slot]),
      uncertainty: orNull(own.rateUncertainty[slot]),
    },
    // The reference is this factor times the ratio; dividing it out may move the last bit, which no reader is shown.
    underlyingReference: orNull(deepest.peakReference / ratio),
    ratio: orNull(ratio),
  };
}
