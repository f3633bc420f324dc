import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditAnswer, type AuditAnswer } from '../../api/audit';
import { recognise } from '../reading/file';
import type { Said } from '../reading/layout';
import { logFile } from '../testing/orderLogs';
import { auditAnswerOf, fillAnswer, isWhole } from './answer';
import { hashed, Keys } from './keys';
import { Market } from './market';
import { pseudonymsOf } from './pseudonyms';
import { statementOf, surveyed, type FileReading } from './run';
import { strictly } from '../../api/testing/strictly';

interface Given {
  readonly name: string;
  readonly text: string;
  readonly said?: Said;
}

/** An audit over nothing that is stored: what counts, and what is left out. */
async function audited(given: readonly Given[]) {
  const readings: FileReading[] = [];
  for (const { name, text, said = {} } of given) {
    const found = await recognise(logFile(text, [97], name), said);
    if (found === undefined) throw new Error(`${name} is not recognised`);
    readings.push({ file: logFile(text, [97], name), layout: found.layout, said });
  }
  const [read, market] = [await surveyed(readings, undefined), new Market()];
  const files = read.files.map((one) => ({ ...one, zone: undefined }));
  const names = pseudonymsOf(files);
  const rows: string[] = [];
  const statement = await statementOf(read, market, {
    mostShown: 100,
    onFill: (fill) => {
      const { file, line, leftOut } = fillAnswer(fill, names);
      rows.push(`${file}:${String(line)} ${leftOut ?? 'counts'}`);
      return Promise.resolve();
    },
  });
  const answer = strictly(auditAnswer).parse(auditAnswerOf(files, market, statement, read.repeats, names));
  // Nothing is stored: what else is wrong is seen without that.
  const isTold = !isWhole(files, { ...statement, all: { ...statement.all, unmeasured: new Map() } }, read.repeats);
  return { answer, rows, isTold };
}

const HEAD = 'Date(UTC),Pair,Side,Price,Executed,Amount,Fee';
const row = (second: number, quantity = '3', side = 'SELL', fee = '0.1USDT'): string =>
  `2025-10-10 21:01:${String(second).padStart(2, '0')},ATOMUSDT,${side},50,${quantity}ATOM,150USDT,${fee}`;
const textOf = (...rows: readonly string[]): string => `${[HEAD, ...rows].join('\n')}\n`;

const WITH_IDS =
  'id,Order id,Time,Trade Type,Symbol,Action,Amount,Trading Unit,Filled Price,PnL,Fee,Fee Unit,Position Change';
const okx = (id: string, { second = 10, price = '3.5', amount = '2', side = 'Sell', order = '9' } = {}): string =>
  `${id},${order},2025-10-10 21:01:${String(second)},Spot,ATOM-USDT,${side},${amount},ATOM,${price},0,-0.01,USDT,0`;
const okxText = (...rows: readonly string[]): string => ['Time Zone:UTC+0', WITH_IDS, ...rows].join('\n');

const counts = ({ files }: AuditAnswer) =>
  files.map(({ rows, fills, flawed, repeated, ordersOfTrades, sameAs }) => ({
    rows,
    fills,
    flawed,
    repeated,
    ordersOfTrades,
    sameAs,
  }));
const none = { flawed: 0, repeated: 0, ordersOfTrades: 0, sameAs: null };

