import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERY_EPISODE, type Scan } from '../../domain/scan';
import { openDatabase, type Database } from '../../store/connection/database';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, candle, range, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { overview } from '../coverage/overview';
import { scanChoices } from './choices';
import { refreshEpisodes } from './refresh';
import { scan } from './scan';

const NOTE = 'This database is read-only. Episodes in candles recorded since the last computation are missing here.';
const ASKED: Scan = {
  ...EVERY_EPISODE,
  range: range(0, 1_440),
  reference: 'others',
  limit: 10,
};

/** One venue at half the price of the others for a minute. */
const write = (db: Database, minuteOfDay: number): Promise<unknown> =>
  ledgerOf(db).record(
    ['binance', 'okx', 'coinbase', 'kraken'].map((venue, i) =>
      answer({
        market: spot(venue, 'ATOM', 'USD'),
        asked: range(minuteOfDay, minuteOfDay + 60),
        candles: Array.from({ length: 60 }, (_, m) => candle(at(minuteOfDay + m), i === 0 && m === 30 ? 2 : 4)),
      }),
    ),
  );

let db: FreshDatabase;
/** As a hot standby is: whatever writes is refused. */
let standby: Database;
beforeAll(async () => {
  db = await freshDatabase('real');
  await write(db, 0);
  await refreshEpisodes(db);
  standby = openDatabase(`${db.url}?options=${encodeURIComponent('-c default_transaction_read_only=on')}`);
});
afterAll(async () => {
  await standby.close();
  await db.drop();
});

const scanned = async (): Promise<{ readonly found: number; readonly isNoted: boolean }> => {
  const outcome = await scan({ database: standby, simulated: false }, ASKED);
  if (!outcome.ok) throw new Error(outcome.message);
  return { found: outcome.value.found, isNoted: outcome.value.notes.includes(NOTE) };
};

describe('a database that takes no writes', () => {
  it('answers a scan from the stored episodes', async () => {
    expect(await refreshEpisodes(standby)).toEqual({ days: 0, isUpToDate: true });
    expect(await scanned()).toEqual({ found: 1, isNoted: false });
  });

  it('says so where candles came in since, and answers the front page and the choices of a scan likewise', async () => {
    await write(db, 600);
    expect(await refreshEpisodes(standby)).toEqual({ days: 0, isUpToDate: false });
    expect(await scanned()).toEqual({ found: 1, isNoted: true });
    const context = { database: standby, simulated: false };
    expect(await overview(context)).toMatchObject({ ok: true, value: { deepest: [{ asset: 'ATOM' }] } });
    expect((await scanChoices(context)).assets).toEqual(['ATOM']);
    await refreshEpisodes(db);
    expect(await scanned()).toEqual({ found: 2, isNoted: false });
  });
});
