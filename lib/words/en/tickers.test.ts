import { describe, expect, it } from 'vitest';
import type { AssetEntry } from '../../domain/asset/types';
import type { Asset } from '../../domain/market';
import { uncertainTicker } from './tickers';

const entry = (asset: string, name = asset): AssetEntry => ({ asset: asset as Asset, name, nature: { kind: 'plain' } });

describe('a ticker that is not used says why, and the mend', () => {
  it.each([
    [
      'bithumb',
      'TON',
      { kind: 'collision', candidates: [entry('TON', 'Toncoin'), entry('TOKAMAK', 'Tokamak Network')] } as const,
      {
        cause: 'TON may be TON (Toncoin) or TOKAMAK (Tokamak Network)',
        mend: 'say which in assets.json: an alias of TON or of TOKAMAK with venue "bithumb"',
      },
    ],
    [
      'binance',
      'LUNA',
      { kind: 'unknown', of: [entry('LUNC', 'Terra Classic'), entry('LUNA')] } as const,
      {
        cause: 'LUNA is not mapped for this date (elsewhere it means LUNC (Terra Classic) or LUNA)',
        mend: 'add it to assets.json: an alias with venue "binance"',
      },
    ],
    [
      'gate',
      'AT-OM',
      { kind: 'unknown', of: [] } as const,
      {
        cause: "AT-OM cannot be an asset's code",
        mend: 'name it in assets.json: an alias of an asset with venue "gate"',
      },
    ],
  ])('%s %s', (venue, ticker, meaning, words) => {
    expect(uncertainTicker(venue, ticker, meaning)).toEqual(words);
  });
});
