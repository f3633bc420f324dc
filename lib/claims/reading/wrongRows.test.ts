import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalIn, minus, numberOf, times, written, type Decimal } from '../../domain/decimal';
import { notAudited } from '../audit/auditFill';
import { Summing } from '../audit/sums';
import { Surveying } from '../audit/survey';
import type { Row } from '../fill';
import { layoutOf, type Said } from './layout';
import { Rows } from './rows';
import { isTradingTime } from './times';

const BINANCE = 'Date(UTC),Pair,Side,Price,Executed,Amount,Fee';

function read(texts: readonly string[], said: Said = {}): readonly Row[] {
  const lines = texts.map((text, i) => ({ number: i + 1, text, isCut: false }));
  const layout = layoutOf(lines, said);
  if (layout === undefined) throw new Error('no head');
  const rows = new Rows(layout, said, 'me');
  return [...lines.flatMap((line) => rows.take(line)), ...rows.end()];
}

const quoted = (cell: string): string => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const rowOf = (price: string, quantity: string, fee: string): string =>
  `2025-10-10 21:20:37,ATOMUSDT,SELL,${[price, quantity, '1', fee].map(quoted).join(',')}`;
const one = (price: string, quantity: string, fee = '0.1'): Row =>
  read([BINANCE, rowOf(price, quantity, fee)])[0] as Row;

/** `price × quantity`, or what is wrong. */
const told = (row: Row | undefined): string => {
  if (row === undefined) return 'none';
  if (row.kind !== 'fill') return row.kind === 'flawed' ? row.flaw : `no fill: ${row.what}`;
  const fee = row.unreadFee === undefined ? (row.fee === undefined ? 'none' : written(row.fee.amount)) : 'unread';
  return `${written(row.price)} × ${written(row.quantity)}, fee ${fee}`;
};

describe('two columns of time', () => {
  const FUTURES = 'Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit';
  const clocks = (time: string, made: string): string => `${time},${made},ATOMUSDT,SELL,1.9,10,19,0.01,0`;
  const east = (heads: string, rows: readonly string[]): number | undefined =>
    layoutOf([`${heads},${FUTURES}`, ...rows].map((text, i) => ({ number: i + 1, text, isCut: false })))?.zone?.east;

  it('that show one moment on two clocks do not lend each other their zone: it is asked for', () => {
    const rows = [
      clocks('2025-10-11 05:20:37', '2025-10-10 21:20:37'),
      clocks('2025-10-11 05:21:02', '2025-10-10 21:21:02'),
    ];
    expect(east('Time,Create Time(UTC)', rows)).toBeUndefined();
    // Kathmandu.
    expect(east('Time,Create Time(UTC)', [clocks('2025-10-11 03:05:37', '2025-10-10 21:20:37')])).toBeUndefined();
    expect(east('Time(UTC+8),Create Time(UTC)', rows)).toBe(480);
  });

  it('that tell when an order was made and when it was filled are of one clock', () => {
    const rows = [
      clocks('2025-10-10 21:20:37', '2025-10-10 13:20:31'),
      clocks('2025-10-10 21:21:02', '2025-10-10 21:21:02'),
    ];
    expect(east('Time,Create Time(UTC)', rows)).toBe(0);
    expect(east('Time,Create Time(UTC)', rows.slice(1))).toBe(0);
  });
});

describe('a quantity below 0', () => {
  it.each(['-5', '-5ATOM', '-0.000001', '-1e-7'])('%s says no side and no size', (quantity) => {
    expect(told(one('1.5', quantity))).toBe('quantity');
  });

  it('is none in an export whose columns were guessed either', () => {
    const said: Said = { venue: 'okx' as never, kind: 'spot', zone: 0 };
    const head = 'time,symbol,side,price,quantity';
    expect(read([head, '2025-10-10 21:20:37,ATOM/USDT,sell,1.5,-5'], said).map(told)).toEqual(['quantity']);
  });
});

