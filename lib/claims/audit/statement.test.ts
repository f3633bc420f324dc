import { beforeAll, describe, expect, it } from 'vitest';
import { auditAnswer, sharedAudit, type AuditAnswer } from '../../api/audit';
import { MINUTE_MS, parseMinute } from '../../domain/minute';
import { promised } from '../../domain/unit';
import { sharedText } from '../../words/en/cli/audit';
import { written, type Decimal } from '../../domain/decimal';
import type { FillBook, Row } from '../fill';
import { recognise, rowsOf, type ClaimFile } from '../reading/file';
import type { Said } from '../reading/layout';
import { bookOf, eventMarket } from '../testing/event';
import { madeExport, type Made } from '../testing/exports';
import type { FormatId } from '../reading/formats';
import { cents, fraction, less, NOTHING, product, sum } from '../testing/fractions';
import type { Market } from './market';
import type { Sum } from './sums';
import { Stating, type Statement } from './statement';
import { Surveying, type Survey } from './survey';
import { auditAnswerOf } from './answer';
import { pseudonymsOf, type Pseudonyms } from './pseudonyms';
import { statementOf, surveyed, type FileReading } from './run';
import { withoutAmounts } from './withoutAmounts';
import { zoneFinding } from './zones';
import { strictly } from '../../api/testing/strictly';

/** Chunks that end in the middle of lines and of letters. */
const file = (text: string, name = 'export.csv'): ClaimFile => ({
  name,
  chunks: async function* () {
    const bytes = new TextEncoder().encode(text);
    for (let at = 0; at < bytes.length; at += 997) yield await Promise.resolve(bytes.subarray(at, at + 997));
  },
});

const SPOT = [bookOf('binance', 'ATOM', 'USDT'), bookOf('binance', 'DOGE', 'USDT')];
const FUTURES = [
  bookOf('binanceusdm', 'ATOM', 'USDT', 'perp'),
  bookOf('binancecoinm', 'ATOM', 'USD', 'perp'),
  bookOf('binancecoinm', 'DOGE', 'USD', 'perp'),
];
const OKX = [bookOf('okx', 'ATOM', 'USDT')];
const BYBIT = [bookOf('bybit', 'ATOM', 'USDT', 'perp')];

let market: Market;
beforeAll(() => {
  market = eventMarket([...SPOT, ...FUTURES, ...OKX, ...BYBIT]);
});

/** The whole audit of several files, each with its account. */
async function audit(
  files: readonly { readonly name: string; readonly text: string; readonly said?: Said }[],
): Promise<{ answer: AuditAnswer; names: Pseudonyms }> {
  const readings: FileReading[] = [];
  for (const { name, text, said = {} } of files) {
    const found = await recognise(file(text, name), said);
    if (found === undefined) throw new Error('not recognised');
    readings.push({ file: file(text, name), layout: found.layout, said });
  }
  const read = await surveyed(readings, undefined);
  const of = read.files.map((one) => ({ ...one, zone: undefined }));
  const statement = await statementOf(read, market, { mostShown: 1_000 });
  const names = pseudonymsOf(of);
  const answer = auditAnswerOf(of, market, statement, read.repeats, names);
  return { answer: strictly(auditAnswer).parse(answer), names };
}

async function read(
  text: string,
  said: Said = {},
): Promise<{ survey: Survey; statement: Statement; rows: readonly Row[] }> {
  const found = await recognise(file(text), said);
  if (found === undefined) throw new Error('not recognised');
  const [surveying, stating, rows] = [new Surveying(undefined), new Stating(market, 20), [] as Row[]];
  for await (const some of rowsOf(file(text), found.layout, said)) {
    for (const row of some) {
      rows.push(row);
      surveying.take(row);
      if (row.kind === 'fill') stating.take(row);
    }
  }
  return { survey: surveying.survey, statement: stating.statement, rows };
}

const of = (parts: Statement['assets']) =>
  Object.fromEntries(
    parts.map(({ key, sum }) => {
      const { worse, better } = moneyOf(sum);
      return [key, { worse: written(worse, 2), better: written(better, 2) }];
    }),
  );

const moneyOf = ({ money }: Sum) => {
  if (money === undefined) throw new Error('nothing was added up');
  return money;
};

