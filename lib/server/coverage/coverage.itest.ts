import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverageAnswer } from '../../api/overview';
import { at } from '../../store/testing/testAnswers';
import type { Context } from '../context';
import { deviations } from '../deviations/deviations';
import { minuteOf } from '../minutes/minute';
import { coverage } from './coverage';
import { windowOf } from './window';
import { asset, fourVenues, type FourVenues, NINE, question, valueOf, venue } from '../testing/fourVenues';

let stored: FourVenues;
let context: Context;
beforeAll(async () => {
  stored = await fourVenues();
  ({ context } = stored);
});
afterAll(() => stored.drop());

describe('what has no data', () => {
  it('is a problem of 404 with its mend, for an asset, a venue and a reference venue', async () => {
    const noData = { ok: false, status: 404, code: 'not-held' };
    const outcomes = [
      await deviations(context, question({ asset: asset('IOTX') })),
      await minuteOf(context, question({ asset: asset('IOTX') }), at(NINE)),
      await coverage(context, asset('IOTX')),
      await windowOf(context, asset('IOTX')),
    ];
    // The stored candles are simulated, so it is the command of the rehearsal.
    const message = 'No data for IOTX; load some with `plumbline ingest IOTX --from T --to T --rehearsal`';
    for (const outcome of outcomes) expect(outcome).toMatchObject({ ...noData, message });
    expect(await deviations(context, question({ venues: [venue('binance'), venue('kucoin')] }))).toMatchObject({
      ...noData,
      message: expect.stringMatching(
        /^No data for ATOM on KuCoin; `plumbline coverage ATOM --rehearsal` lists/,
      ) as string,
    });
    expect(
      await minuteOf(context, question({ reference: { kind: 'venue', venue: venue('kucoin') } }), at(NINE)),
    ).toMatchObject({
      ...noData,
      message: expect.stringMatching(
        /^No data for a spot market of ATOM on KuCoin, so it cannot be the reference;/,
      ) as string,
    });
  });
});

describe('the coverage', () => {
  it('tells asked from never asked, no trade from quarantined, and counts revisions', async () => {
    const found = coverageAnswer.parse(valueOf(await coverage(context)));
    expect([found.simulated, found.assets.map(({ asset: code }) => code)]).toEqual([true, ['ATOM', 'DOGE', 'XRP']]);
    const [atom, doge] = found.assets;
    expect(atom?.markets[0]).toEqual({
      venue: 'binance',
      market: 'ATOM/USD',
      kind: 'spot',
      source: 'simulated',
      answeredMinutes: 11,
      traded: 10,
      noTrade: 1,
      moved: 0,
      setAside: 0,
      quarantined: 0,
      revised: 0,
      ranges: [
        { from: '2025-10-10T21:00Z', to: '2025-10-10T21:04Z' },
        { from: '2025-10-10T21:05Z', to: '2025-10-10T21:12Z' },
      ],
    });
    expect(atom?.markets[1]).toMatchObject({
      venue: 'coinbase',
      answeredMinutes: 12,
      traded: 12,
      noTrade: 0,
      revised: 1,
    });
    expect(doge?.markets[0]).toMatchObject({
      venue: 'gate',
      answeredMinutes: 2,
      traded: 2,
      noTrade: 0,
      setAside: 1,
      quarantined: 1,
    });
  });

  it('of one asset leaves the others out', async () => {
    expect(valueOf(await coverage(context, asset('DOGE'))).assets.map(({ asset: code }) => code)).toEqual(['DOGE']);
  });
});

describe('the window an asset opens with', () => {
  it('is the event’s where there is data of any of it, else the last day with data', async () => {
    expect(valueOf(await windowOf(context, asset('ATOM'))).range).toEqual({
      from: at('2025-10-10T20:00Z'),
      to: at('2025-10-11T00:00Z'),
    });
    expect(valueOf(await windowOf(context, asset('XRP'))).range).toEqual({
      from: at('2025-09-02T12:00Z'),
      to: at('2025-09-03T12:00Z'),
    });
  });
});
