import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditAnswer, sharedAudit } from '../../api/audit';
import { parseMinute } from '../../domain/minute';
import { promised } from '../../domain/unit';
import { readPdf } from '../../evidence/pdf/testing/pdfText';
import { sha256 } from '../../evidence/sha256';
import { unzipped } from '../../server/bundle/testing/unzipped';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer as stores, candle, spot } from '../../store/testing/testAnswers';
import type { Ran } from '../testing/commandLine';
import { rowsOf } from '../testing/rows';
import { refusal, storedAtom, type StoredAtom } from '../testing/storedAtom';
import { strictly } from '../../api/testing/strictly';

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
  writeFileSync(path, `${rows.join('\n')}\n`);
  return stored.run('audit', path, ...options);
}

describe('audit', () => {
  it('--json prints one object of the contract: each fill against its minute, and the totals to the cent', async () => {
    const { code, stdout, stderr } = await audit([HEAD, ...ROWS], '--json');
    expect([code, stderr]).toEqual([0, '']);
    const answer = strictly(auditAnswer).parse(JSON.parse(stdout));
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

  it('ends with 3 of a file that has no fill, and says so', async () => {
    const { code, stderr } = await audit([HEAD]);
    expect([code, stderr]).toEqual([3, 'mine.csv has no fills to compare\n']);
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
      'not stored: binance WBETH/USDT spot 2025-10-10; fetch them with `plumbline ingest ASSET --kinds spot,perp --from T --to T`',
      'without a figure: unknown-symbol (1 fill), not-stored (1 fill), no-trade (1 fill)',
    ]);
    expect(stdout).toContain('together 135.68 USD');
  });

  it('counts no fill of two files twice, and names those that it left out', async () => {
    const [one, two, copy] = ['one.csv', 'two.csv', 'copy.csv'].map((name) => stored.inFolder(name));
    writeFileSync(one as string, [HEAD, ROWS[0], ROWS[1], ''].join('\n'));
    writeFileSync(two as string, [HEAD, ROWS[1], ROWS[2], ''].join('\n'));
    writeFileSync(copy as string, [HEAD, ROWS[0], ROWS[1], ''].join('\n'));
    const files = [one as string, two as string, copy as string];
    const { code, stdout, stderr } = await stored.run('audit', ...files);
    expect(code).toBe(0);
    expect(stderr.trimEnd().split('\n')).toEqual([
      'two.csv: 1 fill left out: counted already; add --account if the files are of different accounts',
      '  line 2: repeated',
      'copy.csv has the same bytes as one.csv; it adds nothing',
    ]);
    // As of one file that has the three.
    expect(stdout).toContain('together 135.68 USD');
    expect(stdout).toContain('2 fills in 2 rows; 1 of them repeated, not counted again');
    expect(stdout).toContain('copy.csv has the same bytes as one.csv; it adds nothing');
    const rows = rowsOf((await stored.run('audit', ...files, '--csv')).stdout);
    expect(rows.map(({ file, line, leftOut, money }) => [file, line, leftOut, money])).toEqual([
      ['1', '2', '', '150.00'],
      ['1', '3', '', '-13.32'],
      ['2', '2', 'repeated', ''],
      ['2', '3', '', '-1.00'],
    ]);
    const shared = await stored.run('audit', ...files, '--without-amounts', '--json');
    expect(strictly(sharedAudit).parse(JSON.parse(shared.stdout)).files).toMatchObject([
      { fills: 2, repeated: 0, sameAs: null },
      { fills: 2, repeated: 1, sameAs: null },
      { fills: 0, repeated: 0, sameAs: '1' },
    ]);
    expect(shared.stderr).not.toContain('.csv');
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

  it('has several accounts as letters, each with its totals, and who is who in a file for the owner alone', async () => {
    const [one, two, who] = ['zoe.csv', 'adam.csv', 'who.csv'].map((name) => stored.inFolder(name));
    writeFileSync(one as string, [HEAD, ROWS[0], ''].join('\n'));
    writeFileSync(two as string, [HEAD, ROWS[1], ROWS[2], ''].join('\n'));
    const ran = await stored.run(
      ...['audit', one as string, two as string, '--json', '--names', who as string],
      ...['--account', 'zoe.csv=Zoe', 'adam.csv=Adam'],
    );
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    const answer = strictly(auditAnswer).parse(JSON.parse(ran.stdout));
    // Adam's first fill, at 21:00:10, is before Zoe's.
    expect(answer.accounts.map(({ account, fills, net }) => [account, fills, net])).toEqual([
      ['A', 2, '-14.32'],
      ['B', 1, '150.00'],
    ]);
    expect(
      answer.curves.together.map(({ from, was, atReference, difference }) => [from, was, atReference, difference]),
    ).toEqual([
      ['2025-10-10T21:00Z', '101.00', '100.00', '-1.00'],
      // 101 + 150 − 19.98; 100 + 300 − 33.3.
      ['2025-10-10T21:01Z', '231.02', '366.70', '135.68'],
    ]);
    expect(ran.stdout).not.toMatch(/zoe|adam/i);
    expect(readFileSync(who as string, 'utf8')).toBe(
      'kind,written,name\naccount,A,Adam\naccount,B,Zoe\nfile,1,zoe.csv\nfile,2,adam.csv\n',
    );
    expect((statSync(who as string).mode & 0o077).toString(8)).toBe('0');
  });

  it('--without-amounts leaves no amount, price or name in any form', async () => {
    const rows = [
      HEAD,
      '2025-10-10 21:01:30,ATOMUSD,SELL,50.4375,31.0417ATOM,1565.7,0.2291BNB',
      '2025-10-10 21:01:31,ATOMUSD,HOLD,50.4375,31.0417ATOM,1,0',
    ];
    for (const form of [[], ['--json'], ['--csv']]) {
      const { code, stdout, stderr } = await audit(rows, '--without-amounts', ...form);
      expect(code).toBe(3);
      expect(`${stdout}${stderr}`).not.toMatch(/50\.43|31\.04|1565|2291|1538|BNB|mine|HOLD|21:01:3/);
      expect(stdout).toContain('2025-10-10');
      if (form[0] === '--json') {
        const shared = strictly(sharedAudit).parse(JSON.parse(stdout));
        // 50.4375 ÷ 100 − 1, to 0.01 %.
        expect(shared.fills.map(({ minute, deviation }) => [minute, deviation])).toEqual([
          ['2025-10-10T21:01Z', -0.4956],
        ]);
      }
    }
  });

  it('computes the official rule of an export, and lists what falls outside its hours', async () => {
    const minutes = ['2025-10-10T21:36Z', '2025-10-10T22:16Z', '2025-10-11T00:00Z'].map((text) =>
      promised(parseMinute(text)),
    );
    await ledgerOf(stored.db).record(
      ['binance', 'coinbase', 'kraken', 'okx'].flatMap((venue) =>
        minutes.map((minute, i) =>
          stores({
            market: spot(venue, 'ATOM', 'USD'),
            source: 'file',
            asked: {
              from: minute,
              to: promised(parseMinute(new Date((minute + 1) * 60_000).toISOString().slice(0, 16) + 'Z')),
            },
            candles: [candle(minute, 100, venue === 'binance' ? { low: 40, open: i === 2 ? 88.25 : 100 } : {})],
          }),
        ),
      ),
    );
    const rows = [
      'Time(UTC),Symbol,Side,Price,Quantity,Type',
      '2025-10-10 21:36:00,ATOMUSD,SELL,50,3.5,LIQUIDATION',
      '2025-10-10 21:36:10,ATOMUSD,BUY,95.5,2,LIQUIDATION',
      '2025-10-10 22:16:00,ATOMUSD,SELL,60,2,LIQUIDATION',
    ];
    const { stdout } = await audit(rows, '--venue', 'binance', '--json');
    const { officialRule } = auditAnswer.parse(JSON.parse(stdout));
    // (88.25 − 50) × 3.5 = 133.875 and (95.5 − 88.25) × 2 = 14.5; outside (100 − 60) × 2.
    expect(officialRule).toMatchObject({ paid: 2, money: '148.38', outside: 1, outsideMoney: '80.00', unknown: 0 });
    expect(officialRule.fills.map(({ line, officialRule: by }) => [line, by])).toEqual([
      [2, '133.88'],
      [3, '14.50'],
      [4, 'outside'],
    ]);
    const words = (await audit(rows, '--venue', 'binance')).stdout;
    expect(words).toContain('official rule, as the press reported it');
    expect(words).toContain(
      'line 4: 2025-10-10T22:16:00.000Z binance ATOM/USD sell at 60: outside the hours of the rule; by the audit 80.00 USD',
    );
    expect(words).toContain(
      'inside it 2 liquidations, by the rule 148.38 USD; outside it 1 liquidation, 1 with a figure, by the audit 80.00 USD; not known 0',
    );
  });

  it('packs a claim in two parts, of which the evidence has nothing of the files', async () => {
    const rows = [HEAD, '2025-10-10 21:01:37,ATOMUSD,SELL,50.4375,31.0417ATOM,1565.7,0.2291BNB'];
    const name = stored.inFolder('claim');
    const { code, stdout, stderr } = await audit(rows, '--json', '--pack', name, '--account', 'mine.csv=Z=Zoe');
    expect([code, stderr]).toEqual([
      0,
      `wrote ${name}-evidence.zip (it holds nothing from the files) and ${name}-private.zip (for you alone)\n`,
    ]);
    const answer = auditAnswer.parse(JSON.parse(stdout));
    const [evidence, own] = await Promise.all(
      ['evidence', 'private'].map((part) => unzipped(readFileSync(`${name}-${part}.zip`))),
    );
    const index = String(evidence?.get('index.csv'));
    expect(index.trimEnd().split('\n')).toHaveLength(1 + answer.days.length);
    expect(index).toContain('from=2025-10-10T00:00Z&to=2025-10-11T00:00Z');
    expect(index).toContain('markets=binance:USD');
    for (const [file, bytes] of evidence ?? []) {
      for (const secret of ['50.4375', '31.0417', '1565', '0.2291', '21:01:37', 'mine', 'Zoe', '1538.50'])
        expect(bytes.includes(secret), `${file}: ${secret}`).toBe(false);
    }
    expect([...(own?.keys() ?? [])]).toEqual([
      'README.txt',
      'statement.pdf',
      'audit.json',
      'audit-without-amounts.json',
      'fills.csv',
      'who-is-who.csv',
      'manifest-sha256.txt',
    ]);
    expect(own?.get('README.txt')?.toString()).toContain(sha256(readFileSync(`${name}-evidence.zip`)));
    expect(own?.get('fills.csv')?.toString()).toContain('31.0417');
    expect(own?.get('who-is-who.csv')?.toString()).toContain('account,A,Z=Zoe');
    expect(auditAnswer.parse(JSON.parse(String(own?.get('audit.json')))).total.net).toBe('1538.50');
    for (const line of String(own?.get('manifest-sha256.txt')).trimEnd().split('\n')) {
      const [sum, file = ''] = line.split('  ');
      expect(sha256(own?.get(file) as Buffer)).toBe(sum);
    }
    expect((statSync(`${name}-private.zip`).mode & 0o077).toString(8)).toBe('0');
  });

  it('packs the worked example under names that say what it is, and says so in the evidence', async () => {
    const rows = [`${HEAD},Note`, '2025-10-10 21:01:37,ATOMUSD,SELL,50,3ATOM,150,0,RECONSTRUCTED EXAMPLE'];
    const { stdout, stderr } = await audit(rows, '--pack', stored.inFolder('made'));
    expect(stdout.startsWith('RECONSTRUCTED EXAMPLE. ')).toBe(true);
    const name = stored.inFolder('reconstructed-example-made');
    expect(stderr).toContain(`wrote ${name}-evidence.zip (it holds nothing from the files) and ${name}-private.zip`);
    const evidence = await unzipped(readFileSync(`${name}-evidence.zip`));
    const says = 'These markets and days were chosen for a reconstructed example';
    expect((await readPdf(evidence.get('pack.pdf') as Buffer)).pages[0]).toContain(says);
    for (const file of ['README.txt', 'index.html']) expect(String(evidence.get(file))).toContain(says);
  });

  it.each(['en', 'ko', 'zh-Hant', 'zh-Hans'] as const)(
    'writes a statement as PDF in %s, and one without amounts',
    async (lang) => {
      const [mine, shared] = [stored.inFolder('mine.pdf'), stored.inFolder('shared.pdf')];
      const rows = [HEAD, '2025-10-10 21:01:37,ATOMUSD,SELL,50.4375,31.0417ATOM,1565.7,0.2291BNB'];
      expect((await audit(rows, '--json', '--lang', lang, '--pdf', mine)).code).toBe(0);
      expect((await audit(rows, '--json', '--lang', lang, '--without-amounts', '--pdf', shared)).code).toBe(0);
      const [own, others] = await Promise.all(
        [mine, shared].map(async (path) => (await readPdf(readFileSync(path))).pages.join('\n')),
      );
      const words = {
        en: 'Your fills against the market',
        ko: '체결 내역과 시장 비교',
        'zh-Hant': '您的成交與市場比較',
        'zh-Hans': '您的成交与市场比较',
      };
      // (100 − 50.4375) × 31.0417 = 1538.504…
      for (const text of ['1,538.50', '31.0417', words[lang]]) expect(own).toContain(text);
      expect(others?.replaceAll(/sha256:[0-9a-f]+/g, '')).not.toMatch(
        /50\.43|31\.04|1565|2291|1,?538|BNB|mine|21:01:37/,
      );
      expect(others).toContain('sha256:');
    },
  );

  it('takes the size of a contract by its symbol, and names the symbols that it needs', async () => {
    const rows = [
      'UID:1,Time Zone:UTC',
      'id,Order id,Time,Trade Type,Symbol,Action,Amount,Trading Unit,Filled Price,Fee,Fee Unit',
      '1,1,2025-10-10 21:01:30,Perpetual,ATOM-USD-SWAP,Sell,4,cont,50,0,ATOM',
    ];
    const without = await audit(rows);
    expect(without.stderr).toContain(
      'contracts of a size that is not known: ATOM-USD-SWAP (1 fill). Say it, for example --contract ATOM-USD-SWAP:quote=…',
    );
    const { stdout } = await audit(rows, '--contract', 'ATOM-USD-SWAP:quote=10', 'OTHER-SWAP:base=7', '--json');
    // 4 × 10 USD ÷ 50
    expect(auditAnswer.parse(JSON.parse(stdout)).fills[0]).toMatchObject({ contracts: '4', quantity: '0.8' });
  });

  it.each([
    [
      'an account of no file',
      [HEAD],
      ['--account', 'other.csv=Ann'],
      '--account is "other.csv=Ann"; what stands before = is none of the files given',
    ],
    ['an account without a name', [HEAD], ['--account', 'mine.csv='], '--account is "mine.csv="; it takes FILE=NAME'],
    ['an account without a file', [HEAD], ['--account', 'Ann'], '--account is "Ann"; it takes FILE=NAME'],
    ['a file of something else', ['a,b,c', '1,2,3'], [], 'no line at its beginning names the columns of fills'],
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

  it('names the line in which a file ends without a line end, and counts it as it is read', async () => {
    const path = stored.inFolder('mine.csv');
    writeFileSync(path, [HEAD, ...ROWS].join('\n'));
    const { code, stdout, stderr } = await stored.run('audit', path, '--json');
    expect([code, stderr]).toEqual([
      0,
      'mine.csv: no line end after line 4; its last value may be cut off, and counts as it is read\n',
    ]);
    const { files, total } = strictly(auditAnswer).parse(JSON.parse(stdout));
    expect([files[0]?.unended, total.fills]).toEqual([4, 3]);
  });

  it('counts an order log among the files, beside the episodes of a market where one is named', async () => {
    const log = stored.inFolder('bot.log');
    writeFileSync(
      log,
      [
        '2025-10-11 05:00:10,000 ERROR binance {"code":-1008,"msg":"Server is currently overloaded"}',
        '2025-10-11 05:01:10,000 ERROR reduceOnly=true binance {"code":-2022,"msg":"ReduceOnly Order is rejected."}',
        '',
      ].join('\n'),
    );
    const zone = ['--zone', 'utc+8'] as const;
    const both = await audit([HEAD, ...ROWS], log, '--log-zone', 'utc+8', '--beside', 'binance ATOM/USD', '--json');
    expect([both.code, both.stderr]).toEqual([0, '']);
    const answer = strictly(auditAnswer).parse(JSON.parse(both.stdout));
    expect(answer.total.net).toBe('135.68');
    expect(answer.orderLog).toMatchObject({ rejected: 2, reduceOnly: 1, layers: { transport: 1, business: 1 } });
    // Binance's only episode is its low of 50 in 21:01.
    expect(answer.orderLog?.beside?.business).toMatchObject({
      firstRejection: '2025-10-10T21:01Z',
      firstLeadMinutes: 0,
    });
    const alone = await stored.run('audit', log, ...zone);
    expect(alone.stdout).toContain('rejected 2 (reduce-only 1)');
    expect(alone.stdout).not.toContain('fill');
    const [pdf, pack] = [stored.inFolder('a.pdf'), stored.inFolder('a')];
    for (const [named, ...options] of [
      ['--csv has', '--csv'],
      ['--without-amounts has', '--without-amounts', '--json'],
      ['--without-amounts and --pdf have', '--without-amounts', '--pdf', pdf],
      ['--pack has', '--json', '--pack', pack],
    ] as const)
      expect(refusal(await stored.run('audit', log, ...zone, ...options))).toContain(
        `bot.log is an order log, and ${named} no room for one: leave ${named.endsWith('s') ? 'it' : 'them'} out, or give the log to \`plumbline orderlog\` by itself`,
      );
    expect(refusal(await stored.run('audit', log, '--log-zone', 'beijing'))).toContain('--log-zone is "beijing"');
    expect(refusal(await stored.run('audit', log))).toContain('--zone utc+8');
    for (const option of [
      ['--beside', 'binance ATOM/USD'],
      ['--log-zone', 'utc'],
    ])
      expect(refusal(await audit([HEAD, ...ROWS], ...option))).toContain('none of the files is one');
  });

  it('takes a CSV that it does not know for no order log, though it has times', async () => {
    expect(refusal(await audit(['When,Coin,Paid', '2025-10-10 21:01:30,ATOM,150']))).toContain('--column');
  });

  it('refuses a file that is not there', async () => {
    expect(refusal(await stored.run('audit', stored.inFolder('none.csv')))).toMatch(
      /^cannot read .*none\.csv: there is no such file; name an export of fills or an order log\n?$/,
    );
    expect(refusal(await stored.run('audit', stored.inFolder('.')))).toMatch(
      / is not a file; name an export of fills or an order log\n?$/,
    );
  });
});
