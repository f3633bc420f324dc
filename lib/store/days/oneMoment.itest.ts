import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '../../domain/instant';
import type { Market } from '../../domain/market';
import { dayOf, MINUTES_PER_DAY } from '../../domain/minute';
import type { Answer } from '../../domain/observation';
import { LAYOUT_VERSION } from '../../domain/observationBytes';
import type { Readable } from '../connection/client';
import { Unsettled } from '../connection/failures';
import { withSnapshot } from '../connection/transactions';
import { ledgerOf } from '../ledger/ledger';
import { emptied } from '../testing/emptied';
import { markSpread, onNodes } from '../testing/nodes';
import { answer, ASKED_AT, at, ATOM, candle, KRAKEN, range } from '../testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';
import { candlesOf, type Wanted } from './candles';
import { storedDaysOf } from './dayByDay';
import { dayLeavesOf } from './dayLeaves';
import { DayRoom } from './dayRoom';
import { withEverything } from './oneMoment';

const WANTED: readonly Wanted[] = [ATOM, KRAKEN].map((market) => ({ market, source: 'rest' }));
const [FIRST, LAST] = [dayOf(at(0)), dayOf(at(MINUTES_PER_DAY))];
const WINDOW = range(0, 2 * MINUTES_PER_DAY);
const THEN = (ASKED_AT + 500) as Instant;

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
  await markSpread(db);
});
afterAll(() => db.drop());
beforeEach(async () => {
  await emptied(db);
  for (const market of [ATOM, KRAKEN])
    await write({ market, asked: range(0, 3), candles: [candle(at(0), 4, { baseVolume: NaN }), candle(at(1), 5)] });
});

const write = (shape: Parameters<typeof answer>[0]): Promise<unknown> => ledgerOf(db).record([answer(shape)]);

/** Another price of the first minute, said so many seconds later. */
const revised = (market: Market, price: number, later: number): Parameters<typeof answer>[0] => ({
  market,
  asked: range(0, 1),
  candles: [candle(at(0), price)],
  askedAtMs: ASKED_AT + 1_000 * later,
});

const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('hex');

/** What answers are made of, each part asked for itself: hashes of days, candles now and before, and of whole days. */
async function readOver(snapshot: Readable): Promise<unknown> {
  const leaves = await dayLeavesOf(snapshot, LAYOUT_VERSION, WANTED, [FIRST, LAST]);
  const all = await candlesOf(snapshot, WANTED, range(0, 10));
  const closes = await candlesOf(snapshot, WANTED, range(0, 10), { fields: ['close'], traded: true });
  const before = await candlesOf(snapshot, WANTED, range(0, 10), { asOf: THEN });
  const days = (await storedDaysOf(snapshot, WANTED, WINDOW)).on(FIRST, new DayRoom());
  return [
    leaves.map(({ leaf, ...one }) => ({ ...one, leaf: hex(leaf) })).sort((a, b) => a.place - b.place || a.day - b.day),
    [...all, ...closes, ...before].map(({ answered, close, trades }) => [[...answered], [...close], [...trades]]),
    days.map(({ candles }) => [[...candles.answered.subarray(0, 10)], [...candles.close.subarray(0, 10)]]),
  ];
}

const text = (said: unknown): string => JSON.stringify(said, (_, value: unknown) => (value === null ? 'none' : value));
const stateNow = async (): Promise<string> => text(await withSnapshot(db, readOver));

/** Reads on nodes; `before`: each read of them, counted from 1. */
async function read(
  before: (place: number) => Promise<unknown>,
): Promise<{ readonly said: string; readonly reads: number }> {
  let reads = 0;
  const nodes = onNodes(db, async () => {
    reads += 1;
    await before(reads);
  });
  try {
    return { said: text(await withSnapshot(nodes, readOver)), reads };
  } finally {
    await nodes.close();
  }
}

const CHANGES: readonly (readonly [string, Parameters<typeof answer>[0]])[] = [
  ['revises a candle', revised(KRAKEN, 6, 1)],
  [
    'sets a row aside beside what was answered, and answers nothing',
    {
      market: ATOM,
      asked: range(7, 8),
      quarantined: [{ minute: at(7), reason: 'low above high', raw: '[]' }],
    },
  ],
];

