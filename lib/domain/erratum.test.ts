import { describe, expect, it } from 'vitest';
import { concerns, type ErratumScope, type Statement } from './erratum';

const MINUTE: ErratumScope = { asset: 'ATOM', from: '2025-10-10T21:20Z', to: '2025-10-10T21:21Z', venue: null };
const WINDOW: Statement = {
  assets: ['ATOM'],
  from: '2025-10-10T20:00Z',
  to: '2025-10-11T00:00Z',
  venues: ['binance', 'okx'],
};

describe('an erratum concerns a statement', () => {
  it.each([
    ['that has its minute', MINUTE, WINDOW, true],
    ['of another asset not', { ...MINUTE, asset: 'DOGE' }, WINDOW, false],
    ['whose window ends where it begins not', MINUTE, { ...WINDOW, to: '2025-10-10T21:20Z' }, false],
    ['whose window begins where it ends not', MINUTE, { ...WINDOW, from: '2025-10-10T21:21Z' }, false],
    ['of its venue', { ...MINUTE, venue: 'okx' }, WINDOW, true],
    ['of other venues not', { ...MINUTE, venue: 'kraken' }, WINDOW, false],
    ['of every venue', { ...MINUTE, venue: 'kraken' }, { ...WINDOW, venues: undefined }, true],
    ['of every asset', MINUTE, { ...WINDOW, assets: undefined }, true],
    ['of several assets, its own among them', MINUTE, { ...WINDOW, assets: ['DOGE', 'ATOM'] }, true],
    ['of several assets, its own not among them, not', MINUTE, { ...WINDOW, assets: ['DOGE', 'BTC'] }, false],
    [
      'from a minute on',
      { ...MINUTE, asset: null, to: null },
      { ...WINDOW, from: '2026-01-01T00:00Z', to: '2026-01-02T00:00Z' },
      true,
    ],
    [
      'before that minute not',
      { ...MINUTE, to: null },
      { ...WINDOW, from: '2025-01-01T00:00Z', to: '2025-01-02T00:00Z' },
      false,
    ],
    ['whatever it is, where nothing limits it', { asset: null, from: null, to: null, venue: null }, WINDOW, true],
  ] as const)('%s', (_, scope, statement, does) => {
    expect(concerns(scope, statement)).toBe(does);
  });
});
