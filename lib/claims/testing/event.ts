import { analyse } from '../../analysis/analyse';
import type { MarketColumns } from '../../analysis/types';
import type { Asset, Venue } from '../../domain/market';
import { parseRange, type MinuteRange } from '../../domain/minute';
import { defaultQuestion } from '../../domain/question';
import { promised } from '../../domain/unit';
import { crash } from '../../simulator/testing/crash';
import { Market, type BookDay } from '../audit/market';
import type { FillBook } from '../fill';

/** The day of the simulated event, and the five minutes behind it that are simulated. */
export const EVENT_DAY: MinuteRange = promised(parseRange('2025-10-10T00:00Z', '2025-10-11T00:00Z'));
const BEFORE: MinuteRange = promised(parseRange('2025-10-09T00:00Z', '2025-10-10T00:00Z'));
const AFTER: MinuteRange = promised(parseRange('2025-10-11T00:00Z', '2025-10-11T00:05Z'));

/** A handful of venues: enough for a median of the others and for a rate of USDT by legs. */
const VENUES = ['binance', 'coinbase', 'kraken', 'bitstamp', 'gemini', 'okx', 'binanceusdm', 'binancecoinm', 'bybit'];

const all = (): readonly MarketColumns[] => {
  const event = crash();
  const { markets, derivatives = [] } = event;
  return [...markets, ...derivatives.filter(({ kind }) => kind === 'perp')]
    .filter(
      ({ venue, base, quote }) =>
        VENUES.includes(venue) && ['ATOM', 'DOGE', 'BTC'].includes(base) && ['USD', 'USDT'].includes(quote),
    )
    .map((market) => ({ market, source: 'simulated', candles: event.candles(market) }));
};

export const bookOf = (venue: string, base: string, quote: string, kind: FillBook['kind'] = 'spot'): FillBook => ({
  venue: venue as Venue,
  base,
  quote,
  kind,
});

/** A book's day of the simulated event, analysed as the instance analyses it. */
function bookDay(book: FillBook, range: MinuteRange): BookDay {
  const markets = all();
  const question = {
    ...defaultQuestion(book.base as Asset, range),
    markets: [{ venue: book.venue, quote: book.quote, kind: book.kind }],
  };
  const { series, episodes } = analyse({
    question,
    markets: markets.filter(({ market }) => market.base === book.base),
    rateMarkets: markets.filter(({ market }) => market.base === 'BTC' && market.kind === 'spot'),
  });
  const own = series.find(
    ({ market }) => market.venue === book.venue && market.kind === book.kind && market.quote === book.quote,
  );
  if (own === undefined) throw new Error(`the event has no ${book.venue} ${book.base}/${book.quote}`);
  return {
    series: {
      ...own,
      venue: own.venue,
      market: `${book.base}/${book.quote}`,
      minutes: Int32Array.from(own.low, (_, i) => range.from + i),
      rate: own.rate,
      open: own.open,
      uncertainty: own.uncertainty,
      weak: own.weak,
    },
    from: range.from,
    episodes: episodes
      .filter(({ venue, kind }) => venue === book.venue && kind === book.kind)
      .map(({ id, side, start, end }) => ({ id, side, start, end })),
    reference: 'others',
    digest: `sha256:${book.venue}`,
    simulated: true,
  };
}

/** Books of the event with a day before, the day itself and the minutes after. */
export function eventMarket(books: readonly FillBook[]): Market {
  const market = new Market();
  for (const book of books)
    for (const range of [BEFORE, EVENT_DAY, AFTER]) {
      const day = bookDay(book, range);
      market.add({ book, day: Math.floor(range.from / 1_440) as never }, day);
    }
  return market;
}