describe('an export of fills at the simulated event', () => {
  it.each<[FormatId, readonly FillBook[], number]>([
    ['binance-spot-trades', SPOT, 0],
    ['binance-futures-trades', FUTURES, 0],
    ['okx-trades', OKX, 480],
    ['bybit-derivatives-trades', BYBIT, 0],
  ])('%s comes to what its generator computed in fractions, to the cent', async (format, books, east) => {
    const made: Made = madeExport(format, books, market, { seed: 7, fills: 400, east, flawEvery: 97 });
    const { survey, statement } = await read(made.text);
    const { known } = made;
    expect(survey.listed.map(({ line }) => line)).toEqual(known.flawedLines);
    expect([survey.fills, survey.flawed, survey.unknown.size]).toEqual([known.fills, known.flawedLines.length, 0]);
    const { all } = statement;
    const { worse, better, net } = moneyOf(all);
    expect([written(worse, 2), written(better, 2), all.within]).toEqual([known.worse, known.better, known.within]);
    expect([...all.unmeasured.values()].reduce((a, b) => a + b, 0)).toBe(known.unmeasured);
    expect(of(statement.assets)).toMatchObject(known.byAsset);
    expect(Object.fromEntries([...all.fees].map(([currency, amount]) => [currency, written(amount, 2)]))).toEqual(
      known.fees,
    );
    expect([all.outsideCandle, all.withCandle > 300]).toEqual([0, true]);
    const { stepMinutes, together } = statement.curves;
    expect([
      stepMinutes,
      together.map(({ from, money }) => [
        from,
        ...[money?.was, money?.atReference].map((one) => (one === undefined ? null : written(one, 2))),
      ]),
    ]).toEqual([1, known.curve.map(({ minute, was, atReference }) => [minute, was, atReference])]);
    const counted = together.reduce((sum, one) => sum + one.measured + one.within + one.unmeasured, 0);
    expect([counted, written(together.at(-1)?.money?.difference as Decimal, 2)]).toEqual([
      known.fills,
      written(net, 2),
    ]);
  });

  it('has a share of certain figures and of such within the rates’ uncertainty', async () => {
    const { statement } = await read(madeExport('binance-spot-trades', SPOT, market, { seed: 3, fills: 600 }).text);
    expect(statement.all.measured).toBeGreaterThan(100);
    expect(statement.all.within).toBeGreaterThan(10);
    expect(statement.episodes.length).toBeGreaterThan(0);
    expect(statement.shown.map(({ money }) => money === undefined)).toEqual(statement.shown.map(() => false));
  });

  it.each([480, -240, 330])(
    'written by a clock %d minutes east and read as UTC fits that zone better',
    async (east) => {
      const { text } = madeExport('binance-spot-trades', SPOT, market, { seed: 5, fills: 300, east });
      const { survey } = await read(text);
      const finding = zoneFinding(survey.sample, market, 0);
      expect(finding.better).toEqual({ east, fills: 300, inside: 300, withCandle: 300 });
      expect(finding.chosen.inside).toBeLessThan(150);
    },
  );

  it('read in its own zone is left alone', async () => {
    const { text } = madeExport('binance-spot-trades', SPOT, market, { seed: 5, fills: 300 });
    expect(zoneFinding((await read(text)).survey.sample, market, 0)).toMatchObject({
      chosen: { inside: 300, withCandle: 300 },
      better: undefined,
    });
  });

  it('holds the largest fills, whatever their place in the file', async () => {
    const { text } = madeExport('binance-spot-trades', SPOT, market, { seed: 9, fills: 300 });
    const { statement, rows } = await read(text);
    const every = new Stating(market, 1_000);
    for (const row of rows) if (row.kind === 'fill') every.take(row);
    expect(statement.shown.map(({ fill }) => fill.line)).toEqual(
      every.statement.shown.slice(0, 20).map(({ fill }) => fill.line),
    );
  });
});

