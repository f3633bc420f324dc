import { describe, expect, it } from 'vitest';
import { EVENTS } from '../domain/events/presets';
import type { Asset } from '../domain/market';
import { FALL_LEVELS } from '../domain/contagion';
import {
  contagionParameters,
  contagionPath,
  eventFallsPath,
  readContagion,
  readFall,
  sharedContagionPath,
} from './contagion';
import { searchIn } from './query';

const GIVEN = { asset: 'atom', from: '2025-10-10T21:00Z', to: '2025-10-10T22:00Z' };
const fieldsOf = (path: string): Record<string, string> => Object.fromEntries(searchIn(path.split('?')[1] ?? ''));

describe('the address of first falls', () => {
  it('is read as it is written, with the asset in capitals', () => {
    const read = readContagion({ ...GIVEN, asOf: '2026-01-31T08:15Z' });
    expect(read.ok && contagionParameters(read.value)).toBe(
      'asset=ATOM&from=2025-10-10T21:00Z&to=2025-10-10T22:00Z&asOf=2026-01-31T08:15Z',
    );
    expect(read.ok && readContagion(fieldsOf(contagionPath(read.value)))).toEqual(read);
  });

  it.each([
    [{ ...GIVEN, venues: 'okx' }, 'unknown-name'],
    [{ from: GIVEN.from, to: GIVEN.to }, 'missing-asset'],
    [{ ...GIVEN, asset: 'A/B' }, 'not-an-asset'],
    [{ asset: 'ATOM', from: GIVEN.from }, 'range-end-missing'],
    [{ ...GIVEN, to: GIVEN.from }, 'range-reversed'],
    [{ ...GIVEN, to: '2025-10-17T21:01Z' }, 'range-too-long'],
    [{ ...GIVEN, asOf: 'yesterday' }, 'not-a-time'],
  ] as const)('%j is refused: %s', (fields, kind) => {
    expect(readContagion(fields)).toMatchObject({ ok: false, error: { kind } });
  });

  it('names the fall that is drawn only where it is not the usual one', () => {
    const read = readContagion(GIVEN);
    expect(read.ok && FALL_LEVELS.map((fall) => fieldsOf(contagionPath(read.value, fall))['fall'])).toEqual([
      '0.05',
      undefined,
      '0.2',
      '0.5',
    ]);
    expect(readFall(undefined)).toMatchObject({ ok: true, value: 0.1 });
    expect(readFall('0.3')).toMatchObject({ ok: false });
  });

  it('leaves out what a form sent empty', () => {
    expect(sharedContagionPath(searchIn('asset=ATOM&from=&to='))).toBe('/contagion?asset=ATOM');
    expect(sharedContagionPath(searchIn('asset=ATOM'))).toBeUndefined();
  });

  it('of an event has a window of it, however short the event is', () => {
    for (const { window } of EVENTS) {
      const read = readContagion(fieldsOf(eventFallsPath('BTC' as Asset, window)));
      expect(read.ok && [read.value.range.from >= window.from, read.value.range.to === window.to]).toEqual([
        true,
        true,
      ]);
    }
  });
});
