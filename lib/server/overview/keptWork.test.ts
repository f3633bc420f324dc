import { describe, expect, it } from 'vitest';
import type { Asset, Market, Venue } from '../../domain/market';
import type { Day } from '../../domain/minute';
import type { ChangedBook } from '../../store/changes/changes';
import { collecting, Reading, restsOn } from '../../store/connection/reading';
import { KeptWork } from './keptWork';

const market = (base: string): Market => ({
  venue: 'kraken' as Venue,
  base: base as Asset,
  quote: 'USD',
  kind: 'spot',
});
const DAY = 20_000 as Day;
let writes = 1;
const written = (base: string): ChangedBook => {
  writes += 1;
  return {
    market: market(base),
    source: 'rest',
    version: writes,
    isNew: false,
    whole: false,
    wholeVersion: 1,
    days: [{ day: DAY, version: writes }],
  };
};

/** Work that rests on a day of ATOM, and what is written when it is next asked. */
function kept() {
  const pending: ChangedBook[] = [];
  const work = new KeptWork<{ readonly made: number }>(() => Promise.resolve({ xmin: '1', books: pending.splice(0) }));
  let made = 0;
  const make = () => {
    restsOn({ books: [{ market: market('ATOM'), source: 'rest', first: DAY, last: DAY }] });
    made += 1;
    return Promise.resolve({ made });
  };
  return { pending, work, make, take: () => work.take('one', make) };
}

describe('what is made of the stored data', () => {
  it('is made once, and again once a day it rests on was written', async () => {
    const { take, pending } = kept();
    expect((await take()).made).toBe(1);
    expect((await take()).made).toBe(1);
    pending.push(written('ATOM'));
    expect((await take()).made).toBe(2);
  });

  it('stays where something else was written', async () => {
    const { take, pending } = kept();
    await take();
    pending.push(written('DOGE'));
    expect((await take()).made).toBe(1);
  });

  it('is not kept where its day was written while it was made', async () => {
    const { work, make, pending, take } = kept();
    const first = work.take('one', async () => {
      const value = await make();
      pending.push(written('ATOM'));
      // Another question is told of the write while this is still being made.
      await work.take('two', make);
      return value;
    });
    expect((await first).made).toBe(1);
    expect((await take()).made).toBe(3);
  });

  it('makes whoever asks rest on the same, made or kept', async () => {
    const { take } = kept();
    for (let i = 0; i < 2; i += 1) {
      const reading = new Reading();
      await collecting(reading, take);
      expect(reading.rests).toMatchObject({ everything: false, books: [{ market: { base: 'ATOM' } }] });
    }
  });

  it('is never kept where a read failed, or where it is not worth it', async () => {
    const { work, make } = kept();
    const fleeting = () => {
      restsOn({ isFleeting: true });
      return make();
    };
    expect((await work.take('one', fleeting)).made).toBe(1);
    expect((await work.take('one', make, () => false)).made).toBe(2);
    expect((await work.take('one', make)).made).toBe(3);
  });

  it('is forgotten once the database did not answer', async () => {
    let isAway = false;
    const work = new KeptWork<{ readonly made: number }>(() =>
      isAway ? Promise.reject(new Error('away')) : Promise.resolve({ xmin: '1', books: [] }),
    );
    let made = 0;
    const take = () =>
      work.take('one', () => {
        restsOn({ bases: ['ATOM' as Asset] });
        made += 1;
        return Promise.resolve({ made });
      });
    await take();
    isAway = true;
    await expect(take()).rejects.toThrow('away');
    isAway = false;
    expect((await take()).made).toBe(2);
  });
});
