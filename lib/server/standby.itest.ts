import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ScanAnswer } from '../api/scan';
import type { Asset } from '../domain/market';
import { defaultQuestion } from '../domain/question';
import { readScan } from '../permalink/scan';
import type { View } from '../permalink/view';
import { changesSince } from '../store/changes/changes';
import { openDatabase, type Database } from '../store/connection/database';
import { StatementStopped, WritesRefused } from '../store/connection/failures';
import { readyDatabase } from '../store/connection/urls';
import { coverageOf } from '../store/coverage/storedCoverage';
import { isOutOfDate } from '../store/episodes/marks';
import { readProgress } from '../store/ingestProgress';
import { ledgerOf } from '../store/ledger/ledger';
import { revisionsOf } from '../store/revisions/revisions';
import { startStandby, type Standby } from '../store/testing/standby';
import { answer, at, candle, range, spot } from '../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../store/testing/testDatabase';
import { EPISODES_NOT_UP_TO_DATE } from '../words/en/database';
import { promised } from '../domain/unit';
import { overview } from './coverage/overview';
import { deviations } from './deviations/deviations';
import { method } from './method';
import { scan } from './scan/scan';
import { run, type Task } from './thread/tasks';

let db: FreshDatabase;
let standby: Standby | undefined;
beforeAll(async () => {
  db = await freshDatabase('real');
  for (const venue of ['binance', 'kraken', 'okx']) await record(venue, 0, 4);
  await record('gate', 0, 2);
  standby = await startStandby();
});
afterAll(async () => {
  await standby?.stop();
  await db.drop();
});

const record = (venue: string, from: number, price: number): Promise<unknown> =>
  ledgerOf(db).record([
    answer({
      market: spot(venue, 'ATOM', 'USD'),
      asked: range(from, from + 10),
      candles: Array.from({ length: 10 }, (_, i) => candle(at(from + i), price)),
    }),
  ]);

/** What there is to test on; a server of another machine has none. */
const there = (): { readonly standby: Standby; readonly url: string } => {
  if (standby === undefined) throw new Error('the tests’ server has no files here');
  return { standby, url: standby.urlOf(db.url) };
};

const QUESTION = defaultQuestion('ATOM' as Asset, range(0, 40));
const SCAN = promised(readScan({ from: '2025-10-10T00:00Z', to: '2025-10-11T00:00Z' }));

async function digestOver(database: Database): Promise<string> {
  const found = await deviations({ database, simulated: false }, QUESTION, {});
  if (!found.ok) throw new Error(found.message);
  return found.value.digest;
}

async function scanned(database: Database): Promise<ScanAnswer> {
  const found = await scan({ database, simulated: false }, SCAN);
  if (!found.ok) throw new Error(found.message);
  return found.value;
}

/** The standby, with the primary at an address, or none. */
async function reading<T>(primaryUrl: string | undefined, work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase(there().url, { primaryUrl });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

const AWAY = 'postgresql://nobody@127.0.0.1:1/none';

describe('a hot standby', () => {
  beforeEach(async ({ skip }) => {
    if (standby === undefined) skip();
    await there().standby.caughtUp();
  });

  it('is opened as any database, answers as its primary does, and refuses to be written to', async () => {
    const opened = await readyDatabase({ real: there().url, rehearsal: '' }, 'real');
    try {
      const { rows } = await opened.query<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby');
      expect(rows).toEqual([{ standby: true }]);
      expect(await digestOver(opened)).toBe(await digestOver(db));
      await expect(ledgerOf(opened).record([answer({ asked: range(50, 60) })])).rejects.toThrow(WritesRefused);
    } finally {
      await opened.close();
    }
  });

  it.each([
    ['alone', undefined],
    ['whose primary is away', AWAY],
  ])('%s does every kind of work that readers ask for, and says where episodes may be missing', async (_, primary) => {
    await reading(primary, async (database) => {
      const context = { database, simulated: false };
      const view: View = { question: QUESTION, scale: 'auto', focus: undefined, lines: [], minute: undefined };
      const tasks: readonly Task[] = [
        { kind: 'deviations', question: QUESTION, resolution: 'auto' },
        { kind: 'columns', question: QUESTION, resolution: 'auto' },
        { kind: 'lows', asked: { range: QUESTION.range, assets: undefined, asOf: undefined } },
        { kind: 'finding', view },
        { kind: 'scorecards', question: QUESTION },
        { kind: 'scan', asked: SCAN },
        { kind: 'refresh' },
      ];
      for (const task of tasks)
        expect([task.kind, await run(context, task, {})]).toMatchObject([task.kind, { ok: true }]);
      expect(await overview(context)).toMatchObject({ ok: true, value: { assets: [{ asset: 'ATOM' }] } });
      expect((await coverageOf(database)).length).toBe(4);
      expect(await revisionsOf(database)).toEqual([]);
      expect((await method(context, { asset: undefined, minute: undefined })).ok).toBe(true);
      expect(await readProgress(database, Date.now())).toBeUndefined();
      expect((await scanned(database)).notes).toContain(EPISODES_NOT_UP_TO_DATE);
    });
  });

  it('with its primary named has what is written for readers written there, and shows it once it has it', async () => {
    await reading(db.url, async (database) => {
      await there().standby.pause();
      const behind = await scanned(database);
      expect(behind.notes).toContain(EPISODES_NOT_UP_TO_DATE);
      expect(await isOutOfDate(db)).toBe(false);
      await there().standby.resume();
      await there().standby.caughtUp();
      const after = await scanned(database);
      expect(after.notes).not.toContain(EPISODES_NOT_UP_TO_DATE);
      expect(after).toEqual(await scanned(db));
      expect(after.episodes.map(({ venue }) => venue)).toEqual(['gate']);
    });
  });

  it('that falls behind answers with what it has, is told of a write when it has it, and never goes back', async () => {
    await reading(db.url, async (database) => {
      const before = await digestOver(database);
      const { xmin } = await changesSince(database, undefined);
      await there().standby.pause();
      await record('binance', 20, 3);
      expect(await digestOver(db)).not.toBe(before);
      expect(await digestOver(database)).toBe(before);
      expect((await changesSince(database, xmin)).books).toEqual([]);
      await there().standby.resume();
      await there().standby.caughtUp();
      expect((await changesSince(database, xmin)).books.map(({ market }) => market.venue)).toEqual(['binance']);
      expect(await digestOver(database)).toBe(await digestOver(db));
    });
  });

  it('that has to give up a moment, because its primary removed what is read, says so in one line', async () => {
    await db.pool.query('CREATE TABLE gone (name text); INSERT INTO gone VALUES (1)');
    await there().standby.caughtUp();
    await reading(undefined, async (database) => {
      const statement = 'SELECT pg_sleep(100) FROM gone';
      const stopped = database.query(statement);
      stopped.catch(() => undefined);
      const running = async (): Promise<boolean> =>
        (await database.query("SELECT FROM pg_stat_activity WHERE query = $1 AND wait_event = 'PgSleep'", [statement]))
          .rows.length > 0;
      // Asleep, it holds its moment: before that it would not see what is removed, and give up nothing.
      while (!(await running()));
      await db.pool.query('DELETE FROM gone');
      await db.pool.query('VACUUM gone');
      await there().standby.caughtUp();
      await expect(stopped).rejects.toThrow(StatementStopped);
      await expect(stopped).rejects.toThrow(
        /^[^\n]+ is a standby and [^\n]+conflict with recovery; try again, or [^\n]+$/,
      );
    });
  });
});
