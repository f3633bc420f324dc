import { describe, expect, it } from 'vitest';
import { refusalWords } from '../words/refusals';
import { readScan } from './scan';

const DAY = { from: '2025-10-10T00:00Z', to: '2025-10-11T00:00Z' };

describe('a scan', () => {
  it('ranks every asset by depth where nothing else is asked', () => {
    expect(readScan(DAY)).toMatchObject({
      ok: true,
      value: {
        reference: 'own',
        rank: 'depth',
        limit: 100,
        assets: undefined,
        venues: undefined,
        kinds: undefined,
        side: undefined,
        certainty: undefined,
        leastDepth: 0,
        leastPeers: 0,
      },
    });
  });

  it('takes filters, each name once, in an order of its own', () => {
    expect(
      readScan({
        ...DAY,
        rank: 'area',
        reference: 'wrapped',
        assets: 'wbeth,BNSOL,WBETH',
        venues: 'okx,binance',
        kinds: 'perp,spot',
        side: 'below',
        certainty: 'within-rate,certain',
        depth: '0.1',
        peers: '3',
        limit: '5',
      }),
    ).toMatchObject({
      ok: true,
      value: {
        rank: 'area',
        reference: 'wrapped',
        assets: ['BNSOL', 'WBETH'],
        venues: ['binance', 'okx'],
        kinds: ['spot', 'perp'],
        side: 'below',
        certainty: ['certain', 'within'],
        leastDepth: 0.1,
        leastPeers: 3,
        limit: 5,
      },
    });
  });

  it('asks for today’s data where it names no moment, else for the data of the moment', () => {
    expect(readScan(DAY)).toMatchObject({ ok: true, value: { asOf: undefined } });
    expect(readScan({ ...DAY, asOf: '2026-01-31T08:15:30Z' })).toMatchObject({
      ok: true,
      value: { asOf: Date.UTC(2026, 0, 31, 8, 15, 30) },
    });
  });

  it.each([
    [{}, '"from" is missing'],
    [{ ...DAY, asOf: 'yesterday' }, '"yesterday" is not a time; write UTC like'],
    [{ ...DAY, rank: 'height' }, 'rank is "height"; it takes depth, duration, area or volume'],
    [{ ...DAY, reference: 'venue:binance' }, 'reference is "venue:binance"; it takes own, others, wrapped or peg'],
    [{ ...DAY, certainty: 'sure' }, 'certainty is "sure"; it takes certain, weak or within-rate'],
    [{ ...DAY, side: 'left' }, 'side is "left"; it takes below or above'],
    [{ ...DAY, kinds: 'spot,option' }, 'kinds is "option"'],
    [{ ...DAY, depth: '-0.1' }, 'depth is "-0.1"'],
    [{ ...DAY, depth: '11' }, 'depth is "11"'],
    [{ ...DAY, peers: '1.5' }, 'peers is "1.5"'],
    [{ ...DAY, limit: '0' }, 'limit is "0"; it takes a whole number from 1 to 10000'],
    [{ ...DAY, venue: 'okx' }, '"venue" is not a parameter here'],
    [{ ...DAY, assets: 'AT-OM' }, '"AT-OM" is not an asset'],
    [{ ...DAY, to: '2027-10-11T00:00Z' }, 'longer than 366 days'],
  ])('is refused with the mend: %j', (fields, said) => {
    const read = readScan(fields);
    expect(read.ok ? 'read' : refusalWords(read.error)).toContain(said);
  });
});
