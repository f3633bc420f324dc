import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { eventAnswer, eventsAnswer, type EventAnswer } from '../../api/events';
import { instant } from '../../domain/instant';
import { minuteRange, plus, type Minute } from '../../domain/minute';
import { EVERY_EPISODE } from '../../domain/scan';
import type { EventView } from '../../permalink/events';
import { collecting, Reading } from '../../store/connection/reading';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, ASKED_AT, at, candle, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import type { Context } from '../context';
import { scan } from '../scan/scan';
import { event, eventOnce } from './event';
import { events } from './events';

/** Moments of the database that were opened, each with its own list of markets. */
let moments = 0;
vi.mock(import('../moment'), async (original) => {
  const { withMoment, atOneMoment, ...rest } = await original();
  return {
    ...rest,
    withMoment: (...asked) => {
      moments += 1;
      return withMoment(...asked);
    },
    atOneMoment: (...asked) => {
      moments += 1;
      return atOneMoment(...asked);
    },
  };
});

const FROM = at('2025-10-10T20:00Z');
const MINUTES = 180;
const VIEW: EventView = { event: '2025-10-10', yardstick: undefined, asOf: undefined };

let db: FreshDatabase;
let context: Context;

type Change = Partial<Record<'open' | 'high' | 'low' | 'close', number>>;

/** Three hours at 4, but for the minutes that are changed. */
const book = (venue: string, changed: ReadonlyMap<Minute, Change> = new Map(), quote = 'USD') =>
  answer({
    market: spot(venue, 'ATOM', quote),
    asked: minuteRange(FROM, plus(FROM, MINUTES)),
    candles: Array.from({ length: MINUTES }, (_, i) => candle(plus(FROM, i), 4, changed.get(plus(FROM, i)) ?? {})),
  });

beforeAll(async () => {
  db = await freshDatabase('real');
  context = { database: db, simulated: false };
  await ledgerOf(db).record([
    // Deepest before the declared hours; one in them; one that begins two minutes before and ends in them.
    book('binance', new Map([[at('2025-10-10T21:20Z'), { low: 0.001 }]])),
    book('okx', new Map([[at('2025-10-10T21:50Z'), { low: 3 }]])),
    book('gate', new Map([21, 22, 23].map((i) => [at(`2025-10-10T21:${String(i + 13)}Z`), { low: 2, close: 2 }]))),
    book('kraken'),
    // What was published of Coinbase's day low is 3.000.
    book('coinbase', new Map([[at('2025-10-10T22:30Z'), { low: 3.95 }]])),
    // The published minute, in its own quote.
    book(
      'binance',
      new Map([[at('2025-10-10T21:20Z'), { open: 1.863, high: 2.283, low: 0.001, close: 1.997 }]]),
      'USDT',
    ),
  ]);
});
afterAll(() => db.drop());

async function asked(change: Partial<EventView> = {}): Promise<EventAnswer> {
  const found = await event(context, { ...VIEW, ...change }, (question) => scan(context, question));
  if (!found.ok) throw new Error(found.message);
  return eventAnswer.parse(found.value);
}

describe('10 October 2025', () => {
  it('holds each episode against the declared hours, deepest first', async () => {
    const { episodes, declared, found } = await asked();
    expect(episodes.map(({ venue, peakMinute, place }) => [venue, peakMinute.slice(11, 16), place])).toEqual([
      ['binance', '21:20', 'outside'],
      ['gate', '21:34', 'overlapping'],
      ['okx', '21:50', 'inside'],
    ]);
    expect([found, declared?.counts]).toEqual([3, { inside: 1, overlapping: 1, outside: 1 }]);
  });

  it('holds published figures against raw candles: the same, another, not stored', async () => {
    const { figures } = await asked();
    const of = (venue: string, market: string, what: string) =>
      figures.find((one) => one.venue === venue && one.market === market && one.what === what);
    expect(of('binance', 'ATOM/USDT', 'candle')).toMatchObject({
      verdict: 'same',
      published: { low: '0.001' },
      measured: { open: 1.863, high: 2.283, low: 0.001, close: 1.997 },
    });
    expect(of('coinbase', 'ATOM/USD', 'low')).toMatchObject({
      verdict: 'other',
      published: '3.000',
      measured: 3.95,
      measuredMinute: '2025-10-10T22:30Z',
      minutes: 180,
      of: 1_440,
    });
    expect(of('binance', 'USDE/USDT', 'low')).toMatchObject({ verdict: 'not-stored', measured: null, minutes: 0 });
    expect(of('binance', 'BNSOL/USDT', 'deviation')).toMatchObject({ verdict: 'not-stored', measured: null });
  });

  it('says how the market moved, one value a minute, a minute without a candle null', async () => {
    const { paths, markets } = await asked();
    expect(markets).toBe(6);
    expect(paths.map(({ asset, books, lowest }) => [asset, books, lowest])).toEqual([['ATOM', 6, 0]]);
    expect(paths[0]?.values).toHaveLength(240);
    expect(paths[0]?.values.slice(178, 182)).toEqual([0, 0, null, null]);
  });

  it('counts what goes beyond a yardstick', async () => {
    const { beyond, episodes } = await asked({ yardstick: 'clearly-erroneous' });
    expect(episodes.map(({ level, beyond: one }) => [level, one])).toEqual([
      [0.1, true],
      [0.1, true],
      [0.1, true],
    ]);
    expect(beyond).toBe(3);
    expect((await asked()).beyond).toBeNull();
  });
});