describe('a fill that is given twice', () => {
  it('counts once where the same file is given twice, which is said in one line', async () => {
    const text = textOf(row(10), row(11), 'no row');
    const { answer, isTold } = await audited([
      { name: 'trades.csv', text },
      { name: 'trades (1).csv', text },
    ]);
    expect([answer.total.fills, answer.total.fees]).toEqual([2, { USDT: '0.2' }]);
    expect(counts(answer)).toEqual([
      { ...none, rows: 3, fills: 2, flawed: 1 },
      { ...none, rows: 0, fills: 0, sameAs: '1' },
    ]);
    expect(answer.accounts).toHaveLength(1);
    expect(isTold).toBe(true);
  });

  it('counts once where two exports overlap, and is listed by file and line', async () => {
    const given = [
      { name: 'a.csv', text: textOf(row(10), row(11), row(12)) },
      { name: 'b.csv', text: textOf(row(11), row(12), row(13)) },
    ];
    const { answer, rows, isTold } = await audited(given);
    expect([answer.total.fills, answer.total.fees]).toEqual([4, { USDT: '0.4' }]);
    expect(counts(answer)[1]).toEqual({ ...none, rows: 3, fills: 3, repeated: 2 });
    expect(answer.files[1]?.leftOut).toEqual([
      { line: 2, why: 'repeated', text: '' },
      { line: 3, why: 'repeated', text: '' },
    ]);
    expect(rows.slice(3)).toEqual(['2:2 repeated', '2:3 repeated', '2:4 counts']);
    expect(isTold).toBe(false);
  });

  it('counts as often as the one file has it that has it most often', async () => {
    const { answer } = await audited([
      { name: 'a.csv', text: textOf(row(10)) },
      { name: 'b.csv', text: textOf(row(10), row(10), row(10)) },
      { name: 'c.csv', text: textOf(row(10), row(10)) },
    ]);
    expect([answer.total.fills, answer.files.map(({ repeated }) => repeated)]).toEqual([3, [0, 1, 2]]);
    expect((await audited([{ name: 'a.csv', text: textOf(row(10), row(10)) }])).answer.total.fills).toBe(2);
  });

  it.each([
    ['time', row(11)],
    ['quantity', row(10, '4')],
    ['side', row(10, '3', 'BUY')],
    ['fee', row(10, '3', 'SELL', '0.2USDT')],
  ])('is another where its %s differs', async (_, other) => {
    const { answer } = await audited([
      { name: 'a.csv', text: textOf(row(10)) },
      { name: 'b.csv', text: textOf(other) },
    ]);
    expect([answer.total.fills, answer.files[1]?.repeated]).toEqual([2, 0]);
  });

  it('is equal however its digits are written', async () => {
    const { answer } = await audited([
      { name: 'a.csv', text: textOf(row(10)) },
      { name: 'b.csv', text: textOf(row(10, '3.00')) },
    ]);
    expect(answer.total.fills).toBe(1);
  });

  it('counts for each account that is named, the same bytes or not', async () => {
    const text = textOf(row(10), row(11));
    const { answer } = await audited([
      { name: 'a.csv', text, said: { account: 'Ann' } },
      { name: 'b.csv', text, said: { account: 'Bob' } },
      { name: 'c.csv', text: textOf(row(11)), said: { account: 'Bob' } },
    ]);
    expect(answer.accounts.map(({ fills }) => fills)).toEqual([2, 2]);
    expect(counts(answer).map(({ repeated, sameAs }) => [repeated, sameAs])).toEqual([
      [0, null],
      [0, null],
      [1, null],
    ]);
  });
});

describe('rows of one trade id', () => {
  it('are one fill, in one file and in several', async () => {
    const { answer, isTold } = await audited([
      { name: 'a.csv', text: okxText(okx('1'), okx('1'), okx('2')) },
      { name: 'b.csv', text: okxText(okx('2'), okx('3')) },
    ]);
    expect([answer.total.fills, answer.files.map(({ repeated }) => repeated)]).toEqual([3, [1, 1]]);
    expect(answer.files[0]?.leftOut).toEqual([{ line: 4, why: 'repeated', text: '1' }]);
    expect(isTold).toBe(false);
  });

  it.each([
    ['price', okx('1', { price: '3.6' })],
    ['quantity', okx('1', { amount: '5' })],
    ['side', okx('1', { side: 'Buy' })],
    ['second', okx('1', { second: 11 })],
  ])('count not at all where their %s differs: all are listed', async (_, other) => {
    const { answer, rows, isTold } = await audited([
      { name: 'a.csv', text: okxText(okx('1'), okx('2')) },
      { name: 'b.csv', text: okxText(other, okx('1')) },
    ]);
    expect(answer.total.fills).toBe(1);
    expect(answer.files.map(({ flaws }) => flaws)).toEqual([
      [{ line: 3, flaw: 'conflict', text: '1' }],
      [
        { line: 3, flaw: 'conflict', text: '1' },
        { line: 4, flaw: 'conflict', text: '1' },
      ],
    ]);
    expect(counts(answer)).toEqual([
      { ...none, rows: 2, fills: 1, flawed: 1 },
      { ...none, rows: 2, fills: 0, flawed: 2 },
    ]);
    expect(rows).toEqual(['1:3 conflict', '1:4 counts', '2:3 conflict', '2:4 conflict']);
    expect(isTold).toBe(true);
  });

  it('are the fills of a file without ids that says the same, whichever comes first', async () => {
    const withIds = { name: 'a.csv', text: okxText(okx('1'), okx('2')) };
    const without = {
      name: 'b.csv',
      text: 'Time(UTC),Symbol,Side,Price,Quantity,Fee,Fee Coin\n2025-10-10 21:01:10,ATOM-USDT,Sell,3.5,2,-0.01,USDT\n',
      said: { venue: 'okx' as never, kind: 'spot' as const },
    };
    for (const given of [
      [withIds, without],
      [without, withIds],
    ])
      expect((await audited(given)).answer.total.fills).toBe(2);
  });
});