describe('days on other nodes', () => {
  it('are read once, and twice compared with the moment, where nothing is written', async () => {
    const { said, reads } = await read(() => Promise.resolve());
    expect(said).toBe(await stateNow());
    // Of five reads four have rows on nodes; one of them asks once more, for volumes that decide.
    expect(reads).toBe(4 * 2 + 5);
  });

  it.each(CHANGES)('are of one moment, whenever in between somebody %s', async (_, change) => {
    const { reads } = await read(() => Promise.resolve());
    const states = new Map([[await stateNow(), 0]]);
    const [before = ''] = states.keys();
    let again = 0;
    for (let place = 1; place <= reads; place += 1) {
      await emptied(db);
      for (const market of [ATOM, KRAKEN])
        await write({ market, asked: range(0, 3), candles: [candle(at(0), 4, { baseVolume: NaN }), candle(at(1), 5)] });
      const found = await read(async (now) => {
        if (now === place) await write(change);
      });
      const after = await stateNow();
      expect(after).not.toBe(before);
      expect([before, after], `written before read ${String(place)}`).toContain(found.said);
      if (found.reads > reads) again += 1;
    }
    expect(again).toBeGreaterThan(reads / 2);
  });

  it('are of one moment, whatever is written whenever', async () => {
    // Of a day of which nothing was answered, which has no row whose version would tell.
    const ASIDE_ALONE = [
      { place: 1, market: KRAKEN, minute: 0, price: 1, aside: true },
      { place: 1, market: ATOM, minute: MINUTES_PER_DAY, price: 1, aside: false },
      { place: 13, market: KRAKEN, minute: 2, price: 1, aside: true },
    ];
    const anyWrite = fc.record({
      place: fc.integer({ min: 1, max: 40 }),
      market: fc.constantFrom(ATOM, KRAKEN),
      minute: fc.constantFrom(0, 1, 2, 5, MINUTES_PER_DAY),
      price: fc.integer({ min: 1, max: 3 }),
      aside: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyWrite, { minLength: 1, maxLength: 4 }), async (writes) => {
        await emptied(db);
        await write({ market: ATOM, asked: range(0, 2), candles: [candle(at(0), 4), candle(at(1), 5)] });
        const states = new Set([await stateNow()]);
        let later = 0;
        const { said } = await read(async (now) => {
          for (const { market, minute, price, aside } of writes.filter(({ place }) => place === now)) {
            later += 1;
            await write({
              market,
              asked: range(minute, minute + 1),
              candles: aside ? [] : [candle(at(minute), price)],
              quarantined: aside ? [{ minute: at(minute), reason: 'bad', raw: String(price) }] : [],
              askedAtMs: ASKED_AT + 1_000 * later,
            });
            states.add(await stateNow());
          }
        });
        expect(states).toContain(said);
      }),
      { numRuns: 12, examples: [[ASIDE_ALONE]] },
    );
  });

  it('are waited for where their node does not show yet what was written', async () => {
    for (const place of [1, 2, 3, 4]) {
      await emptied(db);
      await write({ market: KRAKEN, asked: range(0, 3), candles: [candle(at(0), 4)] });
      let reads = 0;
      const nodes = onNodes(db, async () => {
        reads += 1;
        if (reads === place) await nodes.catchUp();
      });
      try {
        await nodes.lag();
        await write(revised(KRAKEN, 10 + place, 1));
        expect(text(await withSnapshot(nodes, readOver))).toBe(await stateNow());
        expect(reads).toBeGreaterThan(place);
      } finally {
        await nodes.close();
      }
    }
  });

  it('are given up with one line where they are written each time', async () => {
    let later = 0;
    const reading = read(() => write(revised(KRAKEN, (later += 1), later)));
    await expect(reading).rejects.toThrow(Unsettled);
    await expect(reading).rejects.toThrow(
      /^what was asked of the database \S+ at \S+ was being written each time it was read \(10 in all\)/,
    );
  });
});

describe('work on everything where tables are spread', () => {
  it('is refused once it is done where something was written meanwhile', async () => {
    const nodes = onNodes(db);
    try {
      expect(await withEverything(nodes, () => Promise.resolve('done'))).toBe('done');
      await expect(withEverything(nodes, () => write(revised(ATOM, 6, 1)))).rejects.toThrow(Unsettled);
    } finally {
      await nodes.close();
    }
  });

  it('begins when each node shows what was written before', async () => {
    let reads = 0;
    const nodes = onNodes(db, async () => {
      reads += 1;
      if (reads === 2) await nodes.catchUp();
    });
    try {
      await nodes.lag();
      await write(revised(KRAKEN, 6, 1));
      expect(await withEverything(nodes, () => Promise.resolve(reads))).toBe(2);
    } finally {
      await nodes.close();
    }
  });
});

describe('a write where tables are spread', () => {
  const versions = async (): Promise<unknown> =>
    (
      await db.pool.query(
        'SELECT s.day, s.row_version, d.version, s.quarantined FROM stored_day s LEFT JOIN market_day d USING (market_id, source, day) ORDER BY s.market_id, s.day',
      )
    ).rows;
  const aside = (minute: number): Answer =>
    answer({
      market: KRAKEN,
      asked: range(MINUTES_PER_DAY, MINUTES_PER_DAY + 1),
      candles: [candle(at(MINUTES_PER_DAY), 4)],
      quarantined: [{ minute: at(minute), reason: 'bad', raw: '[]' }],
    });

  it('counts a row set aside as a write of its day, once', async () => {
    await ledgerOf(db).record([aside(7)]);
    const written = [
      { day: FIRST, row_version: 1, version: 1, quarantined: 0 },
      { day: FIRST, row_version: 2, version: 2, quarantined: 1 },
      { day: LAST, row_version: 1, version: 1, quarantined: 0 },
    ];
    expect(await versions()).toEqual(written);
    await ledgerOf(db).record([aside(7)]);
    expect(await versions()).toEqual(written);
  });

  it('counts no day in a version before that which its node does not show yet', async () => {
    let reads = 0;
    const nodes = onNodes(db, async () => {
      reads += 1;
      if (reads === 5) await nodes.catchUp();
    });
    try {
      await nodes.lag();
      await write({ market: KRAKEN, asked: range(2 * MINUTES_PER_DAY, 2 * MINUTES_PER_DAY + 5) });
      await ledgerOf(nodes).record([aside(2 * MINUTES_PER_DAY + 2)]);
      expect(reads).toBeGreaterThanOrEqual(5);
    } finally {
      await nodes.close();
    }
    expect(await versions()).toContainEqual({ day: LAST + 1, row_version: 2, version: 2, quarantined: 1 });
  });
});
