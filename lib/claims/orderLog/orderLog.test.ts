import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMinute, minute, parseRange, type Minute } from '../../domain/minute';
import { promised } from '../../domain/unit';
import { LOG_FORMS, logFile, madeLedger, madeLog, type LogForm } from '../testing/orderLogs';
import { cellsOf } from '../reading/cells';
import { Lines, MOST_LINE_CHARACTERS } from '../reading/lines';
import { codeKey, CODES, layerOf } from './codes';
import type { LogSaid } from './layout';
import { outcomeOf } from './outcome';
import { openLog, readLog } from './read';
import { instantOf, stampOf } from './stamps';
import { rejectionRate, Tally, type LogCounts } from './tally';
import { togetherOf } from './together';

async function counted(text: string, said: LogSaid = {}, pieces?: readonly number[]): Promise<LogCounts> {
  const file = logFile(text, pieces);
  const { layout } = await openLog(file, said);
  const tally = new Tally();
  await readLog(file, layout, said, tally);
  return tally.counts;
}

const byMinute = ({ minutes }: LogCounts): Record<string, unknown> =>
  Object.fromEntries(
    minutes.flatMap(({ minute: at, codes }) =>
      codes.map(({ code, rejected, reduceOnly }) => [`${formatMinute(at)} ${codeKey(code)}`, { rejected, reduceOnly }]),
    ),
  );

describe('a made log of the event', () => {
  const ledger = madeLedger(17, 1_200);

  it.each(LOG_FORMS)('%s comes to the counts of its own ledger, by minute and code', async (form) => {
    const made = madeLog(form, ledger, { east: 480, flawEvery: 200 });
    const counts = await counted(made.text, { zone: 480 });
    expect(byMinute(counts)).toEqual(Object.fromEntries(ledger.byMinute));
    expect(counts).toMatchObject({
      accepted: ledger.accepted,
      rejected: ledger.rejected,
      reduceOnly: ledger.reduceOnly,
      withoutCode: made.idle,
      flawed: made.flawed.length,
      longestRun: { ...ledger.longestRun, isBounded: true },
    });
    expect(counts.listed.map(({ line }) => line)).toEqual(made.flawed);
    expect(rejectionRate(counts)).toBe(ledger.rejected / ledger.attempts.length);
    const lines = made.text.trimEnd().split('\n').length;
    expect(counts.lines).toBe(form === 'csv' ? lines - 1 : lines);
  });

  it('gives the same answer whatever the pieces in which it comes', async () => {
    const small = madeLedger(3, 40);
    const texts = (['csv', 'jsonl', 'text'] as const).map(
      (form) => madeLog(form, small, { east: 0, flawEvery: 15 }).text,
    );
    const whole = await Promise.all(texts.map((text) => counted(text, { zone: 0 })));
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 2 }),
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 12 }),
        async (which, pieces) => {
          expect(await counted(texts[which] ?? '', { zone: 0 }, pieces)).toEqual(whole[which]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('read by a clock eight hours off has every minute eight hours off, and nothing else different', async () => {
    const { text } = madeLog('csv', madeLedger(5, 200), { east: 480 });
    const [right, wrong] = [await counted(text, { zone: 480 }), await counted(text, { zone: 0 })];
    expect(wrong.minutes.map(({ minute: at }) => at - 480)).toEqual(right.minutes.map(({ minute: at }) => at));
    expect(wrong.codes).toEqual(right.codes);
  });

  it('has nothing of another period in its counts', async () => {
    const made = madeLog('pino', ledger, { east: 0 });
    const file = logFile(made.text);
    const period = promised(parseRange('2025-10-10T21:16Z', '2025-10-10T21:20Z'));
    const tally = new Tally(period);
    await readLog(file, (await openLog(file)).layout, {}, tally);
    const inside = ledger.attempts.filter(
      ({ ms }) => ms >= Date.UTC(2025, 9, 10, 21, 16) && ms < Date.UTC(2025, 9, 10, 21, 20),
    );
    expect(tally.counts.accepted + tally.counts.rejected).toBe(inside.length);
    expect(tally.counts.outsidePeriod).toBeGreaterThan(inside.length);
  });
});

