import { minutesIn } from '../domain/minute';
import { chooseMarkets, oneSourceEach, rawQuoteOf, type Chosen } from './choose';
import { episodesOf } from './episode';
import { fallOf } from './fall';
import { measure, roomFor, type Measured, type Peers } from './kernel';
import { notesOf, thinMarketNotes } from './notes';
import { pricesOf, rowOf, type PriceMatrix } from './prices';
import { rateOf, RULE, type Rate } from './rate';
import { constantReference, holdAgainst, noReference, weightedReference, yardstickOf } from './reference';
import { seriesOf, type SeriesParts } from './series';
import type { Analysis, AnalysisInput } from './types';
import { withRatioDay, wrappedReferences, type WrappedReference } from './wrapped';

/**
 * The whole method over one question: markets chosen, rates, references, deviations, episodes, the market as control. The
 * same input gives the same output to the bit, in whatever order markets come. An asset of which nothing is held gives empty
 * series; the yardstick of `venue:V` has prices and no deviation.
 */
export function analyse(input: AnalysisInput): Analysis {
  const { question } = input;
  const currency = question.rate === 'usd' ? 'USD' : (rawQuoteOf(input) ?? 'USD');
  const shown = chooseMarkets(input);
  // Spot books first: the kernel takes its medians over the first rows.
  const rows = [...shown.filter(({ market }) => market.kind === 'spot'), ...shown.filter(({ market }) => market.kind !== 'spot')];
  const rates = ratesFor(input);
  const matrix = pricesOf(rows, question.range, rates);
  const measured = roomFor(matrix, true);
  measure(matrix, measured, { peers: peersOf(question.reference.kind), minPeers: question.minPeers, from: 0, to: matrix.slots });
  const wrapped = holdAgainstOther(input, rows, matrix, measured);
  const parts = rows.map((chosen, row): SeriesParts => ({
    chosen, row, shift: question.range.from - chosen.candles.range.from, matrix, measured, rate: rates(chosen.market.quote),
    dispersion: ['others', 'vwm', 'all'].includes(question.reference.kind) ? { leaveOut: question.reference.kind !== 'all', minPeers: question.minPeers } : undefined,
  }));
  const ordered = shown.map((chosen) => parts[rows.indexOf(chosen)] as SeriesParts);
  const series = ordered.map(seriesOf);
  const fall = fallOf(measured.marketLow, measured.marketClose);
  const spot = series.filter(({ market }) => market.kind === 'spot');
  return {
    question,
    currency,
    series,
    episodes: episodesOf(question, series, ordered, measured.extremes),
    market: { fall },
    falls: series.map(({ venue, market, low, close }) => {
      const own = fallOf(low, close);
      return { venue, market, fall: own, excess: own - fall };
    }),
    ratios: wrapped.map(({ ratio, ratioMinutes }, row) => ({ market: (rows[row] as Chosen).market, ratio, minutes: ratioMinutes })),
    notes: [...notesOf(question, series, currency, wrapped), ...thinMarketNotes(spot, measured.marketLow)],
  };
}

/** Whose median the kernel holds rows against; other references are held against afterwards. */
const peersOf = (kind: AnalysisInput['question']['reference']['kind']): Peers => (kind === 'others' || kind === 'all' ? kind : 'none');

/** The rate of each quote, computed once, over the question's range or a wider one. */
function ratesFor({ question, rateMarkets }: AnalysisInput, range = question.range): (quote: string) => Rate {
  const slots = minutesIn(range);
  if (question.rate === 'none') {
    const one = { value: new Float64Array(slots).fill(1), rule: new Uint8Array(slots).fill(RULE.none) };
    return () => one;
  }
  const markets = oneSourceEach(rateMarkets, question.range);
  const known = new Map<string, Rate>();
  return (quote) => {
    const rate = known.get(quote) ?? rateOf(quote, range, markets);
    known.set(quote, rate);
    return rate;
  };
}

/** Holds every row against what is not the kernel's median; gives the wrapped references, row by row, where those were asked for. */
function holdAgainstOther(input: AnalysisInput, rows: readonly Chosen[], matrix: PriceMatrix, measured: Measured): readonly WrappedReference[] {
  const { question } = input;
  const { reference } = question;
  switch (reference.kind) {
    case 'others':
    case 'all':
      return [];
    case 'venue': {
      const at = rows.findIndex(({ market }) => market.venue === reference.venue && market.kind === 'spot');
      rows.forEach((_, row) => {
        holdAgainst(matrix, measured, row, at < 0 || row === at ? noReference(matrix.slots) : yardstickOf(matrix, at), () => 1);
      });
      return [];
    }
    case 'peg':
      rows.forEach((_, row) => {
        holdAgainst(matrix, measured, row, constantReference(matrix.slots, 1), () => NO_VENUES);
      });
      return [];
    case 'vwm': {
      const volumes = rows.slice(0, matrix.spot).map((chosen, row) => baseVolumesOf(chosen, row, question.range.from, matrix));
      rows.forEach((_, row) => {
        const { reference: weighted, peers } = weightedReference(matrix, row, volumes, question.minPeers);
        holdAgainst(matrix, measured, row, weighted, (slot) => peers[slot] as number);
        rowOf(measured.peers, row, matrix.slots).set(peers);
      });
      return [];
    }
    case 'wrapped': {
      const wide = ratesFor(input, withRatioDay(question.range));
      const underlying = chooseMarkets({ ...input, question: { ...question, markets: [], venues: undefined, reference: { kind: 'others' } }, markets: comparableUnder(input) });
      const all = wrappedReferences(question, rows, underlying, wide);
      all.forEach(({ reference: own, peers }, row) => {
        holdAgainst(matrix, measured, row, own, (slot) => peers[slot] as number);
        rowOf(measured.peers, row, matrix.slots).set(peers);
      });
      return all;
    }
  }
}

/** A peg rests on no venue. */
const NO_VENUES = 0;

/** What each spot book traded, in base units, minute by minute: as its source says, else its quote volume ÷ close. NaN where neither is known. */
function baseVolumesOf({ candles }: Chosen, row: number, from: number, matrix: PriceMatrix): Float64Array {
  const shift = from - candles.range.from;
  const priced = rowOf(matrix.missing, row, matrix.slots);
  return Float64Array.from({ length: matrix.slots }, (_, slot) => {
    if (priced[slot] !== 0) return NaN;
    const base = candles.baseVolume[slot + shift] as number;
    return Number.isNaN(base) ? (candles.quoteVolume[slot + shift] as number) / (candles.close[slot + shift] as number) : base;
  });
}

/** The underlying's books that may be compared: every one held, or without a rate those in the quote compared. */
const comparableUnder = ({ question, underlyingMarkets = [], ...rest }: AnalysisInput): AnalysisInput['markets'] => {
  const quote = question.rate === 'none' ? rawQuoteOf({ question, ...rest }) : undefined;
  return quote === undefined ? underlyingMarkets : underlyingMarkets.filter(({ market }) => market.quote === quote);
};
