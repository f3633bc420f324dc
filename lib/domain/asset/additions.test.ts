import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Asset, Venue } from '../market';
import { minuteAt, type Minute } from '../minute';
import { flawOfTable, withAssets } from './check';
import { assetAt, assetEntry, defaultEnter, installAssets, isUsdStable, knownAssets } from './index';
import { registryOf, type AssetRegistry } from './registry';
import { SEED } from './seed';
import type { Alias, AssetAddition, AssetTable } from './types';
import { brokenPromise } from '../unit';

const asset = (code: string): Asset => code as Asset;
const at = (text: string): Minute => minuteAt(Date.parse(text));
const binance = 'binance' as Venue;
const gate = 'gate' as Venue;
const EVENT = at('2025-10-10T21:20Z');
const FROM = at('2017-01-01T00:00Z');
const TO = at('2027-01-01T00:00Z');
const anyMinute = fc.integer({ min: FROM, max: TO }).map((count) => count as Minute);
const shipped = registryOf(SEED);

const alias = (ticker: string, venue: string | undefined, from?: Minute, to?: Minute): Omit<Alias, 'asset'> => ({
  ticker,
  venue: venue as Venue | undefined,
  from,
  to,
});
const adds = (code: string, ...aliases: readonly Omit<Alias, 'asset'>[]): AssetAddition => ({
  asset: asset(code),
  name: undefined,
  nature: undefined,
  aliases,
});

function registry(...additions: readonly AssetAddition[]): AssetRegistry {
  const read = withAssets(additions);
  if (!read.ok) throw brokenPromise(read.error);
  return read.value;
}

describe('a user’s alias', () => {
  it('counts in its own half-open time; outside it what is shipped counts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('ATOM', 'MATIC', 'LUNA', 'NEVERHEARD'),
        anyMinute,
        anyMinute,
        anyMinute,
        (ticker, a, b, minute) => {
          fc.pre(a !== b);
          const [from, to] = a < b ? [a, b] : [b, a];
          const mine = registry(adds('XYZ', alias(ticker, 'binance', from, to)));
          const meaning = mine.assetAt(binance, ticker, minute);
          if (minute >= from && minute < to) expect(meaning).toEqual({ kind: 'known', asset: 'XYZ' });
          else if (ticker === 'NEVERHEARD') expect(meaning).toMatchObject({ kind: 'unknown', of: [{ asset: 'XYZ' }] });
          else expect(meaning.kind).toBe(shipped.assetAt(binance, ticker, minute).kind);
          expect(mine.assetAt(gate, 'ATOM', minute)).toEqual({ kind: 'known', asset: 'ATOM' });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('for every venue gives way to what is known of one venue', () => {
    const mine = registry(adds('XYZ', alias('LUNA', undefined)));
    expect(mine.assetAt(gate, 'LUNA', EVENT)).toEqual({ kind: 'known', asset: 'XYZ' });
    expect(mine.assetAt(binance, 'LUNA', EVENT)).toEqual({ kind: 'known', asset: 'LUNA' });
  });

  it('may be written as the venue writes it: Upbit’s TON', () => {
    const mine = registry(adds('TON', alias('TON', 'upbit')));
    expect(mine.assetAt('upbit' as Venue, 'TON', EVENT)).toEqual({ kind: 'known', asset: 'TON' });
    expect(mine.assetAt('upbit' as Venue, 'Tokamak Network', EVENT)).toEqual({ kind: 'known', asset: 'TON' });
  });

  it('of a new asset leaves its own code its ticker everywhere else', () => {
    const mine = registry(adds('XYZ', alias('X', 'gate')));
    expect(mine.assetAt(binance, 'XYZ', EVENT)).toEqual({ kind: 'known', asset: 'XYZ' });
    expect(mine.assetAt(binance, 'X', EVENT).kind).toBe('unknown');
  });
});

describe('the check of a table', () => {
  const table = (change: Partial<AssetTable>): AssetTable => ({ ...SEED, ...change });
  const foo = { asset: asset('FOO'), name: 'Foo', nature: { kind: 'plain' } } as const;

  it.each([
    [
      'two entries of one asset',
      table({ entries: [...SEED.entries, foo, foo] }),
      { kind: 'asset-twice', asset: 'FOO' },
    ],
    [
      'an alias of an asset without an entry',
      table({ aliases: [{ ...alias('X', 'gate'), asset: asset('FOO') }] }),
      { kind: 'asset-without-entry', asset: 'FOO' },
    ],
    [
      'a ticker that is two assets at once, unsaid',
      table({
        entries: [...SEED.entries, foo],
        aliases: [...SEED.aliases, { ...alias('MATIC', 'binance', at('2024-09-13T09:59Z')), asset: asset('FOO') }],
      }),
      { kind: 'ticker-ambiguous', ticker: 'MATIC', venue: 'binance' },
    ],
    [
      'an underlying that does not exist',
      table({
        entries: [...SEED.entries, { ...foo, nature: { kind: 'wrapped', underlying: asset('BAR'), accrues: false } }],
      }),
      { kind: 'underlying-without-entry', asset: 'FOO', underlying: 'BAR' },
    ],
  ])('finds %s', (_, broken, flaw) => {
    expect(flawOfTable(broken)).toMatchObject(flaw);
  });
});

describe('the registry of a process', () => {
  afterEach(() => {
    globalThis.plumblineAssets = undefined;
  });
  const mine = registry({ asset: asset('XYZ'), name: 'Xyz', nature: { kind: 'stable', of: 'USD' }, aliases: [] });

  it('is the shipped one where none was installed', () => {
    expect(assetEntry(asset('XYZ'))).toEqual({ asset: 'XYZ', name: 'XYZ', nature: { kind: 'plain' } });
    expect(knownAssets()).toHaveLength(SEED.entries.length);
  });

  it('answers from what was installed at its start', () => {
    installAssets(mine);
    expect(assetEntry(asset('XYZ')).name).toBe('Xyz');
    expect(isUsdStable('XYZ')).toBe(true);
    expect(assetAt(gate, 'XYZ', EVENT)).toEqual({ kind: 'known', asset: 'XYZ' });
    expect(knownAssets()).toHaveLength(SEED.entries.length + 1);
  });

  it('is not changed once it was read', () => {
    assetEntry(asset('ATOM'));
    expect(() => {
      installAssets(mine);
    }).toThrow('read before it was installed');
    expect(() => {
      installAssets(registry());
    }).not.toThrow();
  });

  it('does not move the default entry level, which links leave out', () => {
    installAssets(
      registry(
        { asset: asset('ATOM'), name: undefined, nature: { kind: 'pegged' }, aliases: [] },
        { asset: asset('USDE'), name: undefined, nature: { kind: 'plain' }, aliases: [] },
      ),
    );
    expect(assetEntry(asset('ATOM')).nature.kind).toBe('pegged');
    expect([defaultEnter(asset('ATOM')), defaultEnter(asset('USDE'))]).toEqual([0.02, 0.01]);
  });
});
