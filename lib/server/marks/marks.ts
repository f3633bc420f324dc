import { ratioOf } from '../../analysis/reference/underlying';
import { othersMedian, type OthersMedian } from '../../analysis/marks/othersMedian';
import type { VenueSeries } from '../../analysis/types';
import type { MarksAnswer, UnitColumns } from '../../api/marks';
import { assetEntry, symbolOf } from '../../domain/asset';
import { formatInstant } from '../../domain/instant';
import { pairOf, type Asset, type Venue } from '../../domain/market';
import { ratioRange, type MarksAsked } from '../../domain/marks/asked';
import { compositionOf, type Composition } from '../../domain/marks/composition';
import { readingsOf, type MarkColumn, type MarkField, type Reading } from '../../domain/marks/marks';
import { METHOD_VERSION, PEG_USD } from '../../domain/method';
import { formatMinute, minutesIn, type MinuteRange } from '../../domain/minute';
import { missingAt } from '../../domain/missing';
import type { Note } from '../../domain/note';
import { defaultQuestion, type Question } from '../../domain/question';
import type { Rests } from '../../store/connection/reading';
import type { StoredMarket } from '../../store/coverage/storedCoverage';
import { noData } from '../../words/noData';
import { noteTexts } from '../../words/notes';
import type { Context } from '../context';
import { analysisAt } from '../deviations/deviations';
import { questionRests } from '../deviations/questionRests';
import { orNull } from '../deviations/rows';
import { answer, problem, type Outcome } from '../http/outcome';
import { atOneMoment, notOver, type Moment } from '../moment';

/** Prices of each field, and how many venues they rest on; undefined: they are no median. */
type Priced = Pick<OthersMedian, 'fields'> & Partial<OthersMedian>;

/**
 * What one unit of a wrapped or pegged asset was marked at, minute by minute, by the venue's own book, by the others' median, by underlying ×
 * ratio and by the venue's published index composition. Nothing of an account is asked. A hole stays one and says why.
 */
export const marks = (context: Context, asked: MarksAsked): Promise<Outcome<MarksAnswer>> =>
  atOneMoment(context, asked.asOf, (moment) => marksAt(moment, asked), restsOfMarks(asked));

const underlyingOf = (asset: Asset): Asset | undefined => {
  const { nature } = assetEntry(asset);
  return nature.kind === 'wrapped' ? nature.underlying : undefined;
};

/** Each asset among the others, as the method's leave-one-out reference takes it. */
const questionOf = (asset: Asset, range: MinuteRange, { minPeers, asOf }: MarksAsked): Question => ({
  ...defaultQuestion(asset, range),
  reference: { kind: 'others' },
  minPeers,
  asOf,
});

/** All questions that the answer is made of. */
function questionsOf(asked: MarksAsked): readonly Question[] {
  const underlying = underlyingOf(asked.asset);
  return underlying === undefined
    ? [questionOf(asked.asset, asked.range, asked)]
    : [asked.asset, underlying].flatMap((asset) =>
        [asked.range, ratioRange(asked)].map((range) => questionOf(asset, range, asked)),
      );
}

const restsOfMarks =
  (asked: MarksAsked) =>
  (stored: readonly StoredMarket[]): Partial<Rests> => {
    const all = questionsOf(asked).map((question) => questionRests(question)(stored));
    return {
      bases: [...new Set(all.flatMap(({ bases = [] }) => bases))],
      books: all.flatMap(({ books = [] }) => books),
    };
  };

async function marksAt(moment: Moment, asked: MarksAsked): Promise<Outcome<MarksAnswer>> {
  const { asset, venue, range, minPeers, asOf } = asked;
  const found = await analysisAt(moment, questionOf(asset, range, asked));
  if (!found.ok) return found;
  const { analysis, digest } = found.value;
  const own = analysis.series.find((row) => row.venue === venue && row.kind === 'spot');
  if (own === undefined) return problem('not-held', noData.venue(asset, venue));
  const under = await underlyingAt(moment, asked);
  if (!under.ok) return under;
  const ratios = await ratiosAt(moment, asked);
  if (!ratios.ok) return ratios;
  const ratio = ratioUsed(asked, ratios.value);
  const composition = compositionOf(asset, venue, range);
  const prices: Readonly<Record<'own' | 'others' | 'underlying', Priced>> = {
    own: ownPrices(own),
    others: othersMedian(analysis.series, venue, { minPeers, slots: minutesIn(range) }),
    underlying: under.value.prices,
  };
  // Of a reference there is no choice here.
  const notes = analysis.notes.filter(({ kind }) => kind !== 'few-venues');
  const fewOthers = (of: Asset | undefined, series: readonly VenueSeries[]): readonly Note[] =>
    of === undefined ? [] : fewOthersNote(of, othersIn(series, venue), minPeers);
  const byRatio = ofReading('ratio', prices, ratio.value, undefined);
  return answer({
    method: METHOD_VERSION,
    simulated: moment.simulated,
    asset,
    name: symbolOf(asset),
    venue,
    market: pairOf(own.market),
    from: formatMinute(range.from),
    to: formatMinute(range.to),
    asOf: asOf === undefined ? null : formatInstant(asOf),
    currency: 'USD',
    minPeers,
    underlying: { asset: underlyingOf(asset) ?? null, prices: columnsOf(prices.underlying) },
    ratios: ratios.value ?? null,
    ratio: { value: orNull(ratio.value), source: ratio.source },
    composition: composition === undefined ? null : publishedOf(composition),
    readings: {
      own: columnsOf(prices.own),
      others: columnsOf(prices.others),
      ratio: columnsOf({ ...byRatio, ...(under.value.prices.peers && { peers: under.value.prices.peers }) }),
      index:
        composition === undefined ? null : columnsOf(ofReading('index', prices, ratio.value, composition.ownWeight)),
    },
    digests: [digest, ...under.value.digests],
    notes: noteTexts([
      ...fewOthers(asset, analysis.series),
      ...fewOthers(underlyingOf(asset), under.value.series),
      ...notes,
      ...notOver(range),
    ]),
  });
}

