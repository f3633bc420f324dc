import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { crashScenario } from '../../simulator/crash/scenario';
import { startSimulator } from '../../simulator/server';
import type { Ran } from '../testing/commandLine';
import { storedAtom, WINDOW, type StoredAtom } from '../testing/storedAtom';

let stored: StoredAtom;
const run = (...argv: readonly string[]): Promise<Ran> => stored.run(...argv);
beforeAll(async () => {
  stored = await storedAtom();
});
afterAll(() => stored.drop());

/** A clock by which the days, and the quarter, of the crash are over: archives have published them. */
const LATER = Date.UTC(2026, 0, 2);
vi.mock(import('../../processes/simulatorChild'), () => ({
  startSimulatorChild: () => startSimulator({ scenario: crashScenario(), nowMs: () => LATER }),
}));

describe('ingest --sources archive', () => {
  it("stores HTX's daily candles beside those of its interface, minute by minute the same", async () => {
    const ingested = await run(
      ...['ingest', 'ATOM', '--venues', 'htx', ...WINDOW, '--sources', 'rest,archive', '--rehearsal'],
    );
    expect([ingested.code, ingested.stdout]).toEqual([0, '']);
    expect((await run('revisions', 'ATOM', ...WINDOW, '--rehearsal')).stdout).toMatch(
      /^ {2}HTX ATOM\/USDT, simulated REST klines and simulated official archive: 4 compared, 4 identical, 0 differ$/m,
    );
  });

  it("stores Kraken's quarterly candles, which its interface no longer has", async () => {
    const { code } = await run(
      ...['ingest', 'ATOM', '--venues', 'kraken', ...WINDOW, '--sources', 'archive', '--rehearsal'],
    );
    expect(code).toBe(0);
    expect((await run('coverage', 'ATOM', '--rehearsal')).stdout).toMatch(
      /^ {2}Kraken ATOM\/USD \(simulated official archive\): 4 min with trades/m,
    );
  });
});
