import { describe, expect, it } from 'vitest';
import { openLog, readLog } from '../../claims/orderLog/read';
import { Tally } from '../../claims/orderLog/tally';
import { recognise, rowsOf, type ClaimFile } from '../../claims/reading/file';
import type { Row } from '../../claims/fill';
import { written } from '../../domain/decimal';
import { CLAIMED_ACCOUNT } from '../../domain/events/claimedAccount';
import { fillsText } from './fills';
import { orderLogText } from './orderLog';

const fileOf = (name: string, text: string): ClaimFile => ({
  name,
  async *chunks() {
    yield await Promise.resolve(new TextEncoder().encode(text));
  },
});

describe('the files of the worked example', () => {
  it('are read as any export of USD-M trades: twelve sales, nothing flawed, nothing asked', async () => {
    const file = fileOf('example.csv', fillsText());
    const found = await recognise(file);
    expect(found?.layout).toMatchObject({ format: 'binance-futures-trades', zone: { east: 0, by: 'column' } });
    const rows: Row[] = [];
    if (found !== undefined) for await (const some of rowsOf(file, found.layout, {})) rows.push(...some);
    expect(rows).toHaveLength(12);
    for (const row of rows)
      expect(row).toMatchObject({
        kind: 'fill',
        side: 'sell',
        isFixed: false,
        book: { venue: 'binanceusdm', kind: 'perp', quote: 'USDT' },
      });
    const [first] = rows;
    expect(first?.kind === 'fill' ? written(first.price) : '').toBe('0.19');
  });

  it('are read as any log: every entry an order, its zone its own, refused but for the twelve', async () => {
    const file = fileOf('example.jsonl', orderLogText());
    const { layout, asked } = await openLog(file);
    expect(asked).toEqual([]);
    const tally = new Tally();
    await readLog(file, layout, {}, tally);
    expect(tally.counts).toMatchObject({ accepted: 12, rejected: 240, withoutCode: 0, flawed: 0 });
    const minutes = tally.counts.minutes.map(({ minute }) => minute * 60_000);
    expect(Math.min(...minutes)).toBe(Date.parse(CLAIMED_ACCOUNT.from));
    expect(Math.max(...minutes)).toBeLessThan(Date.parse(CLAIMED_ACCOUNT.to));
    const codes = tally.counts.minutes.flatMap((one) => one.codes.map(({ code }) => code.code));
    expect([...new Set(codes)].toSorted()).toEqual(['-1008', '-2010', '-2022', '-4118', '503']);
  });
});
