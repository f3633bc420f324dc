import { describe, expect, it } from 'vitest';
import type { Asset } from '../../domain/market';
import { minuteRange, parseMinute } from '../../domain/minute';
import { promised } from '../../domain/unit';
import { comparedNotes, cutNote, timeframesNote } from './revisionNotes';

const atom = { asset: 'ATOM', name: 'ATOM', from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z', markets: 2 };

describe('the notes on revisions', () => {
  it.each([
    ['revisions', 19_999, []],
    ['revisions', 20_000, []],
    [
      'revisions',
      20_001,
      ['There are more revisions than the newest 20,000 listed here. Choose a range to see others.'],
    ],
    [
      'quarantined',
      20_001,
      ['There are more quarantined rows than the newest 20,000 listed here. Choose a range to see others.'],
    ],
  ] as const)('of %s: %i read of at most 20,000', (what, read, notes) => {
    expect(cutNote(what, read, 20_000)).toEqual(notes);
  });

  it('say over which minutes sources are compared', () => {
    const of = (compared: Parameters<typeof comparedNotes>[0]['compared']): string =>
      comparedNotes({ compared, range: undefined, asset: undefined }).join(' ');
    expect(of([atom])).toBe(
      'Revisions and quarantined rows cover all time. Sources are compared from 2025-10-10 20:00 to 2025-10-11 00:00 UTC.',
    );
    expect(of([atom, { ...atom, to: '2025-10-10T23:00Z' }])).toContain('over the default window of each asset');
  });

  it('say over which minutes longer candles are compared, where any are stored', () => {
    const range = minuteRange(promised(parseMinute('2025-10-10T20:00Z')), promised(parseMinute('2025-10-11T00:00Z')));
    expect(timeframesNote(0, range)).toEqual([]);
    expect(timeframesNote(3, range)).toEqual([
      'Longer candles are compared with their minutes from 2025-10-10 20:00 to 2025-10-11 00:00 UTC.',
    ]);
    expect(timeframesNote(3, undefined)).toEqual([
      'Longer candles are compared with their minutes over the default window of each asset.',
    ]);
  });

  it('say that there is nothing to compare', () => {
    expect(comparedNotes({ compared: [], range: undefined, asset: 'ATOM' as Asset })).toEqual([
      'Revisions and quarantined rows cover all time. No market of ATOM has data from more than one source in the default window, so there are no sources to compare.',
    ]);
  });
});