describe('a number that no market prints', () => {
  it.each(['1e300', '1e30', '1e400', '1e999', '1e13', '1e-17', '0x10', 'Infinity', 'NaN', '١', '1e', '--1', '-1.5'])(
    'is no price: %s',
    (text) => {
      expect(told(one(text, '5'))).toBe('price');
    },
  );

  it.each(['1e300', '1e30', '1e400', '1e17', '1e-19', '0x10', '-Infinity', '0', `1.${'0'.repeat(36)}1`])(
    'is no quantity: %s',
    (text) => {
      expect(told(one('1.5', text))).toBe('quantity');
    },
  );

  it('is a quantity that is worth more than all there is', () => {
    expect(told(one('1000000', '1e10'))).toBe('quantity');
    expect(told(one('100000', '1e10'))).toBe(`100000 × 1${'0'.repeat(10)}, fee 0.1`);
  });

  it('is not SHIB by the hundred billions, nor PEPE in bitcoin, nor a wei', () => {
    expect(told(one('0.00001177', '589000000000000'))).toBe('0.00001177 × 589000000000000, fee 0.1');
    expect(told(one('1.23E-10', '1000'))).toBe('0.000000000123 × 1000, fee 0.1');
    expect(told(one('4000', '0.000000000000000001'))).toBe('4000 × 0.000000000000000001, fee 0.1');
    expect(told(one('1900000000', '2.5', '0'))).toBe('1900000000 × 2.5, fee 0');
  });

  it('is not one that a contract makes of it', () => {
    const head = 'Time(UTC),Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit';
    const row = (price: string, quantity: string): string =>
      `2025-10-10 21:21:02,ATOMUSD_PERP,SELL,${price},${quantity},1,0,0`;
    expect(read([head, row('1e-16', '1000'), row('1.25', '10')]).map(told)).toEqual(['quantity', '1.25 × 80, fee 0']);
  });

  it('makes no total that is none or beyond the bounds, however it is written', () => {
    const digits = fc.stringMatching(/^[0-9]{0,40}$/);
    const text = fc.oneof(
      fc
        .tuple(
          fc.constantFrom('', '-', '+'),
          digits,
          fc.constantFrom('', '.', ','),
          digits,
          fc.constantFrom('', 'e9', 'E-9', 'e300', 'e999', 'ATOM', '\u0000'),
        )
        .map((parts) => parts.join('')),
      fc
        .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: -400, max: 400 }))
        .map(([n, e]) => `${String(n)}e${String(e)}`),
      fc.constantFrom('Infinity', '-Infinity', 'NaN', '0x7fffffff', '1_000', '', ' ', '∞', '1,000', '0,5'),
      fc.double().map(String),
      fc.integer({ min: 0, max: 100_000 }).map((n) => String(n / 100)),
      fc.constantFrom('1.5', '20', '0.1'),
    );
    const REFERENCE = decimalIn('100000') as Decimal;
    let counted = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text), { maxLength: 8 }), (cells) => {
        const summing = new Summing();
        for (const row of read([BINANCE, ...cells.map((three) => rowOf(...three))])) {
          if (row.kind !== 'fill') continue;
          counted += 1;
          summing.take({ ...notAudited(row), money: times(minus(REFERENCE, row.price), row.quantity) });
        }
        const { fills, money, fees, unreadFees } = summing.sum;
        for (const sum of [money?.worse, money?.better, money?.net])
          if (sum !== undefined) expect(Math.abs(numberOf(sum))).toBeLessThanOrEqual(fills * (1e5 + 1e12) * 1e16);
        for (const fee of fees.values()) expect(Math.abs(numberOf(fee))).toBeLessThanOrEqual(fills * 1e16);
        expect(unreadFees).toBeLessThanOrEqual(fills);
      }),
      { numRuns: 400 },
    );
    // The property is of nothing where no row was a fill.
    expect(counted).toBeGreaterThan(20);
  });
});