describe('orders beside their trades', () => {
  const ORDERS = 'Time(UTC),Order ID,Symbol,Side,Average Price,Filled,Status';
  const order = (id: string): string => `2025-10-10 21:01:20,${id},ATOM-USDT,Sell,3.5,2,Filled`;
  const said = { venue: 'okx' as never, kind: 'spot' as const };
  const orders = (...ids: readonly string[]) => ({
    name: 'orders.csv',
    text: [ORDERS, ...ids.map(order)].join('\n'),
    said,
  });
  const trades = { name: 'trades.csv', text: okxText(okx('1', { order: '77' }), okx('2', { order: '78' })) };

  it('are left out where a trade names the order, whichever file comes first', async () => {
    for (const given of [
      [orders('77', '78'), trades],
      [trades, orders('77', '78')],
    ]) {
      const { answer, isTold } = await audited(given);
      expect([answer.total.fills, answer.ordersBesideTrades, isTold]).toEqual([2, [], false]);
      const own = answer.files.find(({ fills, ordersOfTrades }) => fills === 2 && ordersOfTrades === 2);
      expect(own?.leftOut.map(({ why, text }) => [why, text])).toEqual([
        ['order', '77'],
        ['order', '78'],
      ]);
    }
  });

  it('count and are told where no trade names the order', async () => {
    const { answer, isTold } = await audited([orders('77', '80'), trades]);
    expect(answer.total.fills).toBe(3);
    expect(answer.ordersBesideTrades).toEqual([{ account: 'B', venue: 'okx', orders: 1 }]);
    expect(isTold).toBe(true);
    expect((await audited([orders('80')])).answer.ordersBesideTrades).toEqual([]);
  });
});

/** How often each text stands in the list that has it most often: what a set of files must come to. */
function union(files: readonly (readonly string[])[]): readonly string[] {
  const most = new Map<string, number>();
  for (const rows of files)
    for (const one of new Set(rows))
      most.set(one, Math.max(most.get(one) ?? 1, rows.filter((other) => other === one).length));
  return [...most].flatMap(([one, times]) => Array.from({ length: times }, () => one));
}

describe('a set of fills over several files of an account', () => {
  const figures = ({ total }: AuditAnswer) => [total.fills, total.fees, total.unmeasured];

  it('comes to the totals of the whole, however the files overlap and in whatever order they are given', async () => {
    // Rows of different kinds and seconds have different fees.
    const seconds = fc.array(fc.tuple(fc.integer({ min: 10, max: 20 }), fc.integer({ min: 0, max: 2 })), {
      minLength: 1,
      maxLength: 12,
    });
    const spans = fc.array(fc.tuple(fc.integer({ min: 10, max: 20 }), fc.integer({ min: 0, max: 10 })), {
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(seconds, spans, fc.boolean(), async (list, cuts, isReversed) => {
        const whole = list.map(([second, kind]) => ({
          second,
          text: row(second, '3', 'SELL', `${String(2 ** ((second - 10) * 3 + kind))}USDT`),
        }));
        const ends = [10, ...cuts.map(([from]) => from).sort((a, b) => a - b), 21];
        // Pieces that follow one another, and spans that overlap them.
        const pieces = [
          ...ends.slice(1).map((to, i) => [ends[i] ?? 10, to] as const),
          ...cuts.map(([from, length]) => [from, from + length] as const),
        ].map(([from, to]) => whole.filter(({ second }) => second >= from && second < to).map(({ text }) => text));
        const files = isReversed ? pieces.toReversed() : pieces;
        const given = files.map((rows, i) => ({ name: `${String(i)}.csv`, text: textOf(...rows) }));
        const { answer } = await audited(given);
        const all = (await audited([{ name: 'whole.csv', text: textOf(...whole.map(({ text }) => text)) }])).answer;
        expect(figures(answer)).toEqual(figures(all));
        expect(answer.total.fills).toBe(union(files).length);
      }),
      { numRuns: 60 },
    );
  });

  it('comes to its trade ids, however they are spread', async () => {
    const files = fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 6 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(files, async (ids) => {
        const given = ids.map((list, i) => ({
          name: `${String(i)}.csv`,
          text: okxText(...list.map((id) => okx(String(id), { amount: String(id) }))),
        }));
        expect((await audited(given)).answer.total.fills).toBe(new Set(ids.flat()).size);
      }),
      { numRuns: 60 },
    );
  });
});

describe('keys', () => {
  it('give equal texts one place and others another, over many more than they began with', () => {
    const keys = new Keys();
    const texts = Array.from({ length: 20_000 }, (_, i) => `fill ${String(i)}`);
    expect(texts.map((text) => keys.place(text))).toEqual(texts.map((_, i) => i));
    expect(texts.map((text) => keys.place(text))).toEqual(texts.map((_, i) => i));
    expect(keys.size).toBe(20_000);
    // FNV-1a of 64 bits as its authors publish it (draft-eastlake-fnv, appendix C).
    expect(['', 'a', 'foobar'].map(hashed)).toEqual([
      [0xcbf29ce4, 0x84222325],
      [0xaf63dc4c, 0x8601ec8c],
      [0x85944171, 0xf73967e8],
    ]);
  });
});
