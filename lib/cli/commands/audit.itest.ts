import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditAnswer } from '../../api/audit';
import type { Ran } from '../testing/commandLine';
import { rowsOf } from '../testing/rows';
import { refusal, storedAtom, type StoredAtom } from '../testing/storedAtom';

let stored: StoredAtom;
beforeAll(async () => {
  stored = await storedAtom();
});
afterAll(() => stored.drop());

const HEAD = 'Date(UTC),Pair,Side,Price,Executed,Amount,Fee';
// Binance's low of 50 is in minute 21:01, where the others stand at 100; in 21:02 it had no trade.
const ROWS = [
  '2025-10-10 21:01:30,ATOMUSD,SELL,50,3ATOM,150USD,0.1USD',
  '2025-10-10 21:01:31,ATOMUSD,BUY,60,0.333ATOM,19.98USD,0.1USD',
  '2025-10-10 21:00:10,ATOMUSD,SELL,101,1ATOM,101USD,0.1USD',
];

async function audit(rows: readonly string[], ...options: readonly string[]): Promise<Ran> {
  const path = stored.inFolder('mine.csv');
  writeFileSync(path, rows.join('\n'));
  return stored.run('audit', path, ...options);
}

describe('audit', () => {
  it('--json prints one object of the contract: each fill against its minute, and the totals to the cent', async () => {
    const { code, stdout, stderr } = await audit([HEAD, ...ROWS], '--json');
    expect([code, stderr]).toEqual([0, '']);
    const answer = auditAnswer.strict().parse(JSON.parse(stdout));
    // (100 − 50) × 3; −(100 − 60) × 0.333; (100 − 101) × 1.
    expect(answer.fills.map(({ line, money, insideCandle }) => [line, money, insideCandle])).toEqual([
      [2, '150.00', true],
      [3, '-13.32', true],
      [4, '-1.00', false],
    ]);
    expect(answer.total).toMatchObject({
      fills: 3,
      measured: 3,
      worse: '150.00',
      better: '-14.32',
      net: '135.68',
      outsideCandle: 1,
      fees: { USD: '0.3' },
    });
    expect(answer.files[0]).toMatchObject({ format: 'binance-spot-trades', zone: 'UTC', zoneBy: 'column', rows: 3 });
    expect(answer.days).toEqual([
      {
        book: 'binance ATOM/USD spot',
        day: '2025-10-10',
        reference: 'others',
        digest: expect.stringMatching(/^sha256:/) as string,
      },
    ]);
  });

  it('--csv prints a row for each fill', async () => {
    const rows = rowsOf((await audit([HEAD, ...ROWS], '--csv')).stdout);
    expect(
      rows.map(({ line, side, reference, deviation, money, certainty }) => [
        line,
        side,
        reference,
        deviation,
        money,
        certainty,
      ]),
    ).toEqual([
      ['2', 'sell', '100', '-0.5', '150.00', 'certain'],
      ['3', 'buy', '100', '-0.4', '-13.32', 'certain'],
      ['4', 'sell', '100', '0.010000000000000009', '-1.00', 'certain'],
    ]);
  });

  it('in words gives totals, and the largest fills', async () => {
    const { stdout } = await audit([HEAD, ...ROWS]);
    expect(stdout).toContain('worse than the reference 150.00 USD, better −14.32 USD, together 135.68 USD');
    expect(stdout).toContain('line 2: 2025-10-10T21:01:30.000Z binance ATOM/USD sell 3 at 50: −50.00 %, 150.00 USD');
  });

  it('ends with 3 and names what is missing: flawed rows by line, unknown symbols, minutes that are not stored', async () => {
    const { code, stderr, stdout } = await audit([
      HEAD,
      ...ROWS,
      '2025-10-10 21:01,ATOMUSD,HOLD,1,1,1,0',
      '2025-10-10 21:01:00,???,SELL,1,1,1,0',
      '2025-10-10 21:01:00,WBETHUSDT,SELL,1,1WBETH,1,0',
      '2025-10-10 21:02:00,ATOMUSD,SELL,50,1,1,0',
    ]);
    expect(code).toBe(3);
    expect(stderr.trimEnd().split('\n')).toEqual([
      'mine.csv: 1 row could not be read',
      '  line 5: side: HOLD',
      'mine.csv: unknown symbols: ??? (1 fill)',
      'not stored: binance WBETH/USDT spot 2025-10-10',
      'without a figure: unknown-symbol (1 fill), not-stored (1 fill), no-trade (1 fill)',
    ]);
    expect(stdout).toContain('together 135.68 USD');
  });

  it('finds that a clock eight hours east was read as UTC', async () => {
    const rows = [0, 1, 3].flatMap((m) =>
      [1, 2].map((s) => `2025-10-11 05:0${String(m)}:0${String(s)},ATOMUSD,SELL,100,1,1,0`),
    );
    const { code, stderr } = await audit([HEAD, ...rows]);
    expect(code).toBe(3);
    expect(stderr).toContain(
      'mine.csv: read as UTC, 0 of 6 fills lie inside their venue’s candle; as UTC+8, 6 do. Add --zone utc+8 if that is the clock of the file',
    );
    expect((await audit([HEAD, ...rows], '--zone', 'utc+8')).code).toBe(0);
  });

  it.each([
    ['a file of something else', ['a,b,c', '1,2,3'], [], 'no line of its beginning names the columns of fills'],
    [
      'a file without a zone',
      ['Time,Symbol,Side,Price,Quantity', '2025-10-10 21:01,ATOMUSD,SELL,1,1'],
      ['--venue', 'binance'],
      'its times name no zone; add --zone',
    ],
    [
      'a file of nobody',
      ['Time(UTC),Symbol,Side,Price,Quantity', '2025-10-10 21:01,ATOMUSD,SELL,1,1'],
      [],
      'add --venue and --kind',
    ],
    [
      'a file without a column',
      ['Time(UTC),Pairing,Side,Price,Quantity', '2025-10-10 21:01,ATOMUSD,SELL,1,1'],
      ['--venue', 'binance'],
      'no column for symbol; name it with --column',
    ],
    ['a zone that is none', [HEAD], ['--zone', 'beijing'], '--zone is "beijing"; it takes utc'],
    ['a column that is none', [HEAD], ['--column', 'time=Trade'], 'has no column "Trade"'],
    ['a contract that is none', [HEAD], ['--contract', '10'], '--contract is "10"'],
    ['a period without its end', [HEAD], ['--from', '2025-10-10T21:00Z'], 'a range is missing'],
  ] as const)('refuses %s, and names the mend', async (_, rows, options, says) => {
    expect(refusal(await audit(rows, ...options))).toContain(says);
  });

  it('refuses a file that is not there', async () => {
    expect(refusal(await stored.run('audit', stored.inFolder('none.csv')))).toContain('cannot be read: ENOENT');
  });
});
