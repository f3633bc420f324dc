import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Asset, Source } from '../../../domain/market';
import { dayOf, type Day } from '../../../domain/minute';
import { changesSince, type ChangedBook } from '../../../store/changes/changes';
import { fingerprintOf } from '../../../store/changes/fingerprint';
import type { Rests } from '../../../store/connection/reading';
import { ledgerOf } from '../../../store/ledger/ledger';
import { emptied } from '../../../store/testing/emptied';
import { answer, ASKED_AT, at, attempt, candle, range, spot } from '../../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../../store/testing/testDatabase';
import { ALWAYS } from '../../coverage/window';
import { Freshness } from '../freshness';
import { Standing } from '../standing';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
});
afterAll(() => db.drop());
beforeEach(() => emptied(db));

const FIRST = dayOf(at(0));
const ASSETS = ['ATOM', 'BTC', 'OSMO'] as const;
const VENUES = ['kraken', 'kraken', 'binance'] as const;
/** One of them more often: the same book is written again. */
const SOURCES: readonly Source[] = ['rest', 'rest', 'rest', 'archive'];
const NONE: Rests = { everything: false, listed: undefined, bases: [], books: [], isFleeting: false };

interface Write {
  readonly asset: string;
  readonly venue: string;
  readonly source: Source;
  /** After 2025-10-10. */
  readonly day: number;
  readonly price: number;
  readonly isInVain: boolean;
}

async function write({ asset, venue, source, day, price, isInVain }: Write): Promise<void> {
  const market = spot(venue, asset, 'USD');
  const asked = range(day * 1440, day * 1440 + 5);
  if (isInVain) await ledgerOf(db).attempted([attempt({ market, source, asked })]);
  else
    await ledgerOf(db).record([
      answer({ market, source, asked, candles: [candle(asked.from, price)], askedAtMs: ASKED_AT + price * 60_000 }),
    ]);
}

/** What a write is told as, each once. */
async function told(work: () => Promise<void>): Promise<readonly ChangedBook[]> {
  const changes: ChangedBook[] = [];
  const freshness = new Freshness({
    changesSince: (xmin) => changesSince(db, xmin),
    onChange: (change) => changes.push(change),
    onLost: () => undefined,
  });
  await freshness.check();
  await freshness.check();
  changes.length = 0;
  await work();
  await freshness.check();
  return changes;
}

const writes: fc.Arbitrary<Write> = fc.record({
  asset: fc.constantFrom(...ASSETS),
  venue: fc.constantFrom(...VENUES),
  source: fc.constantFrom(...SOURCES),
  day: fc.nat(2),
  price: fc.integer({ min: 1, max: 9 }),
  isInVain: fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
});
const books = fc
  .record({
    market: fc
      .record({ asset: fc.constantFrom(...ASSETS), venue: fc.constantFrom(...VENUES) })
      .map(({ asset, venue }) => spot(venue, asset, 'USD')),
    source: fc.constantFrom(...SOURCES),
    days: fc.constantFrom(
      ...[
        [0, 0],
        [0, 1],
        [1, 2],
        [2, 2],
      ].map(([a = 0, b = 0]) => ({ first: (FIRST + a) as Day, last: (FIRST + b) as Day })),
      ALWAYS,
    ),
  })
  .map(({ market, source, days }) => ({ market, source, ...days }));
const assets = fc.subarray([...ASSETS] as string[]).map((some) => some as Asset[]);
const rests: fc.Arbitrary<Rests> = fc.record({
  everything: fc.boolean(),
  listed: fc.option(assets, { nil: undefined }),
  bases: assets,
  books: fc.array(books, { maxLength: 5 }),
  isFleeting: fc.constant(false),
});

describe('the versions of what an answer rests on', () => {
  it('are others exactly where a write makes it stale', async () => {
    const seen = { stale: 0, fresh: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(writes, { minLength: 4, maxLength: 8 }),
        fc.array(rests, { minLength: 8, maxLength: 8 }),
        writes,
        async (before, all, last) => {
          await emptied(db);
          for (const one of before) await write(one);
          const some = all.map((one, i) => ({ ...one, everything: i === 0 && one.everything }));
          const then = await Promise.all(some.map((one) => fingerprintOf(db, one)));
          const changes = await told(() => write(last));
          const now = await Promise.all(some.map((one) => fingerprintOf(db, one)));
          some.forEach((one, i) => {
            const isStale = changes.some((change) => new Standing(one).isTouchedBy(change));
            seen[isStale ? 'stale' : 'fresh'] += 1;
            expect([now[i] !== then[i], one], JSON.stringify(one)).toEqual([isStale, one]);
          });
        },
      ),
      { numRuns: 40 },
    );
    expect(Math.min(seen.stale, seen.fresh)).toBeGreaterThan(20);
  });

  it('are others where a book of an asset that was looked at is asked in vain, and again where it answers first', async () => {
    const one: Write = { asset: 'ATOM', venue: 'kraken', source: 'rest', day: 0, price: 4, isInVain: true };
    const of = () => fingerprintOf(db, { ...NONE, bases: ['ATOM' as Asset] });
    const all = [await of()];
    await write(one);
    all.push(await of());
    await write({ ...one, isInVain: false });
    all.push(await of());
    expect(new Set(all).size).toBe(3);
  });

  it('are others where the tables were emptied, though every book were written as often again', async () => {
    const one: Write = { asset: 'ATOM', venue: 'kraken', source: 'rest', day: 0, price: 4, isInVain: false };
    const of = () => fingerprintOf(db, { ...NONE, everything: true });
    await write(one);
    const before = await of();
    await db.pool.query(
      'TRUNCATE market, stored_book, stored_day, market_day, revision, quarantine, coverage, reply, longer_candle RESTART IDENTITY CASCADE',
    );
    await write(one);
    expect(await of()).not.toBe(before);
  });
});
