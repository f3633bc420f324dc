import { describe, expect, it } from 'vitest';
import { minute } from '../../domain/minute';
import type { Venue } from '../../domain/market';
import type { Question } from '../../domain/question';
import { chooseMarkets } from './choose';
import { DEEPEST_MINUTE, flat, marketOf, questionOf } from '../testing/markets';
import type { MarketColumns } from '../types';

const chosen = (markets: readonly MarketColumns[], asked: Partial<Question> = {}): unknown =>
  chooseMarkets({ question: questionOf(1, asked), markets, rateMarkets: [] }).map(
    ({ market, source, otherSources }) => [market.venue, market.quote, market.kind, source, ...otherSources],
  );

describe('one market per venue', () => {
  it('prefers USDT, then USD, then USDC, whatever they traded', () => {
    const [usdc, usd, usdt, eur] = ['USDC', 'USD', 'USDT', 'EUR'].map((quote, i) =>
      marketOf(`kraken ATOM/${quote}`, [flat(4, 1_000 - 300 * i)]),
    ) as [MarketColumns, MarketColumns, MarketColumns, MarketColumns];
    expect(chosen([eur, usdc, usd, usdt])).toStrictEqual([['kraken', 'USDT', 'spot', 'rest']]);
    expect(chosen([eur, usdc, usd])).toStrictEqual([['kraken', 'USD', 'spot', 'rest']]);
    expect(chosen([eur, usdc])).toStrictEqual([['kraken', 'USDC', 'spot', 'rest']]);
  });

  it('takes of the rest the one with most volume in the window, not in the minutes beside it', () => {
    const from = minute(DEEPEST_MINUTE - 2);
    const eur = marketOf('kraken ATOM/EUR', [flat(4, 900), flat(4, 900), flat(4, 5), flat(4, 900), flat(4, 900)], {
      from,
    });
    const gbp = marketOf('kraken ATOM/GBP', [undefined, undefined, flat(4, 6), undefined, undefined], { from });
    expect(chosen([eur, gbp])).toStrictEqual([['kraken', 'GBP', 'spot', 'rest']]);
  });

  it('passes over a market that did not trade in the window while another of the venue did', () => {
    const from = minute(DEEPEST_MINUTE - 2);
    const usdt = marketOf('kraken ATOM/USDT', [flat(4), flat(4), flat(4, 0), flat(4), flat(4)], { from });
    const usd = marketOf('kraken ATOM/USD', [undefined, undefined, flat(4, 1), undefined, undefined], { from });
    expect(chosen([usdt, usd])).toStrictEqual([['kraken', 'USD', 'spot', 'rest']]);
    expect(chosen([usdt])).toStrictEqual([['kraken', 'USDT', 'spot', 'rest']]);
  });

  it('takes a perpetual contract where the venue has no spot market', () => {
    const perp = marketOf('binance ATOM/USDT', [flat(4)], { kind: 'perp' });
    expect(chosen([perp, marketOf('binance ATOM/EUR', [flat(4)])])).toStrictEqual([['binance', 'EUR', 'spot', 'rest']]);
    expect(chosen([perp])).toStrictEqual([['binance', 'USDT', 'perp', 'rest']]);
  });

  it('takes one source, names the others, and never mixes them', () => {
    const rest = marketOf('binance ATOM/USDT', ['unasked']);
    const archive = marketOf('binance ATOM/USDT', [flat(4)], { source: 'archive' });
    const file = marketOf('binance ATOM/USDT', [flat(4)], { source: 'file' });
    expect(chosen([file, archive, rest])).toStrictEqual([['binance', 'USDT', 'spot', 'archive', 'rest', 'file']]);
  });

  it("compares inside the yardstick's quote where there is no rate", () => {
    const markets = [
      marketOf('binance ATOM/USDT', [flat(4)]),
      marketOf('okx ATOM/USDT', [flat(4)]),
      marketOf('coinbase ATOM/USD', [flat(4)]),
      marketOf('kraken ATOM/USD', [flat(4)]),
    ];
    expect(chosen(markets, { rate: 'none' })).toStrictEqual([
      ['binance', 'USDT', 'spot', 'rest'],
      ['okx', 'USDT', 'spot', 'rest'],
    ]);
    expect(chosen(markets, { rate: 'none', reference: { kind: 'venue', venue: 'coinbase' as Venue } })).toStrictEqual([
      ['coinbase', 'USD', 'spot', 'rest'],
      ['kraken', 'USD', 'spot', 'rest'],
    ]);
  });

  it('takes no venue the question does not name, whatever is held; the yardstick always takes part', () => {
    const markets = ['binance', 'coinbase', 'kraken', 'okx'].map((venue) => marketOf(`${venue} ATOM/USD`, [flat(4)]));
    const venues = ['binance', 'okx'] as Venue[];
    expect(chosen(markets, { venues })).toStrictEqual([
      ['binance', 'USD', 'spot', 'rest'],
      ['okx', 'USD', 'spot', 'rest'],
    ]);
    expect(chosen(markets, { venues, reference: { kind: 'venue', venue: 'coinbase' as Venue } })).toStrictEqual([
      ['binance', 'USD', 'spot', 'rest'],
      ['coinbase', 'USD', 'spot', 'rest'],
      ['okx', 'USD', 'spot', 'rest'],
    ]);
  });

  it('lets venues the question does not name decide nothing about the quote compared without a rate', () => {
    const markets = [
      marketOf('binance ATOM/USDT', [flat(4)]),
      marketOf('coinbase ATOM/USD', [flat(4)]),
      marketOf('kraken ATOM/USD', [flat(4)]),
    ];
    expect(chosen(markets, { rate: 'none', venues: ['binance'] as Venue[] })).toStrictEqual([
      ['binance', 'USDT', 'spot', 'rest'],
    ]);
  });
});
