import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Asset } from '../domain/market';
import { defaultQuestion } from '../domain/question';
import type { Lows } from '../domain/lows';
import { MINUTES_PER_DAY } from '../domain/minute';
import type { Database } from '../store/connection/database';
import { ledgerOf } from '../store/ledger/ledger';
import { markSpread, onNodes } from '../store/testing/nodes';
import { answer, ASKED_AT, at, candle, range, spot } from '../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../store/testing/testDatabase';
import { guarded, reply } from './http/reply';
import { deviations, deviationsByPiece } from './deviations/deviations';
import { lows } from './lows/lows';
import { freshEpisodes } from './scan/fresh';

const VENUES = ['binance', 'kraken', 'okx'] as const;
const QUESTION = defaultQuestion('ATOM' as Asset, range(0, 10));

let db: FreshDatabase;
let said = 0;
beforeAll(async () => {
  db = await freshDatabase('real');
  await markSpread(db);
  for (const venue of VENUES) {
    await write(venue);
    await write(venue, 'DOGE');
  }
});
afterAll(() => db.drop());

/** Another price than ever before of a venue's ten minutes. */
function write(venue: (typeof VENUES)[number], asset = 'ATOM'): Promise<unknown> {
  said += 1;
  return ledgerOf(db).record([
    answer({
      market: spot(venue, asset, 'USD'),
      asked: range(0, 10),
      candles: Array.from({ length: 10 }, (_, i) => candle(at(i), 4 + said / 100)),
      askedAtMs: ASKED_AT + 1_000 * said,
    }),
  ]);
}

const answered = (database: Database): Promise<unknown> => deviations({ database, simulated: false }, QUESTION);

/** An answer over nodes, and how often they were read. */
async function over(
  before: (read: number) => Promise<unknown>,
  work: (database: Database) => Promise<unknown> = answered,
): Promise<{ readonly text: string; readonly reads: number }> {
  let reads = 0;
  const nodes = onNodes(db, async () => {
    reads += 1;
    await before(reads);
  });
  try {
    const found = await work(nodes);
    return { text: JSON.stringify(found), reads };
  } finally {
    await nodes.close();
  }
}

const nothing = (): Promise<void> => Promise.resolve();
const now = async (work?: (database: Database) => Promise<unknown>): Promise<string> =>
  (await over(nothing, work)).text;

it('an answer over nodes is of one state, which its digest names, whenever in between a venue is written', async () => {
  const { reads } = await over(nothing);
  const first = await now();
  expect(first).toContain('"ok":true');
  let again = 0;
  let before = first;
  for (let place = 1; place <= reads; place += 1) {
    const found = await over(async (read) => {
      if (read === place) await write('okx');
    });
    const after = await now();
    expect(after).not.toBe(before);
    expect([before, after]).toContain(found.text);
    if (found.reads > reads) again += 1;
    before = after;
  }
  expect(again).toBeGreaterThan(1);
});

it('an answer over nodes whose days are written each time they are read is 503, with when to ask again', async () => {
  const response = await guarded(async () => {
    const nodes = onNodes(db, async () => {
      await write('kraken');
    });
    try {
      return reply(await deviations({ database: nodes, simulated: false }, QUESTION));
    } finally {
      await nodes.close();
    }
  });
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
});

const LOWS: Lows = { range: range(0, 10), assets: undefined, asOf: undefined };

it.each([
  ['the lowest of every asset', (database: Database) => lows({ database, simulated: false }, LOWS)],
  ['the episodes of every asset', (database: Database) => freshEpisodes({ database, simulated: false }, 'others')],
])('%s are read asset by asset, each in a moment of its own', async (_, work) => {
  const { reads } = await over(nothing, work);
  // While the first asset is read, the other is written: nothing is read again for that.
  const found = await over(async (read) => {
    if (read === 1) await write('okx', 'DOGE');
  }, work);
  expect(found).toEqual({ text: await now(work), reads });
});

it('what is told piece by piece is given up where it would begin again', async () => {
  const told: unknown[] = [];
  const long = defaultQuestion('ATOM' as Asset, range(-100 * MINUTES_PER_DAY, MINUTES_PER_DAY));
  await write('okx');
  const telling = over(
    async () => {
      if (told.length > 0) await write('okx');
    },
    (database) =>
      deviationsByPiece({ database, simulated: false }, long, {
        onSeries: (some) => Promise.resolve(void told.push(some)),
      }),
  );
  await expect(telling).rejects.toThrow('(1 in all)');
});
