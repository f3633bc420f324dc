import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minute, minuteRange } from '../../domain/minute';
import { COINBASE_ATOM, importing, ms, NOW } from '../testing/importing';
import { memoryLedger } from '../testing/memoryLedger';
import { at, T } from '../testing/page';
import { importFile, type ImportOptions } from './importFile';

const { imported, written } = importing();
const HEADER = 'open_time_ms,open,high,low,close,volume,trades';
const candleRow = (offset: number): string => `${ms(offset)},3,4,2,3.5,10,7`;

describe('a candle file', () => {
  it('is read by its header: Coinbase ATOM at 21:20 was 3.56/3.594/3.56/3.594, volume 2425.45', async () => {
    const { candles, ledger, report } = await imported(
      `${HEADER}\n1760131200000,3.56,3.594,3.56,3.594,2425.45000000,16\n`,
    );
    expect(candles).toEqual([
      {
        minute: minute(29_335_520),
        open: 3.56,
        high: 3.594,
        low: 3.56,
        close: 3.594,
        baseVolume: 2425.45,
        quoteVolume: NaN,
        trades: 16,
      },
    ]);
    expect(ledger.answers[0]).toMatchObject({
      market: COINBASE_ATOM,
      source: 'file',
      asked: minuteRange(minute(29_335_520), minute(29_335_521)),
    });
    expect(report.summary).toContain(
      '1 row gave 1 candle (1 new), 2025-10-10T21:20Z to 2025-10-10T21:21Z; times read as milliseconds; volume from volume (base); minutes in between without a row stay unknown',
    );
  });

  it.each([
    ['seconds', 'time,open,high,low,close,volume', '1760131200'],
    ['milliseconds', 'timestamp,open,high,low,close,volume', '1760131200000'],
    ['microseconds', 'open_time,open,high,low,close,volume', '1760131200000000'],
    ['ISO 8601', 'Date,Open,High,Low,Close,Base Volume', '2025-10-10T21:20:00Z'],
    ['ISO 8601', 'Time(UTC),o,h,l,c,v', '2025-10-10 21:20:00'],
  ])('its times may be %s (%s)', async (unit, header, time) => {
    const { candles, report } = await imported(`${header}\r\n${time},3,4,2,3.5,10\r\n`);
    expect(candles.map((candle) => [candle.minute, candle.baseVolume, candle.trades])).toEqual([[29_335_520, 10, NaN]]);
    expect(report.summary).toContain(`times read as ${unit}`);
  });

  it('may be Binance’s headerless klines of twelve columns', async () => {
    const { candles } = await imported(
      '1588740120000,9033.34,9039.99,9032.75,9033.15,31.192968,1588740179999,281893.08800082,282,6.3581,57447.26912415,0\n',
    );
    expect(candles).toEqual([
      {
        minute: minute(26_479_002),
        open: 9033.34,
        high: 9039.99,
        low: 9032.75,
        close: 9033.15,
        baseVolume: 31.192968,
        quoteVolume: 281893.08800082,
        trades: 282,
      },
    ]);
  });

  it('may be compressed, with a byte order mark and quotes', async () => {
    const { candles } = await imported(
      gzipSync(
        `\uFEFF"open_time_ms","open","high","low","close","volume","trades"\n"${ms(0)}","3","4","2","3.5","10",""\n`,
      ),
      { name: '.csv.gz' },
    );
    expect(candles).toHaveLength(1);
    expect(candles[0]?.trades).toBeNaN();
  });

  it('answers from its first to its last minute where the reader says so: what has no row in between had no trade', async () => {
    const { ledger } = await imported([HEADER, candleRow(0), candleRow(2), candleRow(5)], {
      said: { gaps: 'no-trade' },
    });
    expect(ledger.book(COINBASE_ATOM, 'file').asked).toEqual([minuteRange(at(0), at(6))]);
  });

  it('leaves such minutes unknown by default', async () => {
    const { ledger, report } = await imported([HEADER, candleRow(0), candleRow(1), candleRow(5)].join('\n'));
    expect(ledger.book(COINBASE_ATOM, 'file').asked).toEqual([minuteRange(at(0), at(2)), minuteRange(at(5), at(6))]);
    expect(report.summary).toContain('stay unknown');
  });

  it('is recorded in batches of days that leave no gap between them', async () => {
    const days = Array.from({ length: 100 }, (_, day) => candleRow(day * 1_440));
    const { ledger } = await imported([HEADER, ...days, candleRow(99 * 1_440 + 1)], {
      said: { gaps: 'no-trade' },
    });
    expect(ledger.answers.length).toBeGreaterThan(2);
    expect(ledger.book(COINBASE_ATOM, 'file').asked).toEqual([minuteRange(at(0), at(99 * 1_440 + 2))]);
    expect(ledger.book(COINBASE_ATOM, 'file').candles.size).toBe(101);
  });

  it('puts rows that break the invariant in quarantine with their line, and keeps the others', async () => {
    const { report, ledger, candles } = await imported(
      [
        HEADER,
        candleRow(0),
        `${ms(1)},3,4,3.2,3.5,10,7`,
        `${ms(2)},3,4,2,x,10,7`,
        `${ms(3)},,4,2,3.5,10,7`,
        candleRow(4),
        `${ms(5)},3,4,1e-320,3.5,10,7`,
      ].join('\n'),
    );
    expect(candles.map((candle) => candle.minute - T)).toEqual([0, 4]);
    expect(report.quarantined).toBe(4);
    expect(ledger.quarantined()).toEqual([
      { minute: at(1), reason: 'open 3 is below low 3.2', raw: `line 3: ${ms(1)},3,4,3.2,3.5,10,7` },
      { minute: at(2), reason: 'a price, volume or count is not a number', raw: `line 4: ${ms(2)},3,4,2,x,10,7` },
      { minute: at(3), reason: 'open is not a number', raw: `line 5: ${ms(3)},,4,2,3.5,10,7` },
      {
        minute: at(5),
        reason: 'low 1e-320 is below 1e-25, the smallest price that is measured',
        raw: `line 7: ${ms(5)},3,4,1e-320,3.5,10,7`,
      },
    ]);
  });

  it('takes a repeated row once, and puts two that differ in quarantine', async () => {
    const { candles, report } = await imported(
      [HEADER, candleRow(0), candleRow(0), candleRow(1), `${ms(1)},3,4,2,3.6,10,7`].join('\n'),
    );
    expect(candles.map((candle) => candle.minute - T)).toEqual([0]);
    expect(report.quarantined).toBe(2);
  });

  it('newest first, or in any order, gives what it gives in the order of time, and says that it was sorted', async () => {
    const rows = [
      ...Array.from({ length: 40 }, (_, i) => candleRow(i * 1_440)),
      candleRow(1),
      `${ms(1)},3,4,2,3.6,10,7`,
      `${ms(2)},3,4,3.2,3.5,10,7`,
    ];
    const sorted = await imported([HEADER, ...[...rows].sort()].join('\n'));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
        const { ledger, candles, report } = await imported([HEADER, ...shuffled].join('\n'));
        expect(ledger.contents()).toBe(sorted.ledger.contents());
        expect(candles).toEqual(sorted.candles);
        expect([report.quarantined, report.added]).toEqual([3, 40]);
      }),
      { numRuns: 20 },
    );
    expect((await imported([HEADER, ...[...rows].reverse()].join('\n'))).report.summary).toContain(
      'its rows were not in order of time and were sorted',
    );
    expect(sorted.report.summary).not.toContain('sorted');
  });

  it('leaves the silent minutes unknown around a row whose time cannot be read', async () => {
    const { ledger } = await imported(
      [HEADER, candleRow(0), 'later,3,4,2,3.5,10,7', candleRow(3), candleRow(5)].join('\n'),
    );
    expect(ledger.book(COINBASE_ATOM, 'file').asked).toEqual([
      minuteRange(at(0), at(1)),
      minuteRange(at(3), at(4)),
      minuteRange(at(5), at(6)),
    ]);
    expect(ledger.quarantined()).toHaveLength(1);
  });

  it('changes nothing when it is imported again', async () => {
    const path = written([HEADER, candleRow(0), candleRow(2), candleRow(5)].join('\n'));
    const ledger = memoryLedger();
    const options: ImportOptions = { market: COINBASE_ATOM, source: 'file', ledger, now: () => NOW };
    await importFile(path, options);
    const before = ledger.contents();
    expect(await importFile(path, options)).toMatchObject({ ok: true, value: { added: 0, unchanged: 3, revised: 0 } });
    expect(ledger.contents()).toBe(before);
  });
});

