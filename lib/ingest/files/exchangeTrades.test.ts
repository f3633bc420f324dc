import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochMs, minuteRange } from '../../domain/minute';
import { importing, marketIn, type Said } from '../testing/importing';
import { at, T } from '../testing/page';

const { imported, refusal } = importing();
const MARKET = marketIn('coinbase', 'ATOM', 'USD');
const WHOLE: Said = { whole: true };
const seconds = (offset: number): string => String(epochMs(T) / 1_000 + offset);

/** Two at 3 and 3.5 in the first minute, one at 2 in the next: 10 + 4, then 5. */
const BUILT = [
  { minute: at(0), open: 3, high: 3.5, low: 3, close: 3.5, baseVolume: 14, quoteVolume: 44, trades: 2 },
  { minute: at(1), open: 2, high: 2, low: 2, close: 2, baseVolume: 5, quoteVolume: 10, trades: 1 },
];

describe('trades as their exchange publishes them', () => {
  it.each<[string, string, readonly string[], Said?]>([
    [
      'Bybit, perpetual: seconds with a fraction, newest first, ids that do not count',
      'bybit',
      [
        'timestamp,symbol,side,size,price,tickDirection,trdMatchID,grossValue,homeNotional,foreignNotional',
        `${seconds(61)}.5,ATOMUSDT,Sell,5,2,ZeroMinusTick,0aaa,1,5,10`,
        `${seconds(2)}.0647,ATOMUSDT,Buy,4,3.5,PlusTick,fbbb,1,4,14`,
        `${seconds(1)}.1,ATOMUSDT,Buy,10,3,PlusTick,9ccc,1,10,30`,
      ],
    ],
    [
      'Bybit, spot',
      'bybit',
      [
        'id,timestamp,price,volume,side',
        `1,${seconds(1)}000,3,10,buy`,
        `2,${seconds(2)}000,3.5,4,sell`,
        `3,${seconds(61)}000,2,5,buy`,
      ],
    ],
    [
      'OKX',
      'okx',
      [
        'instrument_name,trade_id,side,price,size,created_time',
        `ATOM-USDT,1,buy,3,10,${seconds(1)}000`,
        `ATOM-USDT,2,sell,3.5,4,${seconds(2)}000`,
        `ATOM-USDT,3,buy,2,5,${seconds(61)}000`,
      ],
    ],
    [
      'Bitfinex: sales are negative',
      'bitfinex',
      ['ID,MTS,AMOUNT,PRICE', `1,${seconds(1)}000,10,3`, `2,${seconds(2)}000,-4,3.5`, `3,${seconds(61)}000,-5,2`],
    ],
    ['Kraken: time, price, volume', 'kraken', [`${seconds(1)}.1234,3,10`, `${seconds(2)},3.5,4`, `${seconds(61)},2,5`]],
    [
      'Gate, newest first, without a header: time, id, price, amount, side',
      'gate',
      [
        `${seconds(61)}.717638, 8, 2.000000, 5.000000, 2`,
        `${seconds(2)}.771538, 7, 3.500000, 4.000000, 1`,
        `${seconds(1)}.57307, 6, 3.000000, 10.000000, 2`,
      ],
    ],
    [
      'Tardis',
      'coinbase',
      [
        'exchange,symbol,timestamp,local_timestamp,id,side,price,amount',
        `coinbase,ATOM-USDT,${seconds(1)}000000,${seconds(1)}000900,1,buy,3,10`,
        `coinbase,ATOM-USDT,${seconds(2)}000000,${seconds(2)}000900,2,sell,3.5,4`,
        `coinbase,ATOM-USDT,${seconds(61)}000000,${seconds(61)}000900,3,buy,2,5`,
      ],
    ],
  ])('%s', async (_, venue, rows) => {
    const kind = rows[0]?.includes('trdMatchID') === true ? 'perp' : 'spot';
    const { candles, report } = await imported(rows, { market: marketIn(venue, 'ATOM', 'USDT', kind), said: WHOLE });
    expect(candles).toEqual(BUILT);
    expect(report).toMatchObject({ kind: 'trades', source: 'trades', quarantined: 0 });
  });

  it('of a Gate contract: sizes are contracts, sales negative', async () => {
    const rows = [`${seconds(2)}.7, 6, 3.5, -4`, `${seconds(1)}.5, 5, 3, 10`];
    const market = marketIn('gate', 'ATOM', 'USDT', 'perp');
    expect(await refusal(rows, { market })).toContain('add --volume-unit base, quote or contracts:SIZE');
    const { candles } = await imported(rows, { market, said: { volumeUnit: 'contracts:0.1', whole: true } });
    expect(candles).toMatchObject([{ baseVolume: 1.4, quoteVolume: 4.4, open: 3, close: 3.5 }]);
  });

  it('with a negative amount where the venue writes none so: the minute is set aside, not stored without it', async () => {
    const rows = [
      'timestamp,id,price,amount',
      `${seconds(0)}000,1,3.5,10`,
      `${seconds(1)}000,2,3.0,-500`,
      `${seconds(60)}000,3,3.4,20`,
    ];
    const { candles, ledger } = await imported(rows, { said: WHOLE });
    expect(candles.map(({ minute }) => minute)).toEqual([at(1)]);
    expect(ledger.quarantined()).toMatchObject([{ minute: at(0), reason: 'price or amount is not above 0' }]);
  });
});

