import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RevisionsAnswer } from '../../api/revisions';
import { revisions, type RevisionsAsked } from './revisions';
import { range } from '../../store/testing/testAnswers';
import type { FreshDatabase } from '../../store/testing/testDatabase';
import type { Context } from '../context';
import { asset, NINE, recorded, revisionsOf } from '../testing/recorded';

let db: FreshDatabase;
let context: Context;
beforeAll(async () => {
  ({ db, context } = await recorded());
});
afterAll(() => db.drop());

const asked = (change: Partial<RevisionsAsked> = {}): Promise<RevisionsAnswer> => revisionsOf(context, change);

describe('revisions in time', () => {
  it('tell what stood there and what stands there now, when each was seen, and by how much they differ', async () => {
    const { revised, revisions: list } = await asked();
    expect(revised).toBe(2);
    expect(list[0]).toMatchObject({
      asset: 'ATOM',
      venue: 'binance',
      market: 'ATOM/USDT',
      source: 'rest',
      minute: '2025-10-10T21:01Z',
      before: { low: 100, high: 100 },
      after: { low: 90, high: 100 },
      firstSeen: '2026-01-01T00:00Z',
      seenAgain: '2026-01-02T00:00Z',
      fields: ['low'],
      low: -0.1,
      high: 0,
      price: -0.1,
      volume: 0,
    });
    expect(list[1]).toMatchObject({
      asset: 'XRP',
      minute: '2025-10-10T21:02Z',
      before: { close: 2 },
      after: null,
      price: null,
    });
  });

  it('are those of the asset and the range asked for', async () => {
    expect((await asked({ asset: asset('XRP') })).revisions.map(({ asset: code }) => code)).toEqual(['XRP']);
    expect((await asked({ range: range(NINE + 2, NINE + 3) })).revisions.map(({ asset: code }) => code)).toEqual([
      'XRP',
    ]);
  });
});

describe('the quarantine', () => {
  it('is listed with reason and row as it came', async () => {
    const { quarantined, quarantine } = await asked({ asset: asset('XRP') });
    expect([quarantined, quarantine]).toEqual([
      1,
      [
        {
          asset: 'XRP',
          venue: 'okx',
          market: 'XRP/USDT',
          kind: 'spot',
          source: 'rest',
          minute: '2025-10-10T21:01Z',
          reason: 'low 0 is not above 0',
          raw: '[1760130060000,"2","2","0","2","10"]',
          seen: '2026-01-01T00:00Z',
        },
      ],
    ]);
    expect((await asked({ range: range(0, 10) })).quarantined).toBe(0);
  });
});

describe('what cannot be asked', () => {
  it('is a problem of one line: more than 31 days, an asset without data', async () => {
    expect(await revisions(context, { limit: 10, range: range(0, 31 * 1_440 + 1) })).toMatchObject({
      ok: false,
      status: 400,
      message: 'the range 2025-10-10T00:00Z to 2025-11-10T00:01Z is longer than 31 days; choose a shorter one',
    });
    expect(await revisions(context, { limit: 10, range: range(0, 31 * 1_440) })).toMatchObject({ ok: true });
    expect(await revisions(context, { limit: 10, asset: asset('IOTX') })).toMatchObject({
      ok: false,
      status: 404,
      code: 'not-held',
    });
  });
});
