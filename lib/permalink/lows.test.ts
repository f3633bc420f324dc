import { describe, expect, it } from 'vitest';
import { promised } from '../domain/unit';
import { refusalWords } from '../words/refusals';
import { lowsParameters, lowsPath, readLows, sharedLowsPath } from './lows';

const WINDOW = { from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' };

describe('who stood lowest', () => {
  it('is asked of every asset, as known now, where nothing else is said', () => {
    expect(readLows(WINDOW)).toEqual({
      ok: true,
      value: {
        range: { from: Date.UTC(2025, 9, 10, 20) / 60_000, to: Date.UTC(2025, 9, 11) / 60_000 },
        assets: undefined,
        asOf: undefined,
      },
    });
  });

  it('is written as it is read', () => {
    const fields = { ...WINDOW, assets: 'wbeth,ATOM,WBETH', asOf: '2026-01-31T08:15:30Z' };
    expect(lowsParameters(promised(readLows(fields)))).toBe(
      'from=2025-10-10T20:00Z&to=2025-10-11T00:00Z&assets=ATOM,WBETH&asOf=2026-01-31T08:15:30Z',
    );
  });

  it.each([
    [{ from: WINDOW.from }, '"to" is missing'],
    [{ ...WINDOW, to: WINDOW.from }, 'empty or reversed'],
    [{ ...WINDOW, assets: 'AT-OM' }, '"AT-OM" is not an asset'],
    [{ ...WINDOW, asOf: 'yesterday' }, '"yesterday" is not a time'],
    [{ ...WINDOW, venues: 'okx' }, '"venues" is not a parameter here; the parameters are from, to, assets, asOf'],
  ])('is refused with the mend: %j', (fields, said) => {
    const read = readLows(fields);
    expect(read.ok ? 'read' : refusalWords(read.error)).toContain(said);
  });

  it('has an address to share without what a form left empty', () => {
    expect(sharedLowsPath(new URLSearchParams('from=2025-10-10+20:00&to=2025-10-11T00:00Z&assets='))).toBe(
      '/lows?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z',
    );
    expect(sharedLowsPath(new URLSearchParams('from=2025-10-10T20:00Z'))).toBeUndefined();
    expect(lowsPath([])).toBe('/lows');
  });
});
