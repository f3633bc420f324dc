import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { revisionsAnswer } from '../../api/revisions';
import type { Ran } from '../testing/commandLine';
import { refusal, storedAtom, type StoredAtom } from '../testing/storedAtom';
import { strictly } from '../../api/testing/strictly';

let stored: StoredAtom;
const run = (...argv: readonly string[]): Promise<Ran> => stored.run(...argv);
const inFolder = (name: string): string => stored.inFolder(name);
beforeAll(async () => {
  stored = await storedAtom();
});
afterAll(() => stored.drop());

describe('revisions', () => {
  const archive =
    'open_time,open,high,low,close,volume\n1760130000000,100,100,100,100,10\n1760130060000,100,100,80,100,10\n';

  it('lists sources that differ and answers that changed, in words, worst first', async () => {
    writeFileSync(inFolder('again.csv'), 'open_time,open,high,low,close,volume\n1760130000000,100,125,100,100,10\n');
    writeFileSync(inFolder('dump.csv'), archive);
    expect((await run('import', inFolder('again.csv'), '--venue', 'okx', '--market', 'SUI/USD')).code).toBe(0);
    writeFileSync(inFolder('again.csv'), 'open_time,open,high,low,close,volume\n1760130000000,100,150,50,100,10\n');
    expect((await run('import', inFolder('again.csv'), '--venue', 'okx', '--market', 'SUI/USD')).code).toBe(0);
    expect(
      (await run('import', inFolder('dump.csv'), '--venue', 'okx', '--market', 'SUI/USD', '--source', 'archive')).code,
    ).toBe(0);
    const { code, stdout, stderr } = await run('revisions', 'SUI');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^Revisions and quarantined rows cover all time\. Sources are compared from 2025-10-10 20:00 to 2025-10-11 00:00 UTC\.$/m,
    );
    expect(stdout).toMatch(
      /^ {2}OKX SUI\/USD, official archive and imported file: 1 compared, 0 identical, 1 differs \(1 in price\), 1 answered only by the official archive$/m,
    );
    expect(stdout).toMatch(
      /^ {2}2025-10-10T21:00Z OKX SUI\/USD: official archive 100 to 100, close 100; imported file 50 to 150, close 100; price \+50\.00 % \(low −50\.00 %, high \+50\.00 %\)$/m,
    );
    expect(stdout).toMatch(
      /^ {2}2025-10-10T21:00Z OKX SUI\/USD \(imported file\): 100 to 125, close 100, first seen .+; 50 to 150, close 100, seen .+; price −50\.00 % \(low −50\.00 %, high \+20\.00 %\)$/m,
    );
  });

  it('--json prints one object of the contract, and --csv a row for each line of it', async () => {
    const { stdout, code } = await run('revisions', 'SUI', '--json');
    const found = strictly(revisionsAnswer).parse(JSON.parse(stdout));
    expect([code, found.asset, found.revised, found.differing]).toEqual([0, 'SUI', 1, 1]);
    const [head = '', ...rows] = (await run('revisions', 'SUI', '--csv')).stdout.trimEnd().split('\n');
    const cell = (row: string | undefined, name: string): string | undefined =>
      row?.split(',')[head.split(',').indexOf(name)];
    expect(
      rows.map((row) =>
        ['what', 'venue', 'minute', 'first', 'second', 'lowFirst', 'lowSecond', 'low', 'simulated'].map((name) =>
          cell(row, name),
        ),
      ),
    ).toEqual([
      ['difference', 'okx', '2025-10-10T21:00Z', 'archive', 'file', '100', '50', '-0.5', 'false'],
      [
        'revision',
        'okx',
        '2025-10-10T21:00Z',
        found.revisions[0]?.firstSeen,
        found.revisions[0]?.seenAgain,
        '100',
        '50',
        '-0.5',
        'false',
      ],
    ]);
  });

  it.each([
    ['an SQL fragment as asset', ["' OR 1=1 --"], /is not an asset; write its ticker like ATOM/],
    ['half a range', ['SUI', '--from', '2025-10-10T20:00Z'], /"to" is missing; give both ends/],
    [
      'a range of 32 days',
      ['SUI', '--from', '2025-10-01T00:00Z', '--to', '2025-11-02T00:00Z'],
      /longer than 31 days; choose a shorter one/,
    ],
    ['a limit in words', ['SUI', '--limit', 'all'], /limit is "all"; it takes a whole number from 1 to 1000/],
    ['JSON and CSV at once', ['SUI', '--json', '--csv'], /choose one/],
    ['an asset without data', ['NOSUCH'], /No data for NOSUCH/],
  ])('refuses %s', async (_, argv, mend) => {
    expect(refusal(await run('revisions', ...argv))).toMatch(mend);
  });
});
