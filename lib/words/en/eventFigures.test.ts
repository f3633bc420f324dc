import { describe, expect, it } from 'vitest';
import type { FigureAnswer } from '../../api/events';
import { PUBLISHERS } from '../../domain/events/event';
import { EVENTS } from '../../domain/events/presets';
import {
  figuresSentence,
  figureSubject,
  measuredWords,
  publishedWords,
  publisherName,
  statementText,
  verdictWords,
  writtenDigits,
} from './eventFigures';

const base = { publisher: 'jamster187', about: false, venue: 'binance', kind: 'spot', verdict: 'same' } as const;
const candle: FigureAnswer = {
  ...base,
  what: 'candle',
  market: 'ATOM/USDT',
  minute: '2025-10-10T21:20Z',
  published: { open: '1.863', low: '0.001', close: '1.590' },
  measured: { open: 1.863, low: 0.001, close: 1.59 },
};
const low: Extract<FigureAnswer, { readonly what: 'low' | 'high' }> = {
  ...base,
  what: 'low',
  market: 'BTC/USDT',
  from: '2025-10-10T00:00Z',
  to: '2025-10-11T00:00Z',
  minute: null,
  published: '102000',
  measured: 102_000,
  measuredMinute: '2025-10-10T21:20Z',
  minutes: 1_440,
  of: 1_440,
};
const closes: FigureAnswer = {
  ...base,
  what: 'closes-below',
  market: 'USDE/USDT',
  from: '2025-10-10T21:20Z',
  to: '2025-10-10T22:54Z',
  level: '0.99',
  published: '86',
  measured: 85,
  verdict: 'other',
  minutes: 90,
  of: 94,
};
const deviation: FigureAnswer = {
  ...base,
  what: 'deviation',
  market: 'BNSOL/USDT',
  minute: '2025-10-10T21:43Z',
  published: '-82.34',
  measured: -0.82339,
};

describe('a published figure beside the measured one', () => {
  it.each([
    [
      candle,
      'Binance ATOM/USDT, 21:20 UTC',
      'O\u00A01.863 L\u00A00.001 C\u00A01.590',
      'O\u00A01.863 L\u00A00.001 C\u00A01.59',
    ],
    [low, 'Binance BTC/USDT, lowest, of the day', '102,000', '102,000 at 21:20'],
    [
      {
        ...low,
        what: 'high',
        about: true,
        minute: '2025-10-10T21:40Z',
        from: '2026-02-06T10:00Z',
        to: '2026-02-06T11:00Z',
        minutes: 30,
        of: 60,
      },
      'Binance BTC/USDT, highest, 10:00 to 11:00 UTC',
      'about 102,000 at 21:40',
      '102,000 at 21:20 (30 of 60 min with a candle)',
    ],
    [
      closes,
      'Binance USDE/USDT, minutes closed below 0.99, 21:20 to 22:54 UTC',
      '86 min',
      '85 min (90 of 94 min with a candle)',
    ],
    [deviation, 'Binance BNSOL/USDT, deviation at 21:43 UTC', '−82.34 %', '−82.34 %'],
    [
      { ...low, kind: 'perp', venue: 'binancecoinm', market: 'BTC/USD' },
      'Binance COIN-M BTC/USD perpetual, lowest, of the day',
      '102,000',
      '102,000 at 21:20',
    ],
    [
      { ...candle, measured: null, verdict: 'not-stored' },
      'Binance ATOM/USDT, 21:20 UTC',
      'O\u00A01.863 L\u00A00.001 C\u00A01.590',
      'not stored here',
    ],
    [
      { ...deviation, measured: null, verdict: 'not-compared' },
      'Binance BNSOL/USDT, deviation at 21:43 UTC',
      '−82.34 %',
      'no reference in this minute',
    ],
  ] as readonly (readonly [FigureAnswer, string, string, string])[])(
    '%#: %s',
    (figure, subject, published, measured) => {
      expect([figureSubject(figure), publishedWords(figure), measuredWords(figure)]).toEqual([
        subject,
        published,
        measured,
      ]);
    },
  );

  it.each([
    ['same', false, 'matches'],
    ['other', false, 'differs'],
    ['same', true, 'SIMULATED: matches'],
    ['not-stored', true, undefined],
    ['not-compared', false, undefined],
  ] as const)('is %s, simulated %s: %s', (verdict, simulated, words) => {
    expect(verdictWords({ verdict }, simulated)).toBe(words);
  });

  it.each([
    ['102000', '102,000'],
    ['0.320', '0.320'],
    ['0.000001', '0.000001'],
    ['81.11e6', '81,110,000'],
    ['-82.34', '−82.34'],
    ['98726.74', '98,726.74'],
  ])('%s keeps its digits: %s', (digits, written) => {
    expect(writtenDigits(digits)).toBe(written);
  });

  const of = (...verdicts: readonly FigureAnswer['verdict'][]) => verdicts.map((verdict) => ({ verdict }));
  it.each([
    [[], false, 'No single figure of this event is settled in public.'],
    [of('not-stored'), false, '1 published figure; none can be compared with stored candles.'],
    [
      of('same', 'same', 'other', 'not-stored'),
      false,
      '4 published figures: 2 match stored candles, 1 differs, 1 cannot be compared here.',
    ],
    [
      of('same', 'not-compared'),
      true,
      '2 published figures: 1 matches SIMULATED candles, 0 differ, 1 cannot be compared here.',
    ],
  ])('are counted: %j', (figures, simulated, sentence) => {
    expect(figuresSentence(figures, simulated)).toBe(sentence);
  });

  it('has a publisher with a name, and the press is said to be second-hand', () => {
    for (const publisher of PUBLISHERS) expect(publisherName(publisher)).toMatch(/\S/);
    expect(publisherName('press')).toContain('second-hand');
    expect(publisherName('benson-sun')).toContain('second-hand');
  });
});

describe('a published statement', () => {
  it('has a text of its own, for every event', () => {
    const ids = EVENTS.flatMap(({ statements }) => statements.map(({ id }) => id));
    expect(new Set(ids.map(statementText)).size).toBe(ids.length);
    expect(() => statementText('rumour')).toThrow(/rumour/);
  });

  it('names the hours of the compensation as they were declared', () => {
    expect(statementText('official-account')).toContain('21:36 to 22:16');
  });
});
