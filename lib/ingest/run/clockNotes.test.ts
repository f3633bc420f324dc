import { describe, expect, it } from 'vitest';
import type { Venue } from '../../domain/market';
import { clockNotes } from './clockNotes';

const run = (venue: string, aheadMs: number | undefined) => ({ venue: venue as Venue, aheadMs });

describe('the clock of this machine', () => {
  it.each([
    [[run('okx', 12 * 60_000 + 1_500)], /12 min behind/],
    [[run('okx', -2 * 86_400_000)], /2 d ahead of/],
    [[run('okx', 61_000), run('binance', 3_600_000), run('kraken', undefined)], /1 min behind/],
    [[run('okx', -61_000), run('binance', -62_000), run('kraken', 0)], /1 min ahead of/],
  ])('is said to be off where most venues that were reached say so: %#', (runs, said) => {
    const notes = clockNotes(runs);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(said);
    expect(notes[0]).toMatch(/OKX.*NTP/);
  });

  it.each([
    [[]],
    [[run('okx', undefined)]],
    [[run('okx', 59_999), run('binance', -59_999)]],
    [[run('okx', 3_600_000), run('binance', 0)]],
    [[run('okx', 3_600_000), run('binance', -3_600_000)]],
  ])('is not, where fewer do: %#', (runs) => {
    expect(clockNotes(runs)).toEqual([]);
  });
});
