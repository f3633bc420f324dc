import type { Candle } from '../../domain/candle';
import type { Asset, Market, Source, Venue } from '../../domain/market';
import { minute, parseMinute, type Minute, type MinuteRange } from '../../domain/minute';
import type { Answer, Attempt, Provenance, Quarantined } from '../../domain/observation';
import { brokenPromise } from '../../domain/unit';

/** `at('2025-10-10T21:20Z')`, or minutes after 2025-10-10T00:00Z. */
export function at(when: string | number): Minute {
  if (typeof when === 'number') return minute(Date.UTC(2025, 9, 10) / 60_000 + when);
  const parsed = parseMinute(when);
  if (!parsed.ok) throw brokenPromise(parsed.error);
  return parsed.value;
}

export const spot = (venue: string, base: string, quote: string): Market => ({
  venue: venue as Venue,
  base: base as Asset,
  quote,
  kind: 'spot',
});
export const ATOM = spot('binance', 'ATOM', 'USDT');
export const KRAKEN = spot('kraken', 'ATOM', 'USD');

/** A sound candle around a price. */
export const candle = (when: Minute, price: number, rest: Partial<Candle> = {}): Candle => ({
  minute: when,
  open: price,
  high: price,
  low: price,
  close: price,
  baseVolume: 10,
  quoteVolume: NaN,
  trades: NaN,
  ...rest,
});

export const range = (from: number, to: number): MinuteRange => ({ from: at(from), to: at(to) });

export interface AnswerShape {
  readonly market?: Market;
  readonly source?: Source;
  readonly asked: MinuteRange;
  readonly candles?: readonly Candle[];
  readonly quarantined?: readonly Quarantined[];
  readonly askedAtMs?: number;
  readonly provenance?: readonly Provenance[];
}

/** 2026-01-01T00:00Z: some moment after the event at which a source was asked. */
export const ASKED_AT = Date.UTC(2026, 0, 1);

export const answer = (shape: AnswerShape): Answer => ({
  market: ATOM,
  source: 'rest',
  candles: [],
  quarantined: [],
  askedAtMs: ASKED_AT,
  provenance: [],
  ...shape,
});

/** A failed request, at ASKED_AT. */
export const attempt = (shape: Partial<Attempt> & Pick<Attempt, 'asked'>): Attempt => ({
  market: ATOM,
  source: 'rest',
  outcome: 'failed',
  cause: 'no answer within 10 s',
  askedAtMs: ASKED_AT,
  ...shape,
});

/** Five minutes that were answered, a candle at 10 in the first of them. */
export const fiveMinutes = (from: number, market = ATOM): Answer =>
  answer({ market, asked: range(from, from + 5), candles: [candle(at(from), 10)] });
