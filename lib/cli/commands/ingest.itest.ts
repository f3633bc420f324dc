import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { coverageAnswer } from '../../api/coverage';
import { crashScenario } from '../../simulator/crash/scenario';
import type { FaultPlan } from '../../simulator/faults';
import { startSimulator } from '../../simulator/server';
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
vi.mock(import('../../processes/simulatorChild'), () => ({
  startSimulatorChild: () => startSimulator({ scenario: crashScenario(), faults }),
}));
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
    const covered = coverageAnswer.parse(JSON.parse((await run('coverage', 'ATOM', '--json', '--rehearsal')).stdout));
    expect(covered.simulated).toBe(true);
    expect(
      covered.assets[0]?.markets.map(({ venue, source, answeredMinutes }) => [venue, source, answeredMinutes]),
    ).toEqual([
      ['bybit', 'simulated', 0],
      ['okx', 'simulated', 4],
      ['okx', 'simulated', 4],
    ]);
    expect(covered.assets[0]?.markets[0]?.kept?.inVain).toMatchObject([
      { from: '2025-10-10T21:00Z', to: '2025-10-10T21:04Z', outcome: 'refused' },
    ]);
  });

  it('goes on with the refused venue in the next run, and ends with 0', async () => {
    const { code, stderr } = await run(...ingest);
    expect(code).toBe(0);
    expect(stderr).not.toContain('missing: ');
    expect((await run('coverage', 'ATOM', '--rehearsal')).stdout).toMatch(
      /^SIMULATED prices\. No exchange published them\.\nATOM\n(?:.*\n)*? {2}Bybit ATOM\/USDT \(simulated REST klines\): 4 min with trades/,
    );
  });

  it('ends with 3 where a venue falls silent amid the crash, and --repair asks for those minutes anew', async () => {
    const window = ['--from', '2025-10-10T21:10Z', '--to', '2025-10-10T21:30Z'];
    faults = [{ fault: { kind: 'empty' }, venue: 'coinbase', path: /candles/, address: /ATOM-USD\// }];
    const { code, stderr } = await run('ingest', 'ATOM', '--venues', 'coinbase', ...window, '--rehearsal');
    expect(code).toBe(3);
    expect(stderr.split('\n').filter((line) => line.startsWith('missing: '))).toEqual([
      'missing: Coinbase ATOM/USD, 2025-10-10T21:10Z to 2025-10-10T21:30Z: answered without a row, and no row before and after shows that nothing was traded; run `plumbline ingest --repair --rehearsal` to request it again',
    ]);
    faults = [];
    expect((await run('ingest', 'ATOM', '--repair', '--rehearsal')).code).toBe(0);
    const { stdout } = await run('coverage', 'ATOM', '--rehearsal');
    expect(stdout).toMatch(/Coinbase ATOM\/USD \(simulated REST klines\): 20 min with trades/);
  });

  it('--timeframes brings in longer candles too, and `revisions` lists the one that is not its minutes', async () => {
    const hour = ['--from', '2025-10-10T21:00Z', '--to', '2025-10-10T22:00Z'];
    const { code, stderr } = await run(
      'ingest',
      'ATOM',
      '--venues',
      'binance,bybit',
      ...hour,
      '--timeframes',
      '--rehearsal',
    );
    expect(code).toBe(0);
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/answered in all, [\d,]+ longer candles recorded$/);
    const { stdout } = await run('revisions', 'ATOM', ...hour, '--rehearsal');
    expect(stdout).toContain(
      'Longer candles are compared with their minutes from 2025-10-10 21:00 to 2025-10-10 22:00 UTC.',
    );
    expect(stdout).toMatch(/^ {2}1h: \d+ compared, \d+ agree, 1 disagrees$/m);
    expect(stdout).toMatch(/^ {2}5m: (\d+) compared, \1 agree, 0 disagree$/m);
    expect(stdout).toMatch(
      /^Longer candles that differ from their minutes, largest first \(1\):\n {2}2025-10-10T21:00Z Binance ATOM\/USDT \(simulated REST klines\): minutes 0\.001 to [\d.]+, close [\d.]+; 1h candle 1\.5 to [\d.]+, close [\d.]+, seen \S+; price \+149,900 % \(low \+149,900 %, high identical\)$/m,
    );
    const [head = '', ...rows] = (await run('revisions', 'ATOM', ...hour, '--rehearsal', '--csv')).stdout
      .trimEnd()
      .split('\n');
    const cell = (name: string): string | undefined => rows[0]?.split(',')[head.split(',').indexOf(name)];
    expect(rows).toHaveLength(1);
    expect(['what', 'venue', 'minute', 'timeframe', 'first', 'lowFirst', 'lowSecond', 'fields'].map(cell)).toEqual([
      'disagreement',
      'binance',
      '2025-10-10T21:00Z',
      '1h',
      'simulated',
      '0.001',
      '1.5',
      'low',
    ]);
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
