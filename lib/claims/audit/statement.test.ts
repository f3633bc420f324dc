import { beforeAll, describe, expect, it } from 'vitest';
import { written } from '../decimal';
import type { FillBook, Row } from '../fill';
import { recognise, rowsOf, type ClaimFile } from '../reading/file';
import type { Said } from '../reading/layout';
import { bookOf, eventMarket } from '../testing/event';
import { madeExport, type Made } from '../testing/exports';
import type { FormatId } from '../reading/formats';
import type { Market } from './market';
import { Stating, type Statement } from './statement';
import { Surveying, type Survey } from './survey';
import { zoneFinding } from './zones';

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
    parts.map(({ key, sum }) => [key, { worse: written(sum.worse, 2), better: written(sum.better, 2) }]),
  );

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
    expect([written(all.worse, 2), written(all.better, 2), all.within]).toEqual([
      known.worse,
      known.better,
      known.within,
    ]);
    expect([...all.unmeasured.values()].reduce((a, b) => a + b, 0)).toBe(known.unmeasured);
    expect(of(statement.assets)).toMatchObject(known.byAsset);
    expect(Object.fromEntries([...all.fees].map(([currency, amount]) => [currency, written(amount, 2)]))).toEqual(
      known.fees,
    );
    expect([all.outsideCandle, all.withCandle > 300]).toEqual([0, true]);
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