describe('several accounts together', () => {
  it('have one timeline, totals of each and of all, and no name in them', async () => {
    const [ann, bob] = [11, 12].map((seed) => madeExport('binance-spot-trades', SPOT, market, { seed, fills: 120 }));
    const { answer, names } = await audit([
      { name: 'ann-binance.csv', text: (ann as Made).text, said: { account: 'Ann' } },
      { name: 'bob-binance.csv', text: (bob as Made).text, said: { account: 'Bob' } },
    ]);
    for (const [name, made] of [
      ['Ann', ann],
      ['Bob', bob],
    ] as const) {
      const known = (made as Made).known;
      const own = answer.accounts.find(({ account }) => account === names.account(name));
      expect(own).toMatchObject({ fills: 120, worse: known.worse, better: known.better });
      const points = answer.curves.accounts.find(({ account }) => account === names.account(name))?.points ?? [];
      expect(points.map(({ was, atReference }) => [was, atReference])).toEqual(
        known.curve.map(({ was, atReference }) => [was, atReference]),
      );
    }
    expect(answer.curves.together.at(-1)?.difference).toBe(answer.total.net);
    const minutes = answer.curves.together.map(({ from }) => from);
    expect(minutes).toEqual([...new Set(minutes)].sort());
    expect(JSON.stringify(answer)).not.toMatch(/ann|bob/i);
    expect(names.accounts.map(({ name }) => name).sort()).toEqual(['Ann', 'Bob']);
  });
});

describe('the official rule, from an export to its sum', () => {
  const PERP = FUTURES[0] as FillBook;
  const of = (text: string) => promised(parseMinute(text));
  const found = (text: string) => {
    const day = market.at(PERP, of(text));
    if (day === undefined || day === 'not-stored') throw new Error('outside the event');
    const at = (column: ArrayLike<number> | undefined): string => String(column?.[day.row]);
    const { open, rate, low } = day.day.series;
    return { open: at(open), rate: at(rate), low: at(low) };
  };
  const HEAD = 'Time(UTC),Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit,Type';
  const row = (minute: string, side: string, price: string, quantity: string, type = 'LIQUIDATION'): string =>
    `${new Date(of(minute) * MINUTE_MS + 5_000).toISOString().slice(0, 19).replace('T', ' ')},ATOMUSDT,${side},${price},${quantity},0,0,0,${type}`;

  it('pays a long the price at 00:00 less its own, a short the negative, never below 0, in the declared minutes alone', async () => {
    const rows = [
      row('2025-10-10T21:36Z', 'SELL', '1.25', '1000.5'),
      row('2025-10-10T22:15Z', 'BUY', '9.75', '3.25'),
      // A long that was liquidated above the later price, and a short below it: nothing.
      row('2025-10-10T21:50Z', 'SELL', '9.5', '40'),
      row('2025-10-10T21:51Z', 'BUY', '0.5', '40'),
      row('2025-10-10T21:35Z', 'SELL', '1.25', '7'),
      row('2025-10-10T22:16Z', 'SELL', '1.25', '8'),
      row('2025-10-10T21:40Z', 'SELL', '1.25', '9', 'MARKET'),
    ];
    const { answer } = await audit([{ name: 'a.csv', text: [HEAD, ...rows].join('\n') }]);
    // Opening prices of the book's own candle are in USD already; the fill's price is converted by its own minute's rate.
    const later = fraction(found('2025-10-11T00:00Z').open);
    const paid = (minute: string, price: string, quantity: string, isLong: boolean) => {
      const apart = sum(later, less(product(fraction(price), fraction(found(minute).rate))));
      return product(isLong ? apart : less(apart), fraction(quantity));
    };
    const [long, short] = [
      paid('2025-10-10T21:36Z', '1.25', '1000.5', true),
      paid('2025-10-10T22:15Z', '9.75', '3.25', false),
    ];
    expect([long.top > 0n, short.top > 0n]).toEqual([true, true]);
    expect(answer.officialRule).toMatchObject({
      from: '2025-10-10T21:36Z',
      to: '2025-10-10T22:16Z',
      priceAt: '2025-10-11T00:00Z',
      paid: 4,
      money: cents(sum(long, short)),
      outside: 2,
      outsideMeasured: 2,
      unknown: 0,
    });
    expect(answer.officialRule.fills.map(({ line, officialRule }) => [line, officialRule])).toEqual([
      [6, 'outside'],
      [2, cents(long)],
      [4, cents(NOTHING)],
      [5, cents(NOTHING)],
      [3, cents(short)],
      [7, 'outside'],
    ]);
    const outside = answer.officialRule.fills.filter(({ officialRule }) => officialRule === 'outside');
    expect(cents(outside.reduce((all, { money }) => sum(all, fraction(String(money))), NOTHING))).toBe(
      answer.officialRule.outsideMoney,
    );
  });
});