describe('as of an instant', () => {
  it('has what was known then alone', async () => {
    const answered = await asked({ asOf: instant(ASKED_AT - 1) });
    expect(answered).toMatchObject({ markets: 0, found: 0, paths: [] });
    expect(answered.figures.every(({ verdict }) => verdict === 'not-stored')).toBe(true);
  });
});

describe('an event of which nothing is stored', () => {
  it('has its published figures, none of them compared', async () => {
    const answered = await asked({ event: '2026-02-06' });
    expect(answered).toMatchObject({ markets: 0, found: 0, episodes: [], paths: [], declared: null });
    expect(answered.figures).toMatchObject([{ published: '81.11e6', about: true, verdict: 'not-stored' }]);
  });
});

it('is made anew after any write: it rests on the episodes of every asset', async () => {
  const works: readonly (() => Promise<unknown>)[] = [() => asked(), () => events(context)];
  for (const work of works) {
    const reading = new Reading();
    await collecting(reading, work);
    expect(reading.rests).toMatchObject({ everything: true, isFleeting: false });
  }
});

it('what is written between its episodes and its candles is in both or in neither', async () => {
  let scans = 0;
  const found = await event(context, VIEW, async (question) => {
    const scanned = await scan(context, question);
    scans += 1;
    // A minute that Coinbase answers late: a low of 3 where every other venue stands at 4.
    if (scans === 1)
      await ledgerOf(db).record([
        answer({
          market: spot('coinbase', 'ATOM', 'USD'),
          asked: minuteRange(at('2025-10-10T23:30Z'), at('2025-10-10T23:31Z')),
          candles: [candle(at('2025-10-10T23:30Z'), 4, { low: 3 })],
        }),
        ...['binance', 'okx', 'gate', 'kraken'].map((venue) =>
          answer({
            market: spot(venue, 'ATOM', 'USD'),
            asked: minuteRange(at('2025-10-10T23:30Z'), at('2025-10-10T23:31Z')),
            candles: [candle(at('2025-10-10T23:30Z'), 4)],
          }),
        ),
      ]);
    return scanned;
  });
  if (!found.ok) throw new Error(found.message);
  const { episodes, figures } = eventAnswer.parse(found.value);
  const low = figures.find(
    ({ venue, market, what }) => venue === 'coinbase' && market === 'ATOM/USD' && what === 'low',
  );
  expect(low).toMatchObject({ measured: 3, minutes: 181 });
  // 3 / 4 − 1.
  expect(episodes.filter(({ venue }) => venue === 'coinbase').map(({ peak }) => peak)).toEqual([-0.25]);
});

it('its candles and the deviations beside published ones are of one moment', async () => {
  const scanned = await scan(context, { ...EVERY_EPISODE, range: minuteRange(FROM, plus(FROM, MINUTES)), limit: 1 });
  moments = 0;
  expect(await eventOnce(context, VIEW, () => Promise.resolve(scanned))).toMatchObject({ ok: true });
  expect(moments).toBe(1);
});

it('every event is listed with what is stored of it', async () => {
  const found = await events(context);
  const answered = eventsAnswer.parse(found.ok ? found.value : undefined);
  expect(answered.events.map(({ event: id, markets }) => [id, markets])).toEqual([
    ['2020-03-12', 0],
    ['2021-10-21', 0],
    ['2023-03-11', 0],
    ['2025-10-10', 6],
    ['2025-12-24', 0],
    ['2026-02-06', 0],
  ]);
});

it('while its candles come in it says that they may be of two states, and is not kept', async () => {
  const reading = new Reading();
  let minutes = 0;
  const found = await collecting(reading, () =>
    event(context, VIEW, async (question) => {
      const scanned = await scan(context, question);
      minutes += 1;
      await ledgerOf(db).record([
        answer({
          market: spot('kraken', 'ATOM', 'EUR'),
          asked: minuteRange(plus(FROM, minutes), plus(FROM, minutes + 1)),
          candles: [candle(plus(FROM, minutes), 4)],
        }),
      ]);
      return scanned;
    }),
  );
  expect(found.ok && found.value.notes.at(-1)).toMatch(/^Candles of this event are being stored at this moment/);
  expect(reading.rests.isFleeting).toBe(true);
});

it('without any book it is not kept: nobody would be told of an erratum', async () => {
  const empty = await freshDatabase('real');
  try {
    const reading = new Reading();
    await collecting(reading, () =>
      event({ database: empty, simulated: false }, VIEW, (question) =>
        scan({ database: empty, simulated: false }, question),
      ),
    );
    expect(reading.rests.isFleeting).toBe(true);
  } finally {
    await empty.drop();
  }
});