const HEADER = 'timestamp,id,price,amount';
const trade = (offset: number, id: number | string, price = '3', amount = '1'): string =>
  `${seconds(offset)}000,${String(id)},${price},${amount}`;

describe('the first and the last minute of a trade file', () => {
  const rows = [HEADER, trade(1, 5), trade(61, 6), trade(125, 7), trade(180, 8)];

  it('are set aside, named, because it may hold only a part of them', async () => {
    const { candles, report, ledger } = await imported(rows);
    expect(candles.map(({ minute }) => minute)).toEqual([at(1), at(2)]);
    expect(report).toMatchObject({ edges: 2, quarantined: 0 });
    expect(ledger.quarantined().map(({ minute, reason }) => [minute, reason])).toEqual([
      [at(0), 'edge minute: the file may hold only a part of its trades'],
      [at(3), 'edge minute: the file may hold only a part of its trades'],
    ]);
    expect(report.summary).toContain(
      'its first and last minute were set aside, because the file may hold only a part of them (--whole keeps them)',
    );
  });

  it.each<[string, { readonly name?: string; readonly said?: Said }, number]>([
    ['whose reader says that it is whole', { said: WHOLE }, 4],
    ['named after the UTC day', { name: 'ATOMUSD2025-10-10.csv' }, 4],
    ['named after the month', { name: 'ATOM_USD-202510.csv' }, 4],
    ['named after another day: its clock is not UTC', { name: 'ATOM-USD-trades-2025-10-11.csv' }, 2],
    ['named after two days', { name: 'ATOM-USD-2025-10-10-2025-10-11.csv' }, 2],
  ])('of a file %s', async (_, change, candles) => {
    expect((await imported(rows, change)).candles).toHaveLength(candles);
  });
});

describe('gaps between trades', () => {
  const asked = async (ids: readonly number[], said: Said = WHOLE): Promise<readonly object[]> => {
    const { ledger, report } = await imported([HEADER, ...ids.map((id, i) => trade(i * 300, id))], { said });
    expect(report.findings.gaps).toBe(ledger.book(MARKET, 'trades').asked.length === 1 ? 'no-trade' : 'unknown');
    return ledger.book(MARKET, 'trades').asked;
  };

  it('are no trade where the ids count up by one, or the reader says so; else unknown', async () => {
    expect(await asked([5, 6, 7])).toEqual([minuteRange(at(0), at(11))]);
    expect(await asked([7, 6, 5])).toEqual([minuteRange(at(0), at(11))]);
    expect(await asked([5, 6, 9])).toHaveLength(3);
    expect(await asked([5, 6, 9], { whole: true, gaps: 'no-trade' })).toHaveLength(1);
    expect(await asked([5, 6, 7], { whole: true, gaps: 'unknown' })).toHaveLength(3);
  });
});

describe('trades from the newest to the oldest', () => {
  it('of a month give the candles of the same trades from the oldest to the newest, to the bit', async () => {
    const month = Array.from({ length: 6_000 }, (_, i) =>
      trade(
        i * 300,
        `id-${String(i % 7)}-${String(i)}`,
        (3 + (i % 97) / 1_000).toFixed(3),
        (0.1 + (i % 89) / 7).toFixed(9),
      ),
    );
    const said: Said = { whole: true, gaps: 'no-trade' };
    const forwards = await imported([HEADER, ...month], { said });
    const backwards = await imported([HEADER, ...[...month].reverse()], { said });
    expect(backwards.report.findings.order).toBe('descending');
    expect(backwards.candles).toEqual(forwards.candles);
    expect(forwards.candles).toHaveLength(6_000);
  });

  it('without ids, several at one time, give the same candles to the bit', async () => {
    const decimal = (places: number) =>
      fc.integer({ min: 1, max: 999_999 }).map((n) => (n / 10 ** places).toFixed(places));
    const anyTrade = fc.record({ step: fc.constantFrom(0, 0, 1, 30), price: decimal(5), amount: decimal(8) });
    await fc.assert(
      fc.asyncProperty(fc.array(anyTrade, { minLength: 2, maxLength: 40 }), async (trades) => {
        let now = 0;
        const rows = trades.map(({ step, price, amount }) => `${seconds((now += step))}000,${price},${amount}`);
        const header = 'timestamp,price,amount';
        // Of one moment alone nobody can tell which way its rows go.
        fc.pre(trades.slice(1).some(({ step }) => step > 0));
        const forwards = await imported([header, ...rows], { said: WHOLE });
        const backwards = await imported([header, ...[...rows].reverse()], { said: WHOLE });
        expect(backwards.candles).toEqual(forwards.candles);
      }),
      { numRuns: 40 },
    );
  });
});
