import { describe, expect, it } from 'vitest';
import { dayOf, minute, startOf, wholeDay } from '../../domain/minute';
import type { Venue } from '../../domain/market';
import type { Question } from '../../domain/question';
import { rateDaysOf } from '../rates/rateDays';
import { chooseBooks } from './choose';
import { DEEPEST_MINUTE, flat, marketOf, questionOf } from '../testing/markets';
import type { MarketColumns } from '../types';

const DAY = dayOf(DEEPEST_MINUTE);

const choiceOf = (
  markets: readonly MarketColumns[],
  asked: Partial<Question> = {},
  rateMarkets: readonly MarketColumns[] = [],
): ReturnType<typeof chooseBooks> =>
  chooseBooks(questionOf(1, asked), markets, wholeDay(DAY), rateDaysOf(rateMarkets)(DAY));

const chosen = (...asked: Parameters<typeof choiceOf>): unknown =>
  choiceOf(...asked).shown.map(({ market, source, otherSources }) => [
    market.venue,
    market.quote,
    market.kind,
    source,
    ...otherSources,
  ]);

const quotes = (...asked: Parameters<typeof choiceOf>): readonly string[] =>
  choiceOf(...asked).shown.map(({ market }) => market.quote);

/** BTC on two venues in USD and in `quote`: two legs of it in the deepest minute. */
const legsOf = (quote: string, minutes = 1): readonly MarketColumns[] =>
  ['bitstamp', 'gemini'].flatMap((venue) =>
    ['USD', quote].map((one) =>
      marketOf(
        `${venue} BTC/${one}`,
        Array.from({ length: minutes }, () => flat(100_000)),
      ),
    ),
  );