describe('what a log leaves open', () => {
  const of = async (form: LogForm): Promise<unknown> => {
    const { layout, asked } = await openLog(logFile(madeLog(form, madeLedger(1, 30), { east: 0 }).text));
    return [layout.format, layout.columns.time, asked];
  };

  it('is its clock, where its stamps name no zone', async () => {
    expect(await of('csv')).toEqual(['csv', 'time', ['zone']]);
    expect(await of('jsonl')).toEqual(['json', 'time', ['zone']]);
    expect(await of('text')).toEqual(['text', undefined, ['zone']]);
  });

  it('is nothing, where every stamp names its own', async () => {
    expect(await of('pino')).toEqual(['json', 'time', []]);
    expect(await of('winston')).toEqual(['json', 'timestamp', []]);
    expect(await of('docker')).toEqual(['text', undefined, []]);
  });

  it('is the year, where the stamps have none', async () => {
    const syslog = 'Oct 10 21:15:03 host bot[17]: order rejected {"code":-2010}\n';
    expect((await openLog(logFile(syslog))).asked).toEqual(['year', 'zone']);
    expect((await openLog(logFile(syslog), { year: 2025 })).asked).toEqual(['zone']);
    expect((await counted(syslog, { year: 2025, zone: 0 })).firstMs).toBe(Date.UTC(2025, 9, 10, 21, 15, 3));
  });

  it('is where the time stands, where that cannot be told', async () => {
    expect((await openLog(logFile('{"a":1}\n{"a":2}\n'))).asked).toEqual(['time']);
    const named = '{"at":"x","when":"2025-10-10T21:15:03Z","code":-2010}\n';
    expect((await openLog(logFile(named))).layout.columns).toEqual({ time: 'when', code: 'code' });
  });

  it('is which column is meant, where two of one name say otherwise: neither is taken silently', async () => {
    const text = 'time,code,time\n2025-10-10T21:15:03Z,-2010,2025-10-10T21:16:04Z\n';
    for (const said of [{}, { format: 'csv' }] as const) {
      const { layout, asked } = await openLog(logFile(text), said);
      expect([layout.format, layout.columns.time, asked]).toEqual(['csv', undefined, ['time']]);
    }
    expect((await openLog(logFile(text.replace('time,', 'Time,')))).asked).toEqual(['time']);
    const chosen = { columns: { time: 'Time' } };
    expect((await counted(text.replace('time,', 'Time,'), chosen)).firstMs).toBe(Date.UTC(2025, 9, 10, 21, 15, 3));
    // One column written twice says nothing else.
    const same = text.replace('21:16:04', '21:15:03');
    expect([(await openLog(logFile(same))).asked, (await counted(same)).firstMs]).toEqual([
      [],
      Date.UTC(2025, 9, 10, 21, 15, 3),
    ]);
  });

  it('a head that states a zone is believed, and goes behind what its reader says', async () => {
    const text = 'Time(UTC+8),code\n2025-10-11 05:15:03,-2010\n';
    expect((await openLog(logFile(text))).asked).toEqual([]);
    expect((await counted(text)).firstMs).toBe(Date.UTC(2025, 9, 10, 21, 15, 3));
    expect((await counted(text, { zone: 0 })).firstMs).toBe(Date.UTC(2025, 9, 11, 5, 15, 3));
  });
});

