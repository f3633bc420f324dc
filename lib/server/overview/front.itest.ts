import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heroSentence } from '../../words/front';
import { overview } from '../coverage/overview';
import { fourVenues, valueOf, type FourVenues } from '../testing/fourVenues';
import { front, sparksOf } from './front';
import { heatGridOf } from './heat';
import { sketch } from './sketch';

let stored: FourVenues;
beforeAll(async () => {
  stored = await fourVenues();
});
afterAll(() => stored.drop());

const shown = async () => front(valueOf(await overview(stored.context)), (asked) => sketch(stored.context, asked));

describe('the first screen', () => {
  it('is of ATOM in the event, drawn at two widths, and of no asset that did not stray', async () => {
    const { hero, multiples, simulated } = await shown();
    expect(simulated).toBe(true);
    expect(hero?.isOfEvent).toBe(true);
    expect(hero?.facts).toMatchObject({ asset: 'ATOM', from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' });
    // Binance at 50 while the three others stood at 100, 100 and 104.
    expect(hero === undefined ? '' : heroSentence(hero.facts)).toBe(
      'At 21:01 UTC on 10 October 2025, ATOM traded at 50 USD on Binance, 50.00 % below the other venues’ median.',
    );
    for (const svg of [hero?.chart.wide, hero?.chart.narrow]) expect(svg).toContain('SIMULATED');
    expect(hero?.chart.others).toBe(3);
    // Linear from 6 % of the span of prices, 50 to 104, below the lowest.
    expect(hero?.chart.axis).toBeCloseTo(46.76, 10);
    expect(multiples.map(({ facts }) => facts.asset)).toEqual(['ATOM']);
    // 61 minutes after 20:00; nothing was asked before 21:00.
    expect(multiples[0]?.spark?.low.slice(59, 62)).toEqual([null, 0, -0.5]);
  });

  it('is of the deepest episode of anything stored where the event is not', async () => {
    const found = valueOf(await overview(stored.context));
    const elsewhere = {
      ...found,
      assets: found.assets.map((one) => ({ ...one, window: { from: '2025-09-01T00:00Z', to: '2025-09-02T00:00Z' } })),
    };
    const { hero } = await front(elsewhere, (asked) => sketch(stored.context, asked));
    expect(hero).toMatchObject({ isOfEvent: false, facts: { asset: 'ATOM', deepest: { venue: 'binance' } } });
  });

  it('is not there where nothing strayed', async () => {
    const found = valueOf(await overview(stored.context));
    expect(await front({ ...found, assets: [], deepest: [] }, (asked) => sketch(stored.context, asked))).toMatchObject({
      hero: undefined,
      multiples: [],
    });
  });
});

describe('a list of episodes', () => {
  it('has the deviations of each in the window it leads to, and those of its own venue', async () => {
    const { deepest } = valueOf(await overview(stored.context));
    let drawings = 0;
    const sparks = await sparksOf(deepest, (asked) => {
      drawings += 1;
      return sketch(stored.context, asked);
    });
    // Both episodes lie in one window of one asset.
    expect(drawings).toBe(1);
    const of = (venue: string) => {
      const one = deepest.find((episode) => episode.venue === venue);
      return sparks[`${one?.asset ?? ''}/${one?.id ?? ''}`];
    };
    // 240 minutes in 48 buckets: 21:00 begins the thirteenth, 21:05 the fourteenth, 21:10 the fifteenth, which ends what was asked.
    expect(of('binance')?.low.slice(11, 16)).toEqual([null, -0.5, 0, 0, null]);
    expect(of('okx')?.high.slice(11, 16)).toEqual([null, 0.04, 0.04, 0.04, null]);
  });
});

describe('the grid of assets and venues', () => {
  it('has the deepest of each venue, and tells no episode from no data', async () => {
    const found = valueOf(await overview(stored.context));
    const { venues, rows } = await heatGridOf(stored.context, found);
    expect(venues).toEqual(['binance', 'okx', 'coinbase', 'kraken']);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.cells).toEqual([
      expect.objectContaining({ venue: 'binance', peak: -0.5, peakMinute: '2025-10-10T21:01Z' }),
      expect.objectContaining({ venue: 'okx' }),
      'held',
      'held',
    ]);
    expect(rows[0]?.cells[0]).toMatchObject({ href: expect.stringMatching(/^\/ATOM\/2025-10-10T21:01Z\?/) as string });
  });
});