describe('a file without a line end at its end', () => {
  const VOLUME_LAST = 'open_time_ms,open,high,low,close,volume';
  const volumeRow = (offset: number, volume: string): string => `${ms(offset)},3,4,2,3.5,${volume}`;
  const eleven = (volume: (offset: number) => string): readonly string[] =>
    Array.from({ length: 11 }, (_, offset) => volumeRow(offset, volume(offset)));
  const fixed = eleven((offset) => `${String(offset + 10)}.50000000`);
  const free = eleven((offset) => (offset === 3 ? '7' : '10.25'));
  const text = (rows: readonly string[]): string => [VOLUME_LAST, ...rows].join('\n');

  it('keeps a last row whose value nothing shows to be whole, and names it', async () => {
    const { candles, report } = await imported(text([...free, volumeRow(11, '3.1')]));
    expect(candles.at(-1)).toMatchObject({ minute: at(11), baseVolume: 3.1 });
    expect(report.findings.unended).toEqual({ line: 13, value: '3.1' });
    expect(report.summary).toContain(
      'the file has no line end after line 13, so the last value there (3.1) may be cut off',
    );
  });

  it.each([
    [
      'rows write as many decimals as they need',
      eleven((offset) => `${String(offset + 10)}.${'25'.repeat(1 + (offset % 2))}`),
    ],
    ['no row writes a zero at the end', eleven((offset) => `${String(offset + 10)}.25`)],
  ])('keeps a last row with fewer decimals than any other where %s: it may be whole', async (_, rows) => {
    const { candles, report } = await imported(text([...rows, volumeRow(11, '120.5')]));
    expect(candles.at(-1)).toMatchObject({ minute: at(11), baseVolume: 120.5 });
    expect(report).toMatchObject({ quarantined: 0, findings: { unended: { line: 13, value: '120.5' } } });
  });

  it.each(['120.5', '12', '120.', ''])('sets a last row aside whose volume is cut off: "%s"', async (volume) => {
    const { candles, report } = await imported(text([...fixed, volumeRow(11, volume)]));
    expect(candles).toHaveLength(11);
    expect(report).toMatchObject({ quarantined: 1, findings: { unended: null } });
    expect(report.setAside[0]?.reason).toContain('cut off');
  });

  it.each([
    ['its value has the decimals of all others', text([...fixed, volumeRow(11, '120.50000000')])],
    ['a line end follows', `${text([...free, volumeRow(11, '3.1')])}\n`],
    ['a carriage return follows', `${text([...free, volumeRow(11, '3.1')])}\r`],
    ['it is in quotes', text([...free, volumeRow(11, '"3.1"')])],
    ['nothing is read of its last column', `${VOLUME_LAST},ignore\n${volumeRow(0, '3.1')},0`],
  ])('says nothing of a last row where %s', async (_, content) => {
    const { report } = await imported(content);
    expect(report).toMatchObject({ quarantined: 0, findings: { unended: null } });
    expect(report.summary).not.toContain('cut off');
  });

  it('says nothing of what was unpacked, which is known to be whole', async () => {
    const { report } = await imported(gzipSync(text([...free, volumeRow(11, '3.1')])), { name: '.csv.gz' });
    expect(report.findings.unended).toBeNull();
  });

  it('spoils the minute of a trade that is cut off', async () => {
    const trade = (offset: number, price: string): string => `${ms(offset)},1,${price}`;
    const rows = Array.from({ length: 11 }, (_, offset) => trade(offset, `3.${String(offset + 10)}`));
    const { report } = await imported(['time,amount,price', ...rows, trade(10, '3.90'), trade(10, '3.')].join('\n'), {
      said: { whole: true },
    });
    expect(report).toMatchObject({ quarantined: 1 });
    expect(report.setAside[0]?.reason).toContain('cut off');
  });
});