describe('a stamp', () => {
  it.each<[string, number | undefined, number | undefined]>([
    ['2025-10-10 21:15:03,123 - bot - ERROR', Date.UTC(2025, 9, 10, 21, 15, 3, 123), undefined],
    ['[2025-10-10T21:15:03.123456789Z] x', Date.UTC(2025, 9, 10, 21, 15, 3, 123), 0],
    ['2025-10-11T05:15:03+0800 host bot[17]:', Date.UTC(2025, 9, 11, 5, 15, 3), 480],
    ['2025/10/10 21:15:03 order', Date.UTC(2025, 9, 10, 21, 15, 3), undefined],
    // A code behind a blank is no zone.
    ['2025-10-10 21:15:03 -1008 busy', Date.UTC(2025, 9, 10, 21, 15, 3), undefined],
    ['2025-10-10 21:15:03 -0300 x', Date.UTC(2025, 9, 10, 21, 15, 3), -180],
    ['2025-10-10 21:15:03 UTC+8 x', Date.UTC(2025, 9, 10, 21, 15, 3), 480],
    ['1.2.3.4 - - [10/Oct/2025:21:15:03 +0000] "POST /order" 503', Date.UTC(2025, 9, 10, 21, 15, 3), 0],
    ['ERROR:bot:2025-10-10 21:15:03 x', Date.UTC(2025, 9, 10, 21, 15, 3), undefined],
    // As Postgres writes it.
    ['2025-10-11 05:15:03+08 x', Date.UTC(2025, 9, 11, 5, 15, 3), 480],
    ['2025-10-10 21:15:03.123+00 x', Date.UTC(2025, 9, 10, 21, 15, 3, 123), 0],
    ['2025-10-11 06:15:03 KST x', Date.UTC(2025, 9, 11, 6, 15, 3), 540],
    ['2025-10-10 23:15:03,5 CEST ERROR', Date.UTC(2025, 9, 10, 23, 15, 3, 500), 120],
    ['2025-10-11 05:15:03 +0800 CST m=+0.5', Date.UTC(2025, 9, 11, 5, 15, 3), 480],
    ['Fri Oct 10 2025 17:15:03 EDT x', Date.UTC(2025, 9, 10, 17, 15, 3), -240],
    ['2025-10-10 21:15:03 ERROR x', Date.UTC(2025, 9, 10, 21, 15, 3), undefined],
    ['2025-10-10 21:15:03 amount 5', Date.UTC(2025, 9, 10, 21, 15, 3), undefined],
    ['1760130903 x', 1_760_130_903_000, 0],
    ['1760130903.25 x', 1_760_130_903_250, 0],
    ['1760130903123 x', 1_760_130_903_123, 0],
    ['1760130903123456 x', 1_760_130_903_123, 0],
    ['1760130903123456789 x', 1_760_130_903_123, 0],
  ])('is read of %s', (line, ms, zone) => {
    expect(stampOf(line)).toEqual({ ms, zone });
  });

  it('is invalid, not another day, where the calendar has no such day', () => {
    expect(stampOf('2025-02-30 21:15:03 x')).toBe('invalid');
    expect(stampOf('order 17 rejected')).toBeUndefined();
    expect(instantOf('Fri, 10 Oct 2025 21:15:03 GMT')).toEqual({ ms: Date.UTC(2025, 9, 10, 21, 15, 3), zone: 0 });
    expect(instantOf('1760130903.5')).toEqual({ ms: 1_760_130_903_500, zone: 0 });
  });
});

describe('a line whose time would be read hours off', () => {
  // By the zone of the log, UTC, each would count in another minute than it says, or as a part of the line before it.
  it.each([
    ['a clock of twelve hours', '2025-10-10 9:20:37 PM order rejected code=-2010'],
    ['a zone whose name means several', '2025-10-11 05:20:37 CST order rejected code=-2010'],
    ['a day in another order', '10/11/2025 21:20:37 order rejected code=-2010'],
    ['a day without its signs', '20251010 21:20:37 order rejected code=-2010'],
    ['an unbroken blank', '2025-10-10\u00A021:20:37 order rejected code=-2010'],
    ['wide digits', '２０２５-10-10 21:20:37 order rejected code=-2010'],
  ])('is listed: %s', async (_, line) => {
    const { listed, rejected } = await counted(`2025-10-10 21:15:03 order rejected code=-2010\n${line}\n`, { zone: 0 });
    expect(listed.map((one) => [one.line, one.flaw])).toEqual([[2, 'time']]);
    expect(rejected).toBe(1);
  });

  it('is listed in a cell and in a field of JSON, too', async () => {
    const csv = 'time,code\n2025-10-10 21:15:03,-2010\n2025-10-10 9:20:37 PM,-2010\n2025-10-10 21:20:37 PST,-2010\n';
    expect((await counted(csv, { zone: 0 })).listed.map(({ line, flaw }) => [line, flaw])).toEqual([
      [3, 'time'],
      [4, 'time'],
    ]);
    const json =
      '{"time":"2025-10-10 21:15:03","code":-2010}\n{"time":"2025-10-10 9:20:37 PM","code":-2010}\n{"time":"2025-10-11 05:20:37+08","code":-2010}\n';
    const read = await counted(json, { zone: 0 });
    expect(read.listed.map(({ line, flaw }) => [line, flaw])).toEqual([[2, 'time']]);
    expect(Object.keys(byMinute(read))).toEqual(['2025-10-10T21:15Z binance -2010', '2025-10-10T21:20Z binance -2010']);
  });

  it('is none of a trace, which belongs to the line before it', async () => {
    const text = '2025-10-10 21:15:03 ERROR order failed\n  at send (bot.js:10:15)\n10.5/2 rejected code=-2010\n';
    const { listed, rejected } = await counted(text, { zone: 0 });
    expect([listed, rejected]).toEqual([[], 1]);
  });
});

