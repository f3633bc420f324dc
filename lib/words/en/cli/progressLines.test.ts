import { expect, it } from 'vitest';
import { barNote, rowsRead, shareDone, totalLine, venueLine } from './progressLines';

it.each([
  [{ venue: 'okx', state: 'working', candles: 1_234, note: '' }, 'OKX: fetching, 1,234 candles'],
  [
    { venue: 'cryptocom', state: 'waiting', candles: 0, note: 'HTTP 429' },
    'Crypto.com: waiting to retry, 0 candles (HTTP 429)',
  ],
  [{ venue: 'kraken', state: 'working', candles: 1, note: '' }, 'Kraken: fetching, 1 candle'],
  [{ venue: 'htx', state: 'done', candles: 240, note: '' }, 'HTX: done, 240 candles'],
] as const)('a venue: %#', (progress, line) => {
  expect(venueLine(progress)).toBe(line);
});

it.each([
  [
    { doneMinutes: 43, totalMinutes: 100, candles: 123_456, perSecond: 1_234, etaSeconds: 280 },
    'all venues: 43 %, 123,456 candles, 1,234 candles/s, about 5 min left',
  ],
  [
    { doneMinutes: 0, totalMinutes: 0, candles: 0, perSecond: undefined, etaSeconds: undefined },
    'all venues: 0 candles',
  ],
])('all venues: %#', (total, line) => {
  expect(totalLine(total)).toBe(line);
});

it.each([
  [{ state: 'working', note: '' }, '9 candles/s', 'fetching, 9 candles/s'],
  [{ state: 'working', note: '' }, '', 'fetching'],
  [{ state: 'failed', note: 'x'.repeat(80) }, '9 candles/s', `failed, ${'x'.repeat(60)}`],
] as const)('beside a bar: %#', (progress, pace, note) => {
  expect(barNote(progress, pace)).toBe(note);
});

it('counts while work goes on', () => {
  expect([rowsRead(12_000), shareDone('scanning', 0.429)]).toEqual(['12,000 rows …', 'scanning: 42 %']);
});