describe('one market per venue and UTC day', () => {
  it('is the one with the largest base volume, whatever it is quoted in', () => {
    const [usd, usdt, usdc] = ['USD', 'USDT', 'USDC'].map((quote, i) =>
      marketOf(`kraken ATOM/${quote}`, [flat(4, 10 + i)]),
    ) as [MarketColumns, MarketColumns, MarketColumns];
    const rates = [...legsOf('USDT'), ...legsOf('USDC')];
    expect(quotes([usd, usdt, usdc], {}, rates)).toStrictEqual(['USDC']);
    expect(quotes([usd, usdt], {}, rates)).toStrictEqual(['USDT']);
  });

  it('of equal volumes is that in USD, then USDT, then USDC, then by the alphabet', () => {
    const books = ['GBP', 'EUR', 'USDC', 'USDT', 'USD'].map((quote) => marketOf(`kraken ATOM/${quote}`, [flat(4, 7)]));
    const rates = ['GBP', 'EUR', 'USDC', 'USDT'].flatMap((quote) => legsOf(quote));
    for (const [left, quote] of ['USD', 'USDT', 'USDC', 'EUR', 'GBP'].entries())
      expect(quotes(books.slice(0, 5 - left), {}, rates)).toStrictEqual([quote]);
  });

  it('is decided by the whole day, not by the window asked about', () => {
    const from = startOf(DAY);
    const early = marketOf('kraken ATOM/USD', [flat(4, 900)], { from });
    const late = marketOf('kraken ATOM/USDT', [flat(4, 6)]);
    expect(quotes([early, late], {}, legsOf('USDT'))).toStrictEqual(['USD']);
  });

  it('looks at no minute of another day', () => {
    const before = marketOf('kraken ATOM/USD', [flat(4, 900)], { from: minute(startOf(DAY) - 1) });
    const own = marketOf('kraken ATOM/USDT', [flat(4, 6)]);
    expect(quotes([before, own], {}, legsOf('USDT'))).toStrictEqual(['USDT']);
  });

  it('prefers a book with a measured rate in nine of ten of its traded minutes to a larger one without', () => {
    const usd = marketOf('kraken ATOM/USD', [flat(4, 1)]);
    const ten = Array.from({ length: 10 }, () => flat(4, 50));
    const fdusd = marketOf('kraken ATOM/FDUSD', ten);
    // USD per FDUSD is assumed where no leg says it.
    expect(quotes([usd, fdusd])).toStrictEqual(['USD']);
    expect(quotes([usd, fdusd], {}, legsOf('FDUSD', 8))).toStrictEqual(['USD']);
    expect(quotes([usd, fdusd], {}, legsOf('FDUSD', 9))).toStrictEqual(['FDUSD']);
    expect(quotes([fdusd])).toStrictEqual(['FDUSD']);
  });

  it('counts a volume that nobody says as none', () => {
    const said = marketOf('kraken ATOM/USDT', [flat(4, 1)]);
    const unsaid = marketOf('kraken ATOM/USD', [{ ...(flat(4) as object), baseVolume: NaN, trades: 5 }]);
    expect(quotes([said, unsaid], {}, legsOf('USDT'))).toStrictEqual(['USDT']);
  });

  it('passes over a book that did not trade that day while another of the venue did', () => {
    const usd = marketOf('kraken ATOM/USD', [flat(4, 0)]);
    const usdt = marketOf('kraken ATOM/USDT', [flat(4, 1)]);
    expect(quotes([usd, usdt], {}, legsOf('USDT'))).toStrictEqual(['USDT']);
    expect(quotes([usd])).toStrictEqual(['USD']);
  });

  it('is a perpetual contract where the venue has no spot market', () => {
    const perp = marketOf('binance ATOM/USDT', [flat(4, 99)], { kind: 'perp' });
    const spot = marketOf('binance ATOM/EUR', [flat(4)]);
    expect(chosen([perp, spot])).toStrictEqual([['binance', 'EUR', 'spot', 'rest']]);
    expect(chosen([perp])).toStrictEqual([['binance', 'USDT', 'perp', 'rest']]);
  });

  it('is the reader’s choice, whatever it traded', () => {
    const usd = marketOf('kraken ATOM/USD', [flat(4, 900)]);
    const eur = marketOf('kraken ATOM/EUR', [flat(4, 1)]);
    const markets = [{ venue: 'kraken' as Venue, quote: 'EUR', kind: 'spot' }] as const;
    expect(quotes([usd, eur], { markets }, legsOf('EUR'))).toStrictEqual(['EUR']);
  });

  it('takes one source, names the others, and never mixes them', () => {
    const rest = marketOf('binance ATOM/USDT', ['unasked']);
    const archive = marketOf('binance ATOM/USDT', [flat(4)], { source: 'archive' });
    const file = marketOf('binance ATOM/USDT', [flat(4)], { source: 'file' });
    expect(chosen([file, archive, rest])).toStrictEqual([['binance', 'USDT', 'spot', 'archive', 'rest', 'file']]);
  });
});

describe('an alias book', () => {
  const usd = marketOf('coinbase ATOM/USD', [flat(4, 1)]);
  const usdc = marketOf('coinbase ATOM/USDC', [flat(4, 900)]);

  it('takes no part beside the book it is a second name of', () => {
    const { shown, leftOut } = choiceOf([usd, usdc]);
    expect(shown.map(({ market }) => market.quote)).toStrictEqual(['USD']);
    expect(leftOut).toMatchObject([{ market: { quote: 'USDC' }, why: 'alias', of: { quote: 'USD' } }]);
  });

  it('is read in USD where that book is not stored', () => {
    expect(choiceOf([usdc]).shown).toMatchObject([{ market: { quote: 'USDC' }, quote: 'USD' }]);
  });

  it('is suspected where two books of a venue are equal in 99 of 100 traded minutes', () => {
    const slots = (different: number) => Array.from({ length: 100 }, (_, i) => flat(4, i < different ? 7 : 5));
    const [one, other] = [marketOf('okx ATOM/USDC', slots(0)), marketOf('okx ATOM/USDT', slots(1))];
    expect(choiceOf([one, other]).leftOut).toMatchObject([
      { market: { quote: 'USDC' }, why: 'suspected-alias', of: { quote: 'USDT' } },
    ]);
    expect(choiceOf([one, marketOf('okx ATOM/USDT', slots(2))]).leftOut).toStrictEqual([]);
  });

  it('is not suspected of fewer than thirty minutes', () => {
    const slots = (minutes: number) => Array.from({ length: minutes }, () => flat(4, 5));
    const books = (minutes: number) => ['USDC', 'USDT'].map((quote) => marketOf(`okx ATOM/${quote}`, slots(minutes)));
    expect(choiceOf(books(29)).leftOut).toHaveLength(0);
    expect(choiceOf(books(30)).leftOut).toHaveLength(1);
  });
});