describe('an entry', () => {
  const of = (text: string): string => {
    const outcome = outcomeOf([['', text]], undefined);
    return outcome.kind === 'rejected'
      ? `${codeKey(outcome.code)} ${outcome.layer}${outcome.isReduceOnly ? ' reduce-only' : ''}`
      : `${outcome.kind}${outcome.kind === 'accepted' && outcome.isReduceOnly ? ' reduce-only' : ''}`;
  };

  it.each([
    ['binance {"code":-2010,"msg":"Account has insufficient balance"}', 'binance -2010 business'],
    ['APIError(code=-1008): Server is currently overloaded', 'binance -1008 transport'],
    // The body's code goes before the status that it came with.
    ['HTTP 503 {"code":-1008,"msg":"busy"}', 'binance -1008 transport'],
    ['binance POST https://api.binance.com/api/v3/order 503 Service Unavailable', 'http 503 transport'],
    ['AxiosError: Request failed with status code 429', 'http 429 transport'],
    ['error: HTTP/1.1 418 I am a teapot', 'http 418 transport'],
    ['503 Server Error: Service Unavailable for url', 'http 503 transport'],
    ['okx {"code":"1","data":[{"sCode":"51008","sMsg":"Insufficient balance"}]}', 'okx 51008 business'],
    ['{\\"retCode\\":110017,\\"retMsg\\":\\"reduce-only rule not satisfied\\"}', 'bybit 110017 business reduce-only'],
    ['order error -2019 margin is insufficient', 'binance -2019 business'],
    ['connect ETIMEDOUT 1.2.3.4:443', 'network ETIMEDOUT transport'],
    ['ccxt.base.errors.RequestTimeout: binance POST', 'ccxt RequestTimeout transport'],
    ['order rejected code=-7777', 'binance -7777 unknown'],
    ['mexc {"code":700003,"msg":"Timestamp"}', 'mexc 700003 unknown'],
    [
      'order failed {"code":-4164,"msg":"notional must be no smaller than 5 (unless you choose reduce only)."}',
      'binance -4164 unknown',
    ],
    ['order failed {"code":-2010} reduceOnly=false', 'binance -2010 business'],
    ['Order filled: orderId=8001 reduceOnly=true', 'accepted reduce-only'],
    ["{'orderId': 8001, 'status': 'NEW'}", 'accepted'],
    ["{'symbol': 'DOGEUSDT', 'side': 'SELL', 'status': 'NEW'}", 'accepted'],
    ['{"event":"closed","msg":"websocket closed, reconnecting in 5 s"}', 'none'],
    ['{"event":"open","msg":"user data stream"}', 'none'],
    ['{"state":"open","what":"connection to wss://stream.binance.com"}', 'none'],
    ['{"orderStatus":"NEW","from":"user data stream"}', 'accepted'],
    ['{"status":"NEW","orderId":8001,"from":"user data stream"}', 'accepted'],
    ['{"code":"0","data":[{"ordId":"312269865356374016","sCode":"0"}]}', 'accepted'],
    ['submitting order orderId=8001', 'none'],
    ['order could not be placed', 'none'],
    ['cancelled order orderId=8001', 'none'],
    // Neither a price, nor a line of code, nor how a socket was closed.
    ['pnl -2010.5 after fees', 'none'],
    ['error at line 1008', 'none'],
    ['websocket closed code=1006', 'none'],
    ['error: loss of -2010 USDT'.replace('-2010', '-2012'), 'none'],
    ['{"code":"200000","data":{"orderId":"x1y2z3"}}', 'accepted'],
  ])('%s is %s', (text, outcome) => {
    expect(of(text)).toBe(outcome);
  });

  it('has the layers of the claimants’ account', () => {
    const layers = (family: string, codes: readonly string[]) => codes.map((code) => layerOf({ family, code }));
    expect(new Set(layers('http', ['503', '429', '418']))).toEqual(new Set(['transport']));
    expect(new Set(layers('binance', ['-1008', '-1001', '-1003']))).toEqual(new Set(['transport']));
    expect(new Set(layers('binance', ['-2010', '-2022', '-4118', '-2019']))).toEqual(new Set(['business']));
    expect(layers('binance', ['constructor', '-1'])).toEqual(['unknown', 'unknown']);
  });
});

