import { describe, expect, it } from 'vitest';
import { missingCode, type Missing } from '../../domain/missing';
import { dayOf, parseMinute, startOf, type Minute } from '../../domain/minute';
import { promised } from '../../domain/unit';
import { decimalIn, written, type Decimal } from '../../domain/decimal';
import type { Fill } from '../fill';
import { bookOf } from '../testing/event';
import { auditFill } from './auditFill';
import { bookDayOf, Market, type BookDay } from './market';
import { OFFICIAL_RULE, ruledBy, RuleSumming } from './official';

const at = (text: string): Minute => promised(parseMinute(text));
const decimal = (text: string): Decimal => decimalIn(text) as Decimal;
const BOOK = bookOf('binanceusdm', 'ATOM', 'USDT', 'perp');
const WHEN = at('2025-10-10T21:40Z');

interface Prices {
  readonly low?: number;
  readonly high?: number;
  readonly open?: number;
  readonly referenceLow?: number;
  readonly referenceHigh?: number;
  readonly rate?: number;
  readonly uncertainty?: number;
  readonly weak?: number;
  readonly missing?: Missing;
}

/** A day with one minute in it. */
function dayWith(minute: Minute, prices: Prices): BookDay {
  const from = startOf(dayOf(minute));
  const column = (value: number): Float64Array =>
    new Float64Array(1_440).fill(NaN).fill(value, minute - from, minute - from + 1);
  const {
    low = 1,
    high = 2,
    open = 1.5,
    referenceLow = 3,
    referenceHigh = 4,
    rate = 1,
    uncertainty = 0,
    weak = 0,
    missing,
  } = prices;
  return {
    series: {
      venue: BOOK.venue,
      market: 'ATOM/USDT',
      kind: BOOK.kind,
      minutes: Int32Array.from({ length: 1_440 }, (_, i) => from + i),
      low: column(low),
      high: column(high),
      close: column(low),
      open: column(open),
      referenceClose: column(referenceLow),
      referenceLow: column(referenceLow),
      referenceHigh: column(referenceHigh),
      dLow: column(0),
      dHigh: column(0),
      rate: column(rate),
      rateRule: new Uint8Array(1_440),
      uncertainty: column(uncertainty),
      weak: new Uint8Array(1_440).fill(weak),
      missing: new Uint8Array(1_440).fill(missing === undefined ? 0 : missingCode(missing)),
    },
    from,
    episodes: [{ id: 'e1', side: 'below', start: WHEN, end: at('2025-10-10T21:41Z') }],
    reference: 'others',
    digest: 'sha256:0',
    simulated: false,
  };
}

const fill = (changed: Partial<Fill> = {}): Fill => ({
  kind: 'fill',
  file: 'mine.csv',
  line: 2,
  atMs: WHEN * 60_000 + 30_000,
  zone: 0,
  isFixed: false,
  account: 'me',
  symbol: 'ATOMUSDT',
  book: BOOK,
  side: 'sell',
  price: decimal('1.5'),
  quantity: decimal('10'),
  contracts: undefined,
  fee: undefined,
  flag: undefined,
  unreadFee: undefined,
  isOrder: false,
  unusable: undefined,
  tradeId: undefined,
  orderId: undefined,
  mayBeCut: false,
  ...changed,
});

function marketWith(prices: Prices = {}, minute = WHEN): Market {
  const market = new Market();
  market.add({ book: BOOK, day: dayOf(minute) }, dayWith(minute, prices));
  return market;
}

const audited = (changed: Partial<Fill> = {}, prices: Prices = {}) => auditFill(fill(changed), marketWith(prices));
const money = (changed: Partial<Fill> = {}, prices: Prices = {}) => {
  const { money: found } = audited(changed, prices);
  return found === undefined ? undefined : written(found, 2);
};

