import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deviationsAnswer } from '../../api/deviations';
import type { Ran } from '../testing/commandLine';
import { commandProcess } from '../testing/commandProcess';
import { refusal, storedAtom, WINDOW, type StoredAtom } from '../testing/storedAtom';
import { strictly } from '../../api/testing/strictly';

let stored: StoredAtom;
const run = (...argv: readonly string[]): Promise<Ran> => stored.run(...argv);
beforeAll(async () => {
  stored = await storedAtom();
});
afterAll(() => stored.drop());

describe('analyze', () => {
  it('--json prints one object of the contract, and nothing else anywhere', async () => {
    const { code, stdout, stderr } = await run('analyze', 'ATOM', ...WINDOW, '--json');
    expect([code, stderr]).toEqual([0, '']);
    const found = strictly(deviationsAnswer).parse(JSON.parse(stdout));
    expect(found).toMatchObject({
      method: 2,
      asset: 'ATOM',
      from: '2025-10-10T21:00Z',
      to: '2025-10-10T21:04Z',
      currency: 'USD',
      reference: 'others',
      minPeers: 3,
      enter: 0.02,
      simulated: false,
    });
    expect(found.series[0]).toMatchObject({
      venue: 'binance',
      low: [100, 50, null, 100],
      referenceLow: [100, 100, 100, 100],
      peers: [3, 3, 3, 3],
      dLow: [0, -0.5, null, 0],
      missing: [null, null, 'no-trade', null],
    });
    expect(found.episodes).toHaveLength(1);
  });

  it('--json has every field the contract document shows, in a market, a series, an episode and a fall', async () => {
    const found = JSON.parse((await run('analyze', 'ATOM', ...WINDOW, '--json')).stdout) as Record<
      string,
      Record<string, unknown>[]
    >;
    const fields: Readonly<Record<string, string>> = {
      markets: 'venue market kind source traded noTrade notFetched rate',
      series: 'venue minutes low referenceLow peers dLow dHigh dClose outside missing',
      episodes:
        'id venue side start end spanMinutes minutesBeyond minutesClosedBeyond unknownMinutes peak peakMinute peakPrice peakReference peakClose peakOutside areaPctMinutes recoveryMinutes baseVolume usdVolume volumeShare peersAtPeak minPeers censored certainty uncertaintyAtPeak rateRuleAtPeak',
      falls: 'venue market kind fall excess',
    };
    for (const [part, names] of Object.entries(fields))
      expect(Object.keys(found[part]?.[0] ?? {})).toEqual(expect.arrayContaining(names.split(' ')));
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining(
        'method asset from to currency reference minPeers enter digest markets series episodes market falls'.split(' '),
      ),
    );
  });

  it('--csv prints one row per venue and minute, a hole empty beside its reason', async () => {
    const { stdout, stderr } = await run('analyze', 'ATOM', ...WINDOW, '--csv');
    const [head = '', ...rows] = stdout.trimEnd().split('\n');
    expect([stderr, rows.length]).toEqual(['', 16]);
    const cell = (row: string | undefined, name: string): string | undefined =>
      row?.split(',')[head.split(',').indexOf(name)];
    expect(['minute', 'low', 'dLow', 'missing', 'simulated'].map((name) => cell(rows[1], name))).toEqual([
      '2025-10-10T21:01Z',
      '50',
      '-0.5',
      '',
      'false',
    ]);
    expect(['minute', 'low', 'dLow', 'missing'].map((name) => cell(rows[2], name))).toEqual([
      '2025-10-10T21:02Z',
      '',
      '',
      'no-trade',
    ]);
    expect(['rateRule', 'rate', 'uncertainty', 'certainty'].map((name) => cell(rows[1], name))).toEqual([
      'usd',
      '1',
      '0',
      'certain',
    ]);
    // Nearer than the entry level, and not measured.
    expect([rows[0], rows[2]].map((row) => cell(row, 'certainty'))).toEqual(['', '']);
  });

  it('in words names the episode, its price and its reference', async () => {
    const { stdout } = await run('analyze', 'ATOM', ...WINDOW);
    expect(stdout).toContain(
      'Binance ATOM/USD, below, from 2025-10-10T21:01Z for 1 min: −50.00 % at 2025-10-10T21:01Z, beyond the rate’s uncertainty (50 USD, reference 100 USD, 3 peers)',
    );
    expect(stdout).not.toContain('SIMULATED');
  });
});

describe('analyze --bloc', () => {
  it('compares with the books of one quote, and says which', async () => {
    const asked = async (bloc: string) =>
      deviationsAnswer.parse(JSON.parse((await run('analyze', 'ATOM', ...WINDOW, '--bloc', bloc, '--json')).stdout));
    expect(await asked('usd')).toMatchObject({ bloc: 'USD', episodes: [{ peak: -0.5 }] });
    // No venue has a book in USDT: there is nobody to compare with.
    const none = await asked('USDT');
    expect([none.bloc, none.episodes.length, none.series[0]?.missing[0]]).toEqual(['USDT', 0, 'too-few-peers']);
  });
});

describe('the installed command, in a process of its own', () => {
  it('prints the answer alone on stdout, from another folder, far from UTC', async () => {
    const [json, refused] = await Promise.all([
      commandProcess(stored.db.url, ['analyze', 'ATOM', ...WINDOW, '--json']).ended,
      commandProcess(stored.db.url, ['analyze', 'NOSUCH', ...WINDOW]).ended,
    ]);
    expect(process.env['TZ']).toBe('Pacific/Kiritimati');
    expect(json).toEqual({ ...(await run('analyze', 'ATOM', ...WINDOW, '--json')), code: 0, stderr: '' });
    expect(refusal({ ...refused, code: Number(refused.code) })).toContain('No data for NOSUCH');
  });
});