describe('the table', () => {
  it('counts every code it has as it says, from a message of its venue', () => {
    for (const family of ['binance', 'okx', 'bybit'] as const)
      for (const [code, { layer }] of Object.entries(CODES[family]))
        expect(outcomeOf([['', `${family} {"code":"${code}","msg":"x"}`]], undefined)).toMatchObject({
          kind: 'rejected',
          code: { family, code },
          layer,
        });
  });
});

describe('cells', () => {
  it('are those of csv-parse, for whatever row, or none where its quotes do not close', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', ' ', ',', '"', '\\', ':'), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (cells) => {
        const row = cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',');
        expect(cellsOf(row, ',')).toEqual((parse(row)[0] ?? []).map((one) => one.trim()));
        expect(cellsOf(row, ',')).toEqual(cells.map((one) => one.trim()));
      }),
    );
    expect(cellsOf('a,"b', ',')).toBeUndefined();
    expect(cellsOf('a,"b"c', ',')).toBeUndefined();
    expect(cellsOf('a, "b,c" ,', ',')).toEqual(['a', 'b,c', '']);
  });
});

describe('lines', () => {
  it('that are too long are read no further, and the next line is read', () => {
    const lines = new Lines();
    const bytes = new TextEncoder().encode(`a\n${'x'.repeat(MOST_LINE_CHARACTERS + 9)}\r\n\nb`);
    const read = [...lines.take(bytes), ...lines.end()];
    expect(read.map(({ number, isCut, text }) => [number, isCut, text.length])).toEqual([
      [1, false, 1],
      [2, true, MOST_LINE_CHARACTERS],
      [4, false, 1],
    ]);
  });

  it('before the first stamp, and rows of too many cells, are listed', async () => {
    const text = 'started\n2025-10-10T21:15:03Z order rejected code=-2010\n';
    expect((await counted(text)).listed).toEqual([
      { kind: 'flawed', file: 'bot.log', line: 1, flaw: 'no-time', text: 'started' },
    ]);
    const csv =
      'time,code\n2025-10-10T21:15:03Z,-2010\n2025-10-10T21:15:03Z,-2010,7\n2025-10-10T21:15:04Z,-2010\nx,-2010\n';
    expect((await counted(csv)).listed.map(({ line, flaw }) => [line, flaw])).toEqual([
      [3, 'cells'],
      [5, 'time'],
    ]);
  });
});

describe('a log without one success', () => {
  it('has no rate, and a run as long as itself that may have been longer', async () => {
    const counts = await counted('2025-10-10T21:15:03Z e code=-2010\n2025-10-10T21:17:03Z e code=-2022\n');
    expect(rejectionRate(counts)).toBeUndefined();
    expect(counts.longestRun).toEqual({
      fromMs: Date.UTC(2025, 9, 10, 21, 15, 3),
      toMs: Date.UTC(2025, 9, 10, 21, 17, 3),
      attempts: 2,
      isBounded: false,
    });
  });
});

describe('minutes together with episodes', () => {
  const at = (text: string): Minute => minute(Date.parse(`2025-10-10T${text}Z`) / 60_000);

  it('are counts, with who came first in minutes', async () => {
    const { minutes } = await counted(
      ['21:12', '21:15', '21:20', '21:20', '21:40']
        .map((time, i) => `2025-10-10T${time}:0${String(i)}Z e code=${i === 0 ? '-2010' : '-1008'}`)
        .join('\n'),
    );
    const together = togetherOf(minutes, [
      { start: at('21:18'), end: at('21:25') },
      { start: at('21:20'), end: at('21:31') },
    ]);
    expect(together).toMatchObject({
      episodes: 2,
      episodeMinutes: 13,
      firstEpisode: at('21:18'),
      lastEpisode: at('21:30'),
    });
    expect(together.all).toEqual({
      rejectedMinutes: 4,
      bothMinutes: 1,
      rejections: 5,
      rejectionsInEpisodes: 2,
      firstRejection: at('21:12'),
      lastRejection: at('21:40'),
      firstLead: 6,
      lastLead: -10,
    });
    expect(together.layers.transport).toMatchObject({ rejections: 4, firstLead: 3 });
    expect(together.layers.unknown).toMatchObject({ rejections: 0, firstLead: undefined });
    expect(togetherOf(minutes, []).all).toMatchObject({ bothMinutes: 0, firstLead: undefined });
  });
});
