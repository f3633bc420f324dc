import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { methodAnswer, type MethodAnswer, type MethodExample } from '../../api/method';
import type { Candle } from '../../domain/candle';
import { parseAsset, type Asset } from '../../domain/market';
import { METHOD_VERSION } from '../../domain/method';
import { defaultQuestion } from '../../domain/question';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, candle, range, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import type { Context } from '../context';
import { deviations } from '../deviations/deviations';
import { minuteOf } from '../minutes/minute';
import type { Outcome } from '../http/outcome';
import { EVENT_WINDOW } from '../coverage/window';
import { method, type Choice } from './index';
import { brokenPromise } from '../../domain/unit';

const NINE = 21 * 60;
const MINUTES = Array.from({ length: 60 }, (_, i) => i);
const FAMOUS = 20;
const NOTHING: Choice = { asset: undefined, minute: undefined };

const code = (text: string): Asset => {
  const read = parseAsset(text);
  if (!read.ok) throw brokenPromise(read.error);
  return read.value;
};
const candles = (price: number, wickLow = price): readonly Candle[] =>
  MINUTES.map((m) => candle(at(NINE + m), price, m === FAMOUS ? { low: wickLow } : {}));

/** An hour around the famous minute; okx in USDT, whose only measure is a direct pair on kraken. */
const stored = (): readonly ReturnType<typeof answer>[] =>
  [
    ['binance', 'ATOM', 'USD', candles(100, 0.1)] as const,
    ['coinbase', 'ATOM', 'USD', candles(100)] as const,
    ['kraken', 'ATOM', 'USD', candles(102)] as const,
    ['okx', 'ATOM', 'USDT', candles(100)] as const,
    ['kraken', 'USDT', 'USD', candles(0.99)] as const,
  ].map(([venue, base, quote, said]) =>
    answer({
      market: spot(venue, base, quote),
      source: 'simulated',
      asked: range(NINE, NINE + MINUTES.length),
      candles: said,
    }),
  );

let db: FreshDatabase;
let context: Context;
beforeAll(async () => {
  db = await freshDatabase('rehearsal');
  context = { database: db, simulated: true };
});
afterAll(() => db.drop());

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

async function worked(choice: Choice = NOTHING): Promise<MethodAnswer & { readonly example: MethodExample }> {
  const made = methodAnswer.parse(valueOf(await method(context, choice)));
  if (made.example === null) throw new Error('nothing was worked out');
  return { ...made, example: made.example };
}

describe('the worked examples', () => {
  it('are none where nothing is stored', async () => {
    expect(valueOf(await method(context, NOTHING))).toEqual({
      method: METHOD_VERSION,
      simulated: true,
      example: null,
      second: [],
    });
  });

  it('are made anew as candles come, and say of a minute and a window what their own answers say', async () => {
    for (const one of stored()) await ledgerOf(db).record([one]);
    const { example } = await worked();
    const question = defaultQuestion(code('ATOM'), EVENT_WINDOW);
    expect(example.minute).toEqual(valueOf(await minuteOf(context, question, at(NINE + FAMOUS))));
    const whole = valueOf(await deviations(context, question));
    expect([example.from, example.to, example.digest, example.control.fall]).toEqual([
      whole.from,
      whole.to,
      whole.digest,
      whole.market.fall,
    ]);
    expect(example.walks[0]?.episode).toEqual(whole.episodes[0]);
    expect(example.focus).toMatchObject({ venue: 'binance', side: 'below' });
    // Lows 0.1, 99 (100 USDT at 0.99), 100, 102: with binance let in, (99 + 100) ÷ 2.
    expect(example.focus?.withItself).toBeCloseTo(99.5, 10);
    expect(example.minute.venues[0]).toMatchObject({ venue: 'binance', reference: { low: 100 }, peers: 3 });
    // One direct leg, Kraken's: a thin rate, as far off as it lies from parity.
    expect(example.rate).toMatchObject({
      quote: 'USDT',
      venue: 'okx',
      rule: 'thin',
      value: 0.99,
      legs: [{ venue: 'kraken', pair: 'USDT/USD', close: 0.99, value: 0.99, isDropped: false }],
    });
    expect(example.rate?.uncertainty).toBeCloseTo(0.01, 12);
    // Of its three peers two are quoted in USD like Binance itself: nothing, nothing and OKX's one percent.
    expect(example.doubt).toMatchObject({
      quote: 'USD',
      uncertainty: 0,
      weakPeers: 1,
      isWeak: false,
      certainty: 'certain',
    });
    // Three of the window's four hours were never asked for: nobody can be ranked.
    expect(example.lows).toMatchObject({ lows: [], isRanked: false, gap: null });
    expect(example.lows.unranked.map(({ venue, why, minutes }) => [venue, why, minutes])).toEqual(
      ['binance', 'coinbase', 'kraken', 'okx'].map((venue) => [venue, 'not-fetched', 180]),
    );
    expect([example.leftOut, example.choice]).toEqual([[], null]);
    expect(example.unusual).toBeNull();
  });

  it('carry the very text their digest is of', async () => {
    const { example } = await worked();
    expect(`sha256:${createHash('sha256').update(example.canonicalText, 'utf8').digest('hex')}`).toBe(example.digest);
  });

  it('are of the reader’s asset and minute where they are chosen', async () => {
    expect((await worked({ asset: code('ATOM'), minute: at(NINE + 5) })).example.minute.minute).toBe(
      '2025-10-10T21:05Z',
    );
    const { example } = await worked({ asset: code('USDT'), minute: undefined });
    expect(example).toMatchObject({ asset: 'USDT', focus: null, walks: [], unusual: null });
    // A minute outside the asset's window is looked at with what surrounds it.
    const away = (await worked({ asset: code('ATOM'), minute: at('2025-11-01T12:00Z') })).example;
    expect([away.from, away.to, away.focus]).toEqual(['2025-11-01T10:00Z', '2025-11-01T14:01Z', null]);
    expect(await method(context, { asset: code('NOPE'), minute: undefined })).toMatchObject({
      ok: false,
      code: 'not-held',
    });
  });
});
