import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asset } from '../../domain/market';
import { minute, minuteRange, MINUTES_PER_DAY } from '../../domain/minute';
import { defaultQuestion, type Question } from '../../domain/question';
import { openDatabase } from '../../store/connection/database';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, candle, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { withMoment } from '../moment';
import { questionMarkets } from '../deviations/analysisInput';
import { digestFor } from '../deviations/digest';
import { analyseLong } from './analyse';

const FIRST = at('2025-09-10T00:00Z');
const DAYS = 30;
const WINDOW = minuteRange(FIRST, minute(FIRST + DAYS * MINUTES_PER_DAY));
const WINDOWS = 8;

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
  const markets = ['binance', 'okx', 'coinbase', 'kraken'].map((venue) => spot(venue, 'ATOM', 'USD'));
  await ledgerOf(db).record(
    markets.map((market, i) =>
      answer({
        market,
        asked: WINDOW,
        candles: Array.from({ length: DAYS }, (_, day) =>
          candle(minute(FIRST + day * MINUTES_PER_DAY + 7), 4 + i / 100),
        ),
      }),
    ),
  );
});
afterAll(() => db.drop());

/** Each a window of its own, so that none finds what another has stored. */
const questions = (): readonly Question[] =>
  Array.from({ length: WINDOWS }, (_, i) =>
    defaultQuestion('ATOM' as Asset, minuteRange(minute(WINDOW.from + i), WINDOW.to)),
  );

describe('eight cold windows of thirty days asked at once', () => {
  it.each([2, 3])('all answer over %i connections, and their hashes are stored', async (connections) => {
    await db.pool.query('UPDATE stored_day SET leaf = NULL');
    const small = openDatabase(db.url, { connections });
    try {
      const context = { database: small, simulated: false };
      const answers = await Promise.all(questions().map((question) => analyseLong(context, question)));
      expect(answers.map(({ ok }) => ok)).toEqual(Array.from({ length: WINDOWS }, () => true));
      const digests = await Promise.all(
        questions().map((question) =>
          withMoment(context, question.asOf, (moment) => {
            const asked = questionMarkets(moment.markets, question);
            return asked === undefined ? Promise.resolve(undefined) : digestFor(moment, question, asked);
          }),
        ),
      );
      expect(answers.map((one) => (one.ok ? one.value.digest : undefined))).toEqual(digests);
    } finally {
      await small.close();
    }
    const { rows } = await db.pool.query<{ leaves: number }>(
      'SELECT count(*)::int AS leaves FROM stored_day WHERE leaf IS NOT NULL',
    );
    expect(rows[0]?.leaves).toBe(4 * DAYS);
  });
});
