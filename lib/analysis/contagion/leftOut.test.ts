import { describe, expect, it } from 'vitest';
import type { Kind } from '../../domain/market';
import type { MarketColumns } from '../../domain/marketColumns';
import { dayOf, startOf, type Day } from '../../domain/minute';
import { legDayOf } from '../rates/legDay';
import { DEEPEST_MINUTE, flat, marketOf, type Slot } from '../testing/markets';
import { leftOutOf } from './leftOut';

const DAY = dayOf(DEEPEST_MINUTE);
const LEGS = legDayOf([], DAY).beforeNamesakes;
interface Shape {
  readonly minutes?: number;
  readonly kind?: Kind;
  readonly day?: Day;
}
const book = (name: string, price: number, { minutes = 240, kind = 'spot', day = DAY }: Shape = {}): MarketColumns => {
  const slots = Array.from({ length: minutes }, (_, i): Slot => flat(price + i / 1_000_000, 10 + price + i));
  return marketOf(name, slots, { kind, from: startOf(day) });
};
const found = (markets: readonly MarketColumns[], days: readonly Day[] = [DAY]) =>
  leftOutOf(markets, days, () => LEGS).map(({ market: { venue, kind }, why, factor, days: on }) => [
    `${venue} ${kind}`,
    why,
    factor === undefined ? undefined : Number(factor.toPrecision(2)),
    on.length,
  ]);
const PEERS = ['binance', 'kraken', 'okx'].map((venue, i) => book(`${venue} LEO/USD`, 4 + i / 100));

describe('books that are in no order', () => {
  it('are suspected namesakes, in spot, as a contract, and as a computed price', () => {
    const others = [
      book('gate LEO/USD', 0.04),
      ...(['perp', 'mark', 'index'] as const).map((kind) => book('gatefutures LEO/USD', 0.04, { kind })),
    ];
    expect(found([...PEERS, ...others])).toEqual([
      ['gate spot', 'suspected-namesake', 0.01, 1],
      ['gatefutures index', 'suspected-namesake', 0.01, 1],
      ['gatefutures mark', 'suspected-namesake', 0.01, 1],
      ['gatefutures perp', 'suspected-namesake', 0.01, 1],
    ]);
  });

  it('are none where a contract is near the spot books, too few of these are other venues’, or it is too short', () => {
    expect(found([...PEERS, book('okxfutures LEO/USD', 5, { kind: 'perp' })])).toEqual([]);
    expect(found([...PEERS, book('okx LEO/USD', 0.04, { kind: 'perp' })])).toEqual([]);
    expect(found([...PEERS, book('gate LEO/USD', 0.04, { kind: 'perp', minutes: 239 })])).toEqual([]);
  });

  it('are second names, known and suspected', () => {
    const [first] = PEERS as [MarketColumns];
    const twice: MarketColumns = { ...first, market: { ...first.market, quote: 'USDC' } };
    const alias = [book('coinbase LEO/USD', 4), book('coinbase LEO/USDC', 4)];
    expect(found([...PEERS, twice, ...alias])).toEqual([
      ['binance spot', 'suspected-alias', undefined, 1],
      ['coinbase spot', 'alias', undefined, 1],
    ]);
  });

  it('are told once with all their days, and the factor furthest from 1', () => {
    const next = (DAY + 1) as Day;
    const far = [book('gate LEO/USD', 0.4), book('gate LEO/USD', 0.004, { day: next })];
    const both = (markets: readonly MarketColumns[], day: Day) => found(markets, [day]);
    expect(both([...PEERS, far[0] as MarketColumns], DAY)).toEqual([['gate spot', 'suspected-namesake', 0.1, 1]]);
    const later = ['binance', 'kraken', 'okx'].map((venue, i) => book(`${venue} LEO/USD`, 4 + i / 100, { day: next }));
    const twoDays = [...PEERS, far[0] as MarketColumns].map((early) => {
      const late = [...later, far[1] as MarketColumns].find(({ market }) => market.venue === early.market.venue);
      return late === undefined ? early : joined(early, late);
    });
    expect(found(twoDays, [DAY, next])).toEqual([['gate spot', 'suspected-namesake', 0.001, 2]]);
  });
});

/** Two books of one market, a day each, as one. */
function joined(early: MarketColumns, late: MarketColumns): MarketColumns {
  const slotsOf = ({ candles }: MarketColumns): readonly Slot[] =>
    Array.from(candles.close, (close, i) => flat(close, candles.baseVolume[i]));
  const gap = Array.from({ length: late.candles.range.from - early.candles.range.to }, (): Slot => undefined);
  const { venue, base, quote, kind } = early.market;
  return marketOf(`${venue} ${base}/${quote}`, [...slotsOf(early), ...gap, ...slotsOf(late)], {
    kind,
    from: early.candles.range.from,
  });
}