const othersIn = (series: readonly VenueSeries[], venue: Venue): number =>
  series.filter((row) => row.kind === 'spot' && row.venue !== venue).length;

const fewOthersNote = (asset: Asset, others: number, minPeers: number): readonly Note[] =>
  others < minPeers ? [{ kind: 'few-others', asset, others, minPeers }] : [];

const publishedOf = ({ ownWeight, publisher, published }: Composition) => ({ ownWeight, publisher, published });

/** One reading in all fields. */
function ofReading(
  reading: Reading,
  { own, others, underlying }: Readonly<Record<'own' | 'others' | 'underlying', Priced>>,
  ratio: number,
  ownWeight: number | undefined,
): Priced {
  const column = (field: MarkField): MarkColumn => {
    const parts = { own: own.fields[field], others: others.fields[field], underlying: underlying.fields[field] };
    const made = readingsOf(parts, ratio, ownWeight).find((one) => one.reading === reading);
    if (made === undefined) throw new Error(`no reading ${reading} without a composition`);
    return made.column;
  };
  return { fields: { low: column('low'), high: column('high'), close: column('close') } };
}

/** The venue's own spot book. */
function ownPrices({ low, high, close, rateUncertainty, missing }: VenueSeries): Priced {
  const column = (prices: Float64Array): MarkColumn => ({
    prices,
    uncertainty: prices.map((price, slot) => (Number.isNaN(price) ? NaN : (rateUncertainty[slot] ?? NaN))),
    holes: Array.from(prices, (price, slot) => (Number.isNaN(price) ? missingAt(missing[slot]) : null)),
  });
  return { fields: { low: column(low), high: column(high), close: column(close) } };
}

/** 1 USD in every minute, of which nothing is unknown. */
function pegPrices(slots: number): Priced {
  const column: MarkColumn = {
    prices: new Float64Array(slots).fill(PEG_USD),
    uncertainty: new Float64Array(slots),
    holes: Array.from({ length: slots }, () => null),
  };
  return { fields: { low: column, high: column, close: column } };
}

interface Underlying {
  readonly prices: Priced;
  /** Of the underlying; none of a peg. */
  readonly series: readonly VenueSeries[];
  readonly digests: readonly string[];
}

/** What a unit stands for: the underlying's median over the other venues, or the peg. */
async function underlyingAt(moment: Moment, asked: MarksAsked): Promise<Outcome<Underlying>> {
  const { asset, venue, range, minPeers } = asked;
  const slots = minutesIn(range);
  const underlying = underlyingOf(asset);
  if (underlying === undefined) return answer({ prices: pegPrices(slots), series: [], digests: [] });
  if (!moment.markets.some(({ market }) => market.base === underlying))
    return problem('not-held', noData.underlying(asset, underlying));
  const found = await analysisAt(moment, questionOf(underlying, range, asked));
  if (!found.ok) return found;
  const { analysis, digest } = found.value;
  const { series } = analysis;
  return answer({ prices: othersMedian(series, venue, { minPeers, slots }), series, digests: [digest] });
}

/** The trailing medians of close ÷ the underlying's reference close; undefined: pegged. */
async function ratiosAt(moment: Moment, asked: MarksAsked): Promise<Outcome<MarksAnswer['ratios'] | undefined>> {
  const { asset, venue, minPeers } = asked;
  const underlying = underlyingOf(asset);
  if (underlying === undefined) return answer(undefined);
  const range = ratioRange(asked);
  const wrapped = await analysisAt(moment, questionOf(asset, range, asked));
  if (!wrapped.ok) return wrapped;
  const under = await analysisAt(moment, questionOf(underlying, range, asked));
  if (!under.ok) return under;
  const shape = { minPeers, slots: minutesIn(range) };
  const { series } = wrapped.value.analysis;
  const own = series.find((row) => row.venue === venue && row.kind === 'spot');
  const below = othersMedian(under.value.analysis.series, venue, shape).fields.close.prices;
  const trailing = (closes: Float64Array) => {
    const { ratio, minutes } = ratioOf(closes, below);
    return { ratio: orNull(ratio), minutes };
  };
  return answer({
    from: formatMinute(range.from),
    to: formatMinute(range.to),
    own: trailing(own?.close ?? new Float64Array(shape.slots).fill(NaN)),
    others: trailing(othersMedian(series, venue, shape).fields.close.prices),
  });
}

/** The ratio by which an answer multiplies. NaN: not known. */
function ratioUsed(
  { ratio }: MarksAsked,
  ratios: MarksAnswer['ratios'] | undefined,
): { readonly value: number; readonly source: MarksAnswer['ratio']['source'] } {
  if (ratios === undefined || ratios === null) return { value: 1, source: 'peg' };
  if (typeof ratio === 'number') return { value: ratio, source: 'given' };
  return { value: ratios[ratio].ratio ?? NaN, source: ratio };
}

const columnsOf = ({ fields: { low, high, close }, peers }: Priced): UnitColumns => ({
  low: Array.from(low.prices, orNull),
  high: Array.from(high.prices, orNull),
  close: Array.from(close.prices, orNull),
  uncertainty: Array.from(close.uncertainty, orNull),
  holes: [...close.holes],
  peers: peers === undefined ? null : [...peers],
});