describe('a comma in a number', () => {
  const EUROPEAN = 'time;symbol;side;price;quantity;fee';
  const said: Said = { venue: 'okx' as never, kind: 'spot', zone: 0 };
  const european = (...cells: readonly string[]): string =>
    told(read([EUROPEAN, `2025-10-10 21:20:37;ATOM/USDT;sell;${cells.join(';')}`], said)[0]);

  it.each([
    ['1,5', '10', '0', 'price'],
    // One and a half, a thousand and some, or one and some: nobody can tell.
    ['1,500', '10', '0', 'price'],
    ['0,500', '10', '0', 'price'],
    ['1.234,5', '10', '0', 'price'],
    ['1', '2,500', '0', 'quantity'],
    // The fee shows that a comma stands before decimals: this point does not.
    ['1.234', '10', '0,5', 'price'],
    // The fee's comma may be of either, and so may these points.
    ['64.250', '10', '12,500', 'price'],
    ['64', '1.500', '12,500', 'quantity'],
    ["1'234.5", '10', '0', 'price'],
    ['1 234', '10', '0', 'price'],
    ['1', '1 234ATOM', '0', 'quantity'],
  ])('%s × %s, fee %s of a European spreadsheet is no thousands', (price, quantity, fee, says) => {
    expect(european(price, quantity, fee)).toBe(says);
  });

  it('is of thousands where the row writes its decimals with a point', () => {
    expect(told(one('1.5', '1,234,567'))).toBe('1.5 × 1234567, fee 0.1');
    expect(told(one('1.5', '1,500'))).toBe('1.5 × 1500, fee 0.1');
    expect(told(one('1,155.10', '2'))).toBe('1155.1 × 2, fee 0.1');
    expect(told(one('1,155', '2', '1'))).toBe('price');
    // No decimals have two commas.
    expect(told(one('1,155', '1,234,567'))).toBe('1155 × 1234567, fee 0.1');
    expect(told(one('64.250', '1,234,567'))).toBe('64.25 × 1234567, fee 0.1');
    // Without any comma a point is of decimals, as exports write it.
    expect(told(one('64.250', '2', '1'))).toBe('64.25 × 2, fee 1');
  });

  it('without quotes in a file of commas makes a cell too many', () => {
    expect(read([BINANCE, '2025-10-10 21:20:37,ATOMUSDT,SELL,1,5,10,15,0.1']).map(told)).toEqual(['cells']);
  });
});

describe('a unit behind a quantity', () => {
  it('of another coin than the base says nothing of the base', () => {
    expect(told(one('1.5', '20USDT'))).toBe('quantity');
    const head = 'id,Order id,Time,Trade Type,Symbol,Action,Amount,Trading Unit,Filled Price,PnL,Fee,Fee Unit';
    const row = (unit: string): string => `1,2,2025-10-10 21:20:00,Spot,ATOM-USDT,Sell,10,${unit},1.5,0,-0.01,USDT`;
    expect(read([head, row('USDT'), row('ATOM')], { zone: 0 }).map(told)).toEqual(['quantity', '1.5 × 10, fee -0.01']);
  });

  it('may begin with a digit', () => {
    const row = '2025-10-10 21:20:37,1INCHUSDT,SELL,0.2,0.500000001INCH,0.1USDT,0.00050000USDT';
    expect(read([BINANCE, row]).map(told)).toEqual(['0.2 × 0.5, fee 0.0005']);
  });
});

describe('a fee that cannot be read', () => {
  it('leaves the fill, is listed, and is no number in the sums', () => {
    const rows = read([
      BINANCE,
      rowOf('1.5', '10', 'free'),
      rowOf('1.5', '10', '1e300'),
      rowOf('1.5', '10', '0.25BNB'),
    ]);
    expect(rows.map(told)).toEqual(['1.5 × 10, fee unread', '1.5 × 10, fee unread', '1.5 × 10, fee 0.25']);
    const [surveying, summing] = [new Surveying(undefined), new Summing()];
    for (const row of rows) {
      surveying.take(row);
      if (row.kind === 'fill') summing.take(notAudited(row));
    }
    expect(surveying.survey).toMatchObject({ fills: 3, flawed: 0, unreadFees: 2 });
    expect(surveying.survey.listed).toEqual([
      { kind: 'flawed', line: 2, flaw: 'fee', text: 'free' },
      { kind: 'flawed', line: 3, flaw: 'fee', text: '1e300' },
    ]);
    expect(summing.sum.unreadFees).toBe(2);
    expect([...summing.sum.fees].map(([currency, sum]) => [currency, written(sum)])).toEqual([['BNB', '0.25']]);
  });

  it('is none where the export has none', () => {
    expect(['', '-', '--'].map((fee) => told(one('1.5', '10', fee)))).toEqual(Array(3).fill('1.5 × 10, fee none'));
  });
});