describe('fills without a figure', () => {
  const NO_SUM = { worse: null, better: null, net: null, onWeakRates: null };

  it('come to no sum of any kind: of all, by asset, episode and account, over time, and by the official rule', async () => {
    const text = [
      'Time(UTC),Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit,Type',
      // No minute of this book is there: inside and outside the hours of the rule. A symbol that nobody knows.
      '2025-10-10 21:40:01,XRPUSDT,SELL,1.25,4,5,0,0,LIQUIDATION',
      '2025-10-10 21:20:01,XRPUSDT,SELL,1.25,4,5,0,0,LIQUIDATION',
      '2025-10-10 21:20:01,???,SELL,1.25,4,5,0,0,MARKET',
    ].join('\n');
    const { answer } = await audit(
      ['Ann', 'Bob'].map((account) => ({ name: `${account}.csv`, text, said: { account } })),
    );
    expect(answer.total).toMatchObject({ fills: 6, measured: 0, ...NO_SUM });
    expect([answer.assets.length, answer.accounts.length]).toEqual([2, 2]);
    for (const one of [...answer.assets, ...answer.episodes, ...answer.accounts]) expect(one).toMatchObject(NO_SUM);
    const points = [answer.curves.together, ...answer.curves.accounts.map((one) => one.points)].flat();
    expect(points.length).toBeGreaterThan(3);
    for (const point of points) expect(point).toMatchObject({ was: null, atReference: null, difference: null });
    expect(answer.officialRule).toMatchObject({
      ...{ paid: 0, money: null, unknown: 2 },
      ...{ outside: 2, outsideMeasured: 0, outsideMoney: null },
    });
  });

  it('add nothing to a curve, which begins with the first that has one', async () => {
    const day = '2025-10-10 21:';
    const text = [
      'Date(UTC),Pair,Side,Price,Executed,Amount,Fee',
      `${day}20:01,SECRETUSDT,SELL,2,1SECRET,2USDT,0BNB`,
      `${day}21:01,ATOMUSDT,SELL,0.5,1ATOM,0.5USDT,0BNB`,
    ].join('\n');
    const { answer } = await audit([{ name: 'a.csv', text }]);
    expect(answer.curves.together.map(({ was }) => was === null)).toEqual([true, false]);
    expect(answer.total.net).toBe(answer.curves.together[1]?.difference);
  });
});

describe('a result without amounts', () => {
  it('has no digit of any amount, no price, no name and no text of the file', async () => {
    const made = madeExport('binance-spot-trades', SPOT, market, { seed: 21, fills: 200, flawEvery: 50 });
    const strange = '2025-10-10 21:40:37,SECRETCOINUSDT,SELL,3.1415926,2718.281SECRETCOIN,8.5397342USDT,0.57721BNB';
    const { answer } = await audit([
      { name: 'secret-name.csv', text: `${made.text}${strange}\r\n`, said: { account: 'Secret Person' } },
    ]);
    const shared = strictly(sharedAudit).parse(withoutAmounts(answer));
    const texts = [JSON.stringify(shared), sharedText(shared)];
    const amounts = [
      ...made.text
        .split('\r\n')
        .slice(1)
        .flatMap((line) => line.match(/\d[\d,]*\.\d+/g) ?? []),
      ...answer.fills.flatMap(({ money, quantity, price, fee, priceUsd, reference }) => [
        money ?? '',
        quantity,
        price,
        fee ?? '',
        String(priceUsd ?? ''),
        String(reference ?? ''),
      ]),
      ...[answer.total, ...answer.assets, ...answer.episodes].flatMap(({ worse, better, net, onWeakRates, fees }) => [
        ...[worse, better, net, onWeakRates].map(String),
        ...Object.values(fees),
      ]),
      ...answer.curves.together.flatMap(({ was, atReference, difference }) =>
        [was, atReference, difference].map(String),
      ),
      '2718',
      '57721',
    ].filter((amount) => amount.replace(/\D/g, '').length > 3 && Number(amount) !== 0);
    expect(amounts.length).toBeGreaterThan(1_000);
    for (const text of texts) {
      for (const amount of amounts) expect(text).not.toContain(amount.replace('-', ''));
      expect(text).not.toMatch(/secret/i);
      for (const [clock] of made.text.matchAll(/\d\d:\d\d:\d\d/g)) expect(text).not.toContain(clock);
    }
    expect(shared.total).toMatchObject({ fills: 201, measured: answer.total.measured });
    expect(shared.fills).toHaveLength(201);
    expect(shared.fills.filter(({ deviation }) => deviation !== null).length).toBeGreaterThan(50);
    expect(shared.fills.map(({ minute }) => minute)).toEqual(shared.fills.map(({ minute }) => minute).sort());
  });
});
