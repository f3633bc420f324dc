import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { RevisionsAnswer, TimeframeCheck, TimeframeDisagreement } from '@/lib/api/revisions';
import { LongerCandles } from './LongerCandles';

const ATOM = {
  asset: 'ATOM',
  venue: 'binance',
  market: 'ATOM/USDT',
  kind: 'spot',
  source: 'rest',
  timeframe: '1h',
} as const;
const CHECK: TimeframeCheck = { ...ATOM, compared: 24, agreeing: 23, disagreeing: 1, unanswered: 0 };
const candle = (low: number): NonNullable<TimeframeDisagreement['said']> => ({
  open: 4,
  high: 4.2,
  low,
  close: 3,
  baseVolume: 10,
  quoteVolume: null,
  trades: null,
});
const DISAGREEMENT: TimeframeDisagreement = {
  ...ATOM,
  from: '2025-10-10T21:00Z',
  to: '2025-10-10T22:00Z',
  folded: candle(0.001),
  said: candle(1.5),
  seen: '2026-01-31T08:15:00.000Z',
  stands: true,
  fields: ['low'],
  low: 1499,
  high: 0,
  price: 1499,
  volume: 0,
};

function text(part: Partial<RevisionsAnswer>): { readonly markup: string; readonly read: string } {
  const empty = { timeframes: [], disagreeing: 0, disagreements: [], asOf: null };
  const markup = renderToStaticMarkup(<LongerCandles answer={{ ...empty, ...part } as unknown as RevisionsAnswer} />);
  return {
    markup,
    read: markup
      .replace(/<[^>]+>/g, '|')
      .replace(/\|+/g, '|')
      .replaceAll('\u00A0', ' '),
  };
}

describe('longer candles that are not their minutes', () => {
  it('stand with both values, and lead to the minutes', () => {
    const { read, markup } = text({ timeframes: [CHECK], disagreeing: 1, disagreements: [DISAGREEMENT] });
    expect(read).toContain('|1h: 24 compared, 23 agree, 1 disagrees|');
    expect(read).toMatch(
      /\|21:00\|.*\|1h candle\|.*\+149,900 %.*\|minutes\|low\| \|0\.001\|1h candle, seen \|2026-01-31\| 08:15 UTC\|low\| \|1\.5\|/,
    );
    expect(markup).toMatch(/href="\/ATOM\?[^"]*from=2025-10-10T21:00Z&amp;to=2025-10-10T22:00Z/);
    expect(read).not.toContain('an earlier answer');
  });

  it('of an earlier answer say so', () => {
    const { read } = text({ timeframes: [CHECK], disagreeing: 1, disagreements: [{ ...DISAGREEMENT, stands: false }] });
    expect(read).toContain('|an earlier answer; the latest one differs from it|');
  });

  it.each([
    [{}, 'No longer candles are stored. |plumbline ingest |--timeframes| fetches them'],
    [{ timeframes: [{ ...CHECK, compared: 0, agreeing: 0, disagreeing: 0, unanswered: 24 }] }, 'Nothing to compare: '],
    [{ timeframes: [{ ...CHECK, agreeing: 24, disagreeing: 0 }] }, 'Every longer candle matches its minutes.'],
  ])('are none, and the page says why: %#', (part, words) => {
    expect(text(part).read).toContain(words);
  });
});
