import { describe, expect, it } from 'vitest';
import { emptyColumns } from '../domain/candle';
import type { Instant } from '../domain/instant';
import type { MarketColumns } from '../domain/marketColumns';
import { MINUTES_PER_DAY, minute, minuteRange } from '../domain/minute';
import { spot } from '../store/testing/testAnswers';
import type { Moment } from './moment';
import { sameDataOf } from './sameData';

const days = (count: number) => minuteRange(minute(0), minute(count * MINUTES_PER_DAY));
const columns = (): readonly MarketColumns[] => [
  { market: spot('kraken', 'ATOM', 'USD'), source: 'rest', candles: emptyColumns(days(1)) },
];
const moment = (asOf?: Instant): Pick<Moment, 'markets' | 'asOf'> => ({ markets: [], asOf });

describe('what questions have in common while nothing is written', () => {
  it('is read once, also by questions asked at once', async () => {
    const now = moment();
    let reads = 0;
    const read = async (): Promise<readonly MarketColumns[]> => {
      reads += 1;
      await Promise.resolve();
      return columns();
    };
    const [first, second] = await Promise.all([1, 2].map(() => sameDataOf(now).columns('ATOM', days(1), read)));
    expect(second).toBe(first);
    expect(await sameDataOf(now).columns('ATOM', days(1), read)).toBe(first);
    expect(reads).toBe(1);
    await sameDataOf(now).columns('BTC', days(1), read);
    await sameDataOf(now).columns('ATOM', days(2), read);
    expect(reads).toBe(3);
  });

  it('is read again once the list of markets is another', async () => {
    const [before, after] = [moment(), moment()];
    const first = await sameDataOf(before).columns('ATOM', days(1), () => Promise.resolve(columns()));
    const second = await sameDataOf(after).columns('ATOM', days(1), () => Promise.resolve(columns()));
    expect(second).not.toBe(first);
  });

  it('is read over the own connection where another reader could not', async () => {
    const now = moment();
    const failing = sameDataOf(now).columns('ATOM', days(1), () => Promise.reject(new Error('the connection broke')));
    const mine = sameDataOf(now).columns('ATOM', days(1), () => Promise.resolve(columns()));
    await expect(failing).rejects.toThrow('the connection broke');
    expect(await mine).toHaveLength(1);
  });

  it('is not remembered as of an instant, nor columns of long ranges', async () => {
    let reads = 0;
    const read = (): Promise<readonly MarketColumns[]> => Promise.resolve((reads += 1) > 0 ? columns() : []);
    const then = moment(Date.UTC(2026, 0, 1) as Instant);
    await sameDataOf(then).columns('ATOM', days(1), read);
    await sameDataOf(then).columns('ATOM', days(1), read);
    expect(reads).toBe(2);
    const now = moment();
    await sameDataOf(now).columns('ATOM', days(32), read);
    await sameDataOf(now).columns('ATOM', days(32), read);
    expect(reads).toBe(4);
  });
});
