import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Asset } from '../../domain/market';
import { defaultQuestion } from '../../domain/question';
import { ledgerOf } from '../../store/ledger/ledger';
import { markSpread, onNodes } from '../../store/testing/nodes';
import { answer, ASKED_AT, at, candle, range, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { guarded, reply } from '../http/reply';
import { deviations } from './deviations';

const VENUES = ['binance', 'kraken', 'okx'] as const;
const QUESTION = defaultQuestion('ATOM' as Asset, range(0, 10));

let db: FreshDatabase;
let said = 0;
beforeAll(async () => {
  db = await freshDatabase('real');
  await markSpread(db);
  for (const venue of VENUES) await write(venue);
});
afterAll(() => db.drop());

/** Another price than ever before of a venue's ten minutes. */
function write(venue: (typeof VENUES)[number]): Promise<unknown> {
  said += 1;
  return ledgerOf(db).record([
    answer({
      market: spot(venue, 'ATOM', 'USD'),
      asked: range(0, 10),
      candles: Array.from({ length: 10 }, (_, i) => candle(at(i), 4 + said / 100)),
      askedAtMs: ASKED_AT + 1_000 * said,
    }),
  ]);
}

/** The answer over nodes, how often they were read, and whether a moment began anew. */
async function over(
  before: (read: number) => Promise<unknown>,
): Promise<{ readonly text: string; readonly reads: number }> {
  let reads = 0;
  const nodes = onNodes(db, async () => {
    reads += 1;
    await before(reads);
  });
  try {
    const found = await deviations({ database: nodes, simulated: false }, QUESTION);
    return { text: JSON.stringify(found), reads };
  } finally {
    await nodes.close();
  }
}

const now = async (): Promise<string> => (await over(() => Promise.resolve())).text;

it('an answer over nodes is of one state, which its digest names, whenever in between a venue is written', async () => {
  const { reads } = await over(() => Promise.resolve());
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