describe('a fill against its minute', () => {
  it('sold below the others’ median low comes to (reference − price) × quantity', () => {
    expect(audited()).toMatchObject({
      isInside: true,
      reference: 3,
      deviation: -0.5,
      certainty: 'certain',
      episode: { id: 'e1' },
    });
    expect(money()).toBe('15.00');
  });

  it('bought above the others’ median high comes to (price − reference) × quantity', () => {
    expect(money({ side: 'buy', price: decimal('5') })).toBe('10.00');
    expect(audited({ side: 'buy' }).episode).toBeUndefined();
  });

  // 0.012 % is sent as 0.01 %: it may be up to 0.015 %.
  it.each([
    ['2.999685', 'within'],
    ['2.9995', 'certain'],
  ] as const)(
    'sold at %s against 3, with rates unknown by 0.012 %% of which 0.01 %% was sent, is %s',
    (price, certainty) => {
      const day = dayOf(WHEN);
      const { series, ...sent } = dayWith(WHEN, { uncertainty: 0.0001 });
      const market = new Market();
      market.add({ book: BOOK, day }, bookDayOf({ book: BOOK, day }, { ...sent, series: [series], episodes: [] }));
      const found = auditFill(fill({ price: decimal(price) }), market);
      expect(found.certainty).toBe(certainty);
      expect(found.money === undefined).toBe(certainty === 'within');
    },
  );

  it('at a better price than the others’ is negative', () => {
    expect(money({ price: decimal('3.5') })).toBe('-5.00');
    expect(money({ side: 'buy' })).toBe('-25.00');
  });

  it('is converted by the minute’s own rate', () => {
    // (3 − 1.5 × 0.9) × 10
    expect(money({}, { rate: 0.9 })).toBe('16.50');
  });

  it.each([
    [0.5, 'certain', '15.00'],
    [0.500001, 'within', undefined],
    [NaN, 'within', undefined],
  ])('with an uncertainty of %d is %s', (uncertainty, certainty, comes) => {
    expect(audited({}, { uncertainty }).certainty).toBe(certainty);
    expect(money({}, { uncertainty })).toBe(comes);
  });

  it('on a weak rate has a figure, marked', () => {
    expect(audited({}, { weak: 1 }).certainty).toBe('weak');
    expect(money({}, { weak: 1 })).toBe('15.00');
  });

  it.each([
    ['1', true],
    ['2', true],
    ['0.999', false],
    ['2.001', false],
  ])('at %s in a candle from 1 to 2 is inside: %s', (price, isInside) => {
    expect(audited({ price: decimal(price) }).isInside).toBe(isInside);
  });

  it('at a price equal to its low is inside at any rate', () => {
    for (let i = 1; i < 500; i += 1) {
      const [rate, low] = [0.9 + i / 1_777, i / 997];
      expect(audited({ price: decimal(String(low)) }, { rate, low: low * rate, high: low * rate }).isInside).toBe(true);
    }
  });

  it.each<Missing>(['no-trade', 'too-few-peers', 'not-fetched', 'no-rate', 'left-out'])(
    'in a minute that is %s has no figure',
    (missing) => {
      expect(audited({}, { missing })).toMatchObject({ why: missing, money: undefined, certainty: undefined });
    },
  );

  it('has no figure where its symbol, its contract or its minute is not known', () => {
    expect(auditFill(fill({ book: undefined, unusable: 'unknown-symbol' }), marketWith()).why).toBe('unknown-symbol');
    expect(audited({ unusable: 'contract-size' })).toMatchObject({
      why: 'contract-size',
      money: undefined,
      deviation: -0.5,
    });
    expect(auditFill(fill(), new Market()).why).toBe('not-asked');
    const nothing = new Market();
    nothing.add({ book: BOOK, day: dayOf(WHEN) }, 'not-stored');
    expect(auditFill(fill(), nothing).why).toBe('not-stored');
  });
});

describe('the official rule, as the press reported it', () => {
  const ruled = (changed: Partial<Fill>, open = 3) => {
    const market = marketWith();
    market.add({ book: BOOK, day: dayOf(OFFICIAL_RULE.priceAt) }, dayWith(OFFICIAL_RULE.priceAt, { open }));
    const own = auditFill(fill({ flag: 'liquidation', ...changed }), market);
    return { own, found: ruledBy(own, market) };
  };
  const pays = (changed: Partial<Fill>, open?: number) => {
    const { found } = ruled(changed, open);
    return found?.kind === 'paid' ? written(found.money, 2) : found?.kind;
  };
  const when = (clock: string): Partial<Fill> => ({ atMs: at(`2025-10-10T${clock}Z`) * 60_000 });

  it('pays a long the price at 00:00 UTC less its liquidation price, a short the negative, and nothing below 0', () => {
    expect(pays({})).toBe('15.00');
    expect(pays({}, 1)).toBe('0.00');
    expect(pays({ side: 'buy' })).toBe('0.00');
    expect(pays({ side: 'buy' }, 1)).toBe('5.00');
  });

  it('speaks of liquidations at Binance alone', () => {
    expect(ruledBy(audited(), marketWith())).toBeUndefined();
    expect(pays({ book: bookOf('bybit', 'ATOM', 'USDT', 'perp') })).toBeUndefined();
  });

  it.each([
    ['21:35', 'outside'],
    ['22:16', 'outside'],
    ['21:20', 'outside'],
  ])('pays nothing at %s', (clock, kind) => {
    expect(pays(when(clock))).toBe(kind);
  });

  it.each(['21:36', '22:15'])('counts %s as inside its hours', (clock) => {
    // No candle at that minute in this market: inside, and not known.
    expect(pays(when(clock))).toBe('unknown');
  });

  it('is summed beside what falls outside', () => {
    const summing = new RuleSumming();
    const [inside, outside] = [ruled({}), ruled(when('21:20'))];
    summing.take(inside.own, inside.found);
    summing.take({ ...outside.own, money: decimal('7') }, outside.found);
    summing.take(audited(), undefined);
    const { paid, money: owed, outside: left, outsideMeasured, outsideMoney, unknown } = summing.sum;
    const texts = [owed, outsideMoney].map((one) => one && written(one));
    expect([paid, texts, left, outsideMeasured, unknown]).toEqual([1, ['15', '7'], 1, 1, 0]);
  });
});
