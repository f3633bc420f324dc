import { describe, expect, it } from 'vitest';
import { formatMinute } from '../domain/minute';
import { marksParameters, marksPath, readMarks, sharedMarksPath } from './marks';
import { searchIn } from './query';

const WINDOW = { from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' } as const;
const WBETH = { asset: 'wbeth', venue: 'binance', ...WINDOW } as const;

describe('what marks are asked of', () => {
  it('is by default three peers, and the ratio of the venue’s own book over the day before', () => {
    const read = readMarks(WBETH);
    expect(read.ok && { ...read.value, ratioBefore: formatMinute(read.value.ratioBefore) }).toMatchObject({
      asset: 'WBETH',
      venue: 'binance',
      minPeers: 3,
      ratio: 'own',
      ratioMinutes: 1_440,
      ratioBefore: '2025-10-10T00:00Z',
      asOf: undefined,
    });
  });

  it.each([
    ['', 'asset=WBETH&venue=binance&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z'],
    [
      'minPeers=2&ratio=1.0812&ratioMinutes=60&ratioBefore=2025-10-10T20:00Z',
      'asset=WBETH&venue=binance&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z&minPeers=2&ratio=1.0812&ratioMinutes=60&ratioBefore=2025-10-10T20:00Z',
    ],
    ['minPeers=3&ratio=own', 'asset=WBETH&venue=binance&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z'],
  ])('is written in one spelling: %s', (more, written) => {
    const read = readMarks({ ...WBETH, ...Object.fromEntries(searchIn(more)) });
    expect(read.ok && marksParameters(read.value)).toBe(written);
    const again = readMarks(Object.fromEntries(searchIn(written)));
    expect(again).toEqual(read);
  });

  it.each([
    [{ asset: undefined }, 'missing-asset'],
    [{ asset: 'ATOM' }, 'not-one-of'],
    [{ venue: 'Binance!' }, 'not-a-venue'],
    [{ to: undefined }, 'range-end-missing'],
    [{ to: '2025-10-13T00:00Z' }, 'range-too-long'],
    [{ minPeers: '1' }, 'not-a-peer-count'],
    [{ ratio: '0' }, 'not-a-ratio'],
    [{ ratio: 'fair' }, 'not-a-ratio'],
    [{ ratio: '1e3' }, 'not-a-ratio'],
    [{ ratioMinutes: '59' }, 'not-a-whole-number'],
    [{ ratioMinutes: '2881' }, 'not-a-whole-number'],
    // A mark may not rest on what came later, nor on a ratio of long before.
    [{ ratioBefore: '2025-10-10T20:01Z' }, 'minute-outside-window'],
    [{ ratioBefore: '2025-10-03T19:59Z' }, 'minute-outside-window'],
    [{ quantity: '10' }, 'unknown-name'],
    [{ loan: '30000' }, 'unknown-name'],
    [{ level: '1.05' }, 'unknown-name'],
  ])('is refused where it is %j', (change, kind) => {
    expect(readMarks({ ...WBETH, ...change })).toMatchObject({ ok: false, error: { kind } });
  });
});

describe('the page’s address', () => {
  it('is sent on where a form wrote it, empty fields left out and times in one spelling', () => {
    const typed = searchIn('asset=WBETH&from=2025-10-10+20:00&ratioBefore=2025-10-10+19:00&minPeers=');
    expect(sharedMarksPath(typed)).toBe('/collateral?asset=WBETH&from=2025-10-10T20:00Z&ratioBefore=2025-10-10T19:00Z');
    expect(sharedMarksPath(searchIn('asset=WBETH'))).toBeUndefined();
    expect(marksPath([])).toBe('/collateral');
  });
});
