import { describe, expect, it } from 'vitest';
import type { Asset, Source } from '../../domain/market';
import { minuteRange } from '../../domain/minute';
import { repairOf, type Known } from './repair';
import { at, ATOM, T } from '../testing/page';

const known = (change: Partial<Known>): Known => ({
  market: ATOM,
  source: 'rest',
  answered: [],
  unanswered: [],
  quarantined: [],
  ...change,
});
const repair = async (...all: readonly Known[]): Promise<readonly unknown[]> =>
  (await repairOf(['ATOM' as Asset], { known: () => Promise.resolve(all) })).map(({ road, range }) => [
    road,
    range.from - T,
    range.to - T,
  ]);

describe('a repair asks again only for the gaps', () => {
  it('between a market’s first and last answered minute', async () => {
    expect(
      await repair(
        known({ answered: [minuteRange(at(0), at(10)), minuteRange(at(20), at(30)), minuteRange(at(31), at(40))] }),
      ),
    ).toEqual([
      ['rest', 10, 20],
      ['rest', 30, 31],
    ]);
  });

  it('that were asked for and not answered, beyond what was answered too', async () => {
    expect(
      await repair(
        known({
          answered: [minuteRange(at(0), at(10))],
          unanswered: [minuteRange(at(5), at(15)), minuteRange(at(50), at(60))],
        }),
      ),
    ).toEqual([
      ['rest', 10, 15],
      ['rest', 50, 60],
    ]);
  });

  it('and for the minutes in quarantine, until a sound row has come for them', async () => {
    expect(
      await repair(known({ answered: [minuteRange(at(0), at(10))], quarantined: [at(4), at(10), at(11)] })),
    ).toEqual([['rest', 10, 12]]);
  });

  it('by the road on which the rest came; a user’s file is not asked again', async () => {
    const gap: Partial<Known> = { answered: [minuteRange(at(0), at(1)), minuteRange(at(2), at(3))] };
    const sources: readonly Source[] = ['simulated-trades', 'file', 'ui', 'simulated'];
    expect(await repair(...sources.map((source) => known({ ...gap, source })))).toEqual([
      ['rest', 1, 2],
      ['trades', 1, 2],
      ['ui', 1, 2],
    ]);
  });

  it('and for nothing where nothing lacks', async () => {
    expect(await repair(known({ answered: [minuteRange(at(0), at(10))] }), known({}))).toEqual([]);
  });
});
