import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverageAnswer } from '../../api/coverage';
import type { Asset, Venue } from '../../domain/market';
import type { MinuteRange } from '../../domain/minute';
import { ledgerOf } from '../../store/ledger/ledger';
import { at } from '../../store/testing/testAnswers';
import type { Ran } from '../testing/commandLine';
import { storedAtom, type StoredAtom } from '../testing/storedAtom';
import { strictly } from '../../api/testing/strictly';

let stored: StoredAtom;
const run = (...argv: readonly string[]): Promise<Ran> => stored.run(...argv);
beforeAll(async () => {
  stored = await storedAtom();
});
afterAll(() => stored.drop());

describe('coverage --json', () => {
  it('is of the contract: asked ranges, traded and untraded minutes', async () => {
    const { code, stdout, stderr } = await run('coverage', 'ATOM', '--json');
    expect([code, stderr]).toEqual([0, '']);
    const found = strictly(coverageAnswer).parse(JSON.parse(stdout));
    expect(found.assets[0]?.markets[0]).toMatchObject({
      venue: 'binance',
      market: 'ATOM/USD',
      source: 'file',
      answeredMinutes: 4,
      traded: 3,
      noTrade: 1,
      ranges: [{ from: '2025-10-10T21:00Z', to: '2025-10-10T21:04Z' }],
    });
  });
});

describe('coverage in words', () => {
  it('says shares and ranges of what was answered', async () => {
    const { code, stdout, stderr } = await run('coverage', 'ATOM');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^ATOM\n {2}Binance ATOM\/USD \(imported file\): 3 min with trades \(75 %\), 1 without\n {4}answered: 100 % of 2025-10-10T21:00Z to 2025-10-10T21:04Z \(4 min\), requested 2026-/,
    );
  });

  it('names failed requests with their cause, and what was never requested', async () => {
    const market = { venue: 'gate' as Venue, base: 'IOTX' as Asset, quote: 'USDT', kind: 'spot' } as const;
    const range = (from: string, to: string): MinuteRange => ({
      from: at(`2025-10-10T${from}Z`),
      to: at(`2025-10-10T${to}Z`),
    });
    const askedAtMs = Date.UTC(2026, 0, 1);
    await ledgerOf(stored.db).record([
      {
        market,
        source: 'rest',
        asked: range('21:00', '21:10'),
        candles: [],
        quarantined: [],
        askedAtMs,
        provenance: [],
      },
    ]);
    await ledgerOf(stored.db).attempted([
      {
        market,
        source: 'rest',
        asked: range('21:30', '21:40'),
        outcome: 'failed',
        cause: 'HTTP 503 five times',
        askedAtMs,
      },
    ]);
    expect((await run('coverage', 'IOTX')).stdout).toBe(
      [
        'IOTX',
        '  Gate IOTX/USDT (REST klines): 0 min with trades (0 %), 10 without',
        '    answered: 100 % of 2025-10-10T21:00Z to 2025-10-10T21:10Z (10 min), requested 2026-01-01T00:00Z',
        '    failed: 2025-10-10T21:30Z to 2025-10-10T21:40Z, last requested 2026-01-01T00:00Z: HTTP 503 five times',
        '    never requested: 2025-10-10T21:10Z to 2025-10-10T21:30Z',
        '',
      ].join('\n'),
    );
  });
});