describe('a suspected namesake', () => {
  const from = startOf(DAY);
  const long = (price: number, minutes = 240) => Array.from({ length: minutes }, () => flat(price));
  const others = (minutes?: number) =>
    ['bybit', 'kraken', 'okx'].map((venue) => marketOf(`${venue} NEIRO/USD`, long(1, minutes), { from }));

  it('lies further than a factor of three from three venues that agree, through 240 minutes of a day', () => {
    const far = choiceOf([...others(), marketOf('gate NEIRO/USD', long(112.22), { from })]);
    expect(far.leftOut).toMatchObject([{ market: { venue: 'gate' }, why: 'suspected-namesake', factor: 112.22 }]);
    expect(far.shown.map(({ market }) => market.venue)).toStrictEqual(['bybit', 'kraken', 'okx']);
    expect(choiceOf([...others(), marketOf('gate NEIRO/USD', long(3), { from })]).leftOut).toStrictEqual([]);
  });

  it('is no crash of minutes, and needs three other venues', () => {
    expect(choiceOf([...others(), marketOf('gate NEIRO/USD', long(0.001, 239), { from })]).leftOut).toStrictEqual([]);
    expect(choiceOf([...others().slice(1), marketOf('gate NEIRO/USD', long(112.22), { from })]).leftOut).toStrictEqual(
      [],
    );
    const crash = [...long(1, 192), ...long(0.001, 48)];
    expect(choiceOf([...others(), marketOf('gate NEIRO/USD', crash, { from })]).leftOut).toStrictEqual([]);
  });
});

describe('the peers of one bloc', () => {
  it('are books quoted in it, while each venue keeps its own', () => {
    const books = [
      marketOf('kraken ATOM/USD', [flat(4, 1)]),
      marketOf('kraken ATOM/USDT', [flat(4, 9)]),
      marketOf('okx ATOM/USDT', [flat(4, 9)]),
    ];
    const { shown, peers } = choiceOf(books, { bloc: 'USD' }, legsOf('USDT'));
    expect(shown.map(({ market }) => market.quote)).toStrictEqual(['USDT', 'USDT']);
    expect(peers.map(({ market }) => [market.venue, market.quote])).toStrictEqual([['kraken', 'USD']]);
  });
});

describe('without a rate', () => {
  it('the quote most venues have is compared, or the quote of the venue that is the reference', () => {
    const markets = [
      marketOf('binance ATOM/USDT', [flat(4)]),
      marketOf('okx ATOM/USDT', [flat(4)]),
      marketOf('bybit ATOM/USDT', [flat(4)]),
      marketOf('coinbase ATOM/USD', [flat(4)]),
      marketOf('kraken ATOM/USD', [flat(4)]),
    ];
    expect(quotes(markets, { rate: 'none' })).toStrictEqual(['USDT', 'USDT', 'USDT']);
    const reference = { kind: 'venue', venue: 'coinbase' as Venue } as const;
    expect(quotes(markets, { rate: 'none', reference })).toStrictEqual(['USD', 'USD']);
    expect(quotes(markets, { rate: 'none', venues: ['coinbase'] as Venue[] })).toStrictEqual(['USD']);
  });
});

it('no venue that is not named takes part, but the one that is the reference', () => {
  const markets = ['binance', 'coinbase', 'kraken', 'okx'].map((venue) => marketOf(`${venue} ATOM/USD`, [flat(4)]));
  const venues = ['binance', 'okx'] as Venue[];
  const names = (asked: Partial<Question>): readonly string[] =>
    choiceOf(markets, asked).shown.map(({ market }) => market.venue);
  expect(names({ venues })).toStrictEqual(['binance', 'okx']);
  expect(names({ venues, reference: { kind: 'venue', venue: 'coinbase' as Venue } })).toStrictEqual([
    'binance',
    'coinbase',
    'okx',
  ]);
});
