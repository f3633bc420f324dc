import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Candle } from '../../domain/candle';
import type { Asset } from '../../domain/market';
import { minute, minuteRange, MINUTES_PER_DAY, plus, type Minute } from '../../domain/minute';
import { EVERY_EPISODE } from '../../domain/scan';
import type { Database } from '../../store/connection/database';
import { rankedEpisodes, type StoredEpisode } from '../../store/episodes/episodes';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, candle, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { freshEpisodes } from './fresh';
import { refreshEpisodes } from './refresh';

const FIRST = at('2025-10-06T00:00Z');
const VENUES = ['binance', 'coinbase', 'kraken', 'okx'] as const;
const dayAt = (i: number): Minute => plus(FIRST, i * MINUTES_PER_DAY);

let db: FreshDatabase;
beforeEach(async () => {
  db = await freshDatabase('real');
});
afterEach(() => db.drop());

/** A whole day of one asset on four venues, traded every minute at 4 USD; binance half of it from `low` on to the end. */
async function writeDay(base: string, i: number, low = MINUTES_PER_DAY, askedAtMs?: number): Promise<void> {
  const asked = minuteRange(dayAt(i), dayAt(i + 1));
  await ledgerOf(db).record(
    VENUES.map((venue) =>
      answer({
        market: spot(venue, base, 'USD'),
        asked,
        candles: Array.from({ length: MINUTES_PER_DAY }, (_, slot): Candle =>
          candle(plus(asked.from, slot), venue === 'binance' && slot >= low ? 2 : 4),
        ),
        ...(askedAtMs === undefined ? {} : { askedAtMs }),
      }),
    ),
  );
}

const kept = async (database: Database = db): Promise<readonly StoredEpisode[]> =>
  (
    await rankedEpisodes(database, {
      ...EVERY_EPISODE,
      range: minuteRange(minute(0), dayAt(1_000)),
      reference: 'others',
      limit: 1_000,
    })
  ).episodes;

const fields = (all: readonly StoredEpisode[]): readonly string[] =>
  all
    .map(({ id, end, censored, recoveryMinutes, usdVolume }) =>
      JSON.stringify([id, end, censored, recoveryMinutes, usdVolume]),
    )
    .sort();

describe('episodes kept by several at once', () => {
  it('are the fresh ones when a day beyond a gap comes after an episode that was open where the data ended', async () => {
    await writeDay('ATOM', 0, MINUTES_PER_DAY - 10);
    await refreshEpisodes(db);
    expect(fields(await kept())).toEqual(
      fields((await freshEpisodes({ database: db, simulated: false }, 'others')).episodes),
    );
    await writeDay('ATOM', 2);
    await refreshEpisodes(db);
    expect(fields(await kept())).toEqual(
      fields((await freshEpisodes({ database: db, simulated: false }, 'others')).episodes),
    );
    expect(await kept()).toHaveLength(1);
  });

  it('come to an end when more refresh at once than there are connections', async () => {
    await writeDay('BTC', 0);
    await writeDay('ATOM', 0, 700);
    await ledgerOf(db).record(
      VENUES.map((venue) =>
        answer({
          market: spot(venue, 'DOGE', 'USDT'),
          asked: minuteRange(dayAt(0), dayAt(1)),
          candles: [candle(plus(dayAt(0), 5), 0.2)],
        }),
      ),
    );
    await Promise.all(Array.from({ length: 20 }, () => refreshEpisodes(db)));
    expect(fields(await kept())).toEqual(
      fields((await freshEpisodes({ database: db, simulated: false }, 'others')).episodes),
    );
    expect(await kept()).toHaveLength(1);
  });

  it('are brought up to date by each, and none fails, while days they rest on are written to', async () => {
    for (let round = 0; round < 12; round += 1) {
      const askedAtMs = Date.UTC(2026, 1, 1 + round);
      // A leg of the rates, days stored before, and a new day.
      const writing = writeDay('BTC', round % 3, 1_440 - round, askedAtMs).then(() =>
        Promise.all([
          writeDay('ATOM', round % 4, 1_000 + round, askedAtMs),
          writeDay('ATOM', 10 + round, 1_200, askedAtMs),
        ]),
      );
      await Promise.all([
        writing,
        refreshEpisodes(db),
        refreshEpisodes(db),
        writing.then(() => refreshEpisodes(db)),
        writing.then(() => refreshEpisodes(db)),
      ]);
    }
    await refreshEpisodes(db);
    expect(fields(await kept())).toEqual(
      fields((await freshEpisodes({ database: db, simulated: false }, 'others')).episodes),
    );
    expect((await kept()).length).toBeGreaterThan(3);
  });

  it('are not without an asset whose first day was written while another refreshed', async () => {
    await writeDay('ATOM', 0);
    let isWritten = false;
    // Somebody writes a new asset right after what is stored was read.
    const query: Database['query'] = async (statement, values) => {
      const read = await db.query(statement, values);
      if (!isWritten && statement.includes('FROM stored_book')) {
        isWritten = true;
        await writeDay('DOGE', 0, 700);
      }
      return read as never;
    };
    await refreshEpisodes({ ...db, query });
    expect(isWritten).toBe(true);
    await refreshEpisodes(db);
    expect((await kept()).map(({ asset }) => asset)).toEqual<Asset[]>(['DOGE' as Asset]);
  });
});
