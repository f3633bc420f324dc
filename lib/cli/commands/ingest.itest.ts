import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { coverageAnswer } from '../../api/coverage';
import type { FaultPlan } from '../../simulator/faults';
import type { Ran } from '../testing/commandLine';
import { storedAtom, WINDOW, type StoredAtom } from '../testing/storedAtom';

let stored: StoredAtom;
const run = (...argv: readonly string[]): Promise<Ran> => stored.run(...argv);
beforeAll(async () => {
  stored = await storedAtom();
});
afterAll(() => stored.drop());

/** What goes wrong in the simulator that `ingest --rehearsal` starts. */
let faults: FaultPlan = [];
vi.mock('../../simulator/server', async (original) => {
  const { startSimulator } = await original<typeof import('../../simulator/server')>();
  return { startSimulator: (options: Parameters<typeof startSimulator>[0]) => startSimulator({ ...options, faults }) };
});
beforeEach(() => {
  faults = [];
});

describe('ingest', () => {
  const ingest = ['ingest', 'ATOM', '--venues', 'bybit,okx', ...WINDOW, '--rehearsal'];

  it('ends with 3 where a venue refuses, names it once as missing, and brings in the rest', async () => {
    faults = [{ fault: { kind: 'geo-block' }, venue: 'bybit' }];
    const { code, stdout, stderr } = await run(...ingest);
    expect([code, stdout]).toEqual([3, '']);
    const lines = stderr.trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('missing: '))).toEqual([
      expect.stringMatching(
        /^missing: Bybit: refused the request \(HTTP 451: .*\); run the same ingest again later, from a network the venue serves/,
      ),
    ]);
    expect(lines.at(-1)).toMatch(/^2 venues, .* Bybit refused, 1 gap$/);
    const held = coverageAnswer.parse(JSON.parse((await run('coverage', 'ATOM', '--json', '--rehearsal')).stdout));
    expect(held.simulated).toBe(true);
    expect(
      held.assets[0]?.markets.map(({ venue, source, answeredMinutes }) => [venue, source, answeredMinutes]),
    ).toEqual([
      ['bybit', 'simulated', 0],
      ['okx', 'simulated', 4],
    ]);
    expect(held.assets[0]?.markets[0]?.kept?.inVain).toMatchObject([
      { from: '2025-10-10T21:00Z', to: '2025-10-10T21:04Z', outcome: 'refused' },
    ]);
  });

  it('goes on with the refused venue in the next run, and ends with 0', async () => {
    const { code, stderr } = await run(...ingest);
    expect(code).toBe(0);
    expect(stderr).not.toContain('missing: ');
    expect((await run('coverage', 'ATOM', '--rehearsal')).stdout).toMatch(
      /^SIMULATED prices\. No exchange published them\.\nATOM\n.*Bybit ATOM\/USDT \(simulated REST klines\): 4 min with trades/,
    );
  });

  it('never lets simulated candles meet real ones', async () => {
    const { assets } = coverageAnswer.parse(JSON.parse((await run('coverage', '--json')).stdout));
    expect(
      assets
        .flatMap(({ markets }) => markets.map(({ source }) => source))
        .filter((source) => source.startsWith('simulated')),
    ).toEqual([]);
  });
});