describe('signs that nobody sees', () => {
  it('are written out where a row is listed, and no symbol has one', () => {
    const rows = read([
      BINANCE,
      '2025-10-10 21:20:37,ATOM\u0000USDT,SELL,1,1,1,0',
      '2025-10-10 21:20:37,ATOMUSDT,\u001B[31mSELL,1,1,1,0',
      '2025-10-10 21:20:37,ATOM\u202EUSDT,SELL,1,1,1,0',
    ]);
    expect(rows.map((row) => (row.kind === 'flawed' ? `${row.flaw}: ${row.text}` : row.kind))).toEqual([
      'symbol: 2025-10-10 21:20:37,ATOM[U+0000]USDT,SELL,1,1,1,0',
      'side: [U+001B][31mSELL',
      'symbol: 2025-10-10 21:20:37,ATOM[U+202E]USDT,SELL,1,1,1,0',
    ]);
  });
});

describe('a time outside the life of the exchanges', () => {
  it.each(['9999-12-31 00:00:00', '1970-01-01 00:00:01', '2009-12-31 23:59:59', '0000000000001'])(
    '%s is none',
    (text) => {
      expect(read([BINANCE, `${text},ATOMUSDT,SELL,1,1,1,0`]).map(told)).toEqual(['time']);
    },
  );

  it('is tomorrow’s, a day from now on', () => {
    const now = Date.UTC(2026, 0, 1);
    expect(isTradingTime(now + 86_399_999, now)).toBe(true);
    expect(isTradingTime(now + 86_400_000, now)).toBe(false);
    expect(isTradingTime(Date.UTC(2010, 0, 1), now)).toBe(true);
  });

  it('has no leap second, nor a day of a spreadsheet’s count', () => {
    const rows = ['2016-12-31 23:59:60', '45940.888', '1.76013E+12', '10/10/2025 21:20'];
    expect(read([BINANCE, ...rows.map((time) => `${time},ATOMUSDT,SELL,1,1,1,0`)]).map(told)).toEqual(
      Array(4).fill('time'),
    );
  });
});

describe('rows that are no fills', () => {
  it('are the head once more, empty cells, and a sum at the end', () => {
    const rows = read([
      BINANCE,
      rowOf('1.5', '10', '0'),
      ',,,,,,',
      `\uFEFF${BINANCE}`,
      rowOf('1.6', '10', '0'),
      'Total,,,,20,,0',
    ]);
    expect(rows.map(told)).toEqual(['1.5 × 10, fee 0', 'no fill: Date(UTC)', '1.6 × 10, fee 0', 'time']);
  });

  it('are all behind the head of another export, until its own comes again', () => {
    const other = 'Date(UTC),Market,Type,Amount,Price,Total,Fee';
    const rows = read([
      BINANCE,
      rowOf('1.5', '10', '0'),
      other,
      '2025-10-10 21:20:37,ATOMUSDT,SELL,10,1.5,15,0',
      BINANCE,
      rowOf('1.6', '10', '0'),
    ]);
    expect(rows.map(told)).toEqual(['1.5 × 10, fee 0', 'cells', 'cells', 'no fill: Date(UTC)', '1.6 × 10, fee 0']);
  });

  it('are those that were cut off, whose last number may be a part of one', () => {
    expect(read([BINANCE, '2025-10-10 21:20:37,ATOMUSDT,SELL,1.5,10']).map(told)).toEqual(['cells']);
  });
});
