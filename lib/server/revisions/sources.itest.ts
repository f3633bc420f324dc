import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RevisionsAnswer } from '../../api/revisions';
import type { RevisionsAsked } from './revisions';
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

describe('sources of one market', () => {
  it('are compared with the one that answered most, minutes alike, differing and of one alone counted', async () => {
    const { pairs, compared } = await asked({ asset: asset('ATOM') });
    expect(compared).toEqual([
      {
        asset: 'ATOM',
        name: expect.any(String) as string,
        from: '2025-10-10T20:00Z',
        to: '2025-10-11T00:00Z',
        markets: 1,
      },
    ]);
    const named = { asset: 'ATOM', venue: 'binance', market: 'ATOM/USDT', kind: 'spot', source: 'rest' };
    // The second minute was revised in the klines alone: it differs from both others.
    expect(pairs).toEqual([
      {
        ...named,
        other: 'archive',
        compared: 5,
        alike: 2,
        differing: 3,
        priceDiffers: 2,
        onlySourceTraded: 0,
        onlyOtherTraded: 1,
        volumeDiffers: 0,
        onlySource: 5,
        onlyOther: 0,
      },
      {
        ...named,
        other: 'ui',
        compared: 8,
        alike: 5,
        differing: 3,
        priceDiffers: 2,
        onlySourceTraded: 0,
        onlyOtherTraded: 0,
        volumeDiffers: 1,
        onlySource: 2,
        onlyOther: 0,
      },
    ]);
  });

  it('are listed minute by minute, the worst first, with both candles', async () => {
    const { differing, differences } = await asked({ asset: asset('ATOM') });
    expect(differing).toBe(6);
    expect(
      differences.map(({ minute, other, low, price, volume }) => [minute.slice(11), other, low, price, volume]),
    ).toEqual(
      [
        ['21:00Z', 'ui', 0.96, 0.96, 0],
        ['21:00Z', 'archive', 0.5, 0.5, 0],
        ['21:01Z', 'archive', 100 / 90 - 1, 100 / 90 - 1, 0],
        ['21:01Z', 'ui', 100 / 90 - 1, 100 / 90 - 1, 0],
        ['21:03Z', 'archive', null, null, null],
        ['21:05Z', 'ui', 0, 0, 0.1],
      ].map(([minute, other, ...ratios]) => [
        minute,
        other,
        ...ratios.map((ratio) => (typeof ratio === 'number' ? (expect.closeTo(ratio, 12) as unknown) : ratio)),
      ]),
    );
    expect(differences[0]).toMatchObject({
      source: 'rest',
      fields: ['low'],
      said: { low: 50, baseVolume: 10, quoteVolume: null },
      otherSaid: { low: 98 },
    });
    expect(differences[4]).toMatchObject({ said: null, otherSaid: { open: 100 } });
  });

  it('are cut at the limit, the count being of all', async () => {
    const { differing, differences } = await asked({ limit: 2 });
    expect([differing, differences.map(({ low }) => low)]).toEqual([6, [0.96, 0.5]]);
  });

  it('are compared in the range asked for, and nowhere else', async () => {
    const { pairs, range: said, notes } = await asked({ asset: asset('ATOM'), range: range(NINE + 2, NINE + 4) });
    expect(pairs.map(({ other, compared, differing }) => [other, compared, differing])).toEqual([
      ['archive', 2, 1],
      ['ui', 2, 0],
    ]);
    expect(said).toEqual({ from: '2025-10-10T21:02Z', to: '2025-10-10T21:04Z' });
    expect(notes).toEqual([
      'Revisions and quarantined rows cover 2025-10-10 21:02 to 2025-10-10 21:04 UTC. Sources are compared from 2025-10-10 21:02 to 2025-10-10 21:04 UTC.',
    ]);
  });

  it('are not listed in minutes that only one of them was ever asked for', async () => {
    expect((await asked({ asset: asset('ATOM'), range: range(NINE + 8, NINE + 10) })).pairs).toEqual([]);
    expect(
      (await asked({ asset: asset('ATOM'), range: range(NINE + 5, NINE + 10) })).pairs.map(
        ({ other, compared, onlySource }) => [other, compared, onlySource],
      ),
    ).toEqual([['ui', 3, 2]]);
  });

  it('cannot be compared where only one is stored, and the answer says so', async () => {
    expect(await asked({ asset: asset('XRP') })).toMatchObject({
      pairs: [],
      differences: [],
      notes: [
        'Revisions and quarantined rows cover all time. No market of XRP has data from more than one source in the default window, so there are no sources to compare.',
      ],
    });
  });
});
