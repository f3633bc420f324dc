import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pinnedAnswer, type PinnedAnswer } from '../../api/pinned';
import { instant, type Instant } from '../../domain/instant';
import type { Asset } from '../../domain/market';
import { minuteRange, plus } from '../../domain/minute';
import { defaultQuestion, type Question } from '../../domain/question';
import { digestOfText } from '../../evidence/digest';
import { EVENT_WINDOW } from '../coverage/window';
import { readPermalink } from '../../permalink/permalink';
import { minuteQuestion, type View } from '../../permalink/view';
import { readDigestText } from '../../sealed/digestText';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, candle, range, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import type { Context } from '../context';
import { deviations } from '../deviations/deviations';
import { viewFile } from '../forms/viewFile';
import { minuteOf } from '../minutes/minute';
import { withMoment } from '../moment';
import { exportPicture } from '../pictures/export';
import { valueOf } from '../testing/fourVenues';
import { earlierStates as statesOfBooks } from '../verify/states';
import { viewAnswers } from '../views/answers';
import { earlierStates } from './earlierStates';
import { pinned, pinnedAt } from './pinned';

const ATOM = 'ATOM' as Asset;
const VENUES = ['binance', 'coinbase', 'kraken', 'okx'] as const;
/** Far from both ends of the day, whose rates are read a little beyond them. */
const MIDDAY = 720;
/** Noon of 1 January 2026, and so many hours later. */
const hour = (n: number): number => Date.UTC(2026, 0, 1, 12 + n);

let db: FreshDatabase;
let context: Context;
/** The digests of the window and of the minute before anything was revised. */
let before: { readonly window: string; readonly minute: string; readonly file: string; readonly unspelled: string };

const question = (change: Partial<Question> = {}): Question => ({
  ...defaultQuestion(ATOM, range(0, 10)),
  venues: VENUES.map((venue) => spot(venue, 'ATOM', 'USD').venue),
  ...change,
});
const view = (change: Partial<View> = {}): View => ({
  question: question(),
  scale: 'auto',
  focus: undefined,
  lines: [],
  minute: undefined,
  ...change,
});
const flat = (price: number, from = 0) => Array.from({ length: 10 }, (_, i) => candle(at(from + i), price));
const windowDigest = async (asked: Question): Promise<string> => valueOf(await deviations(context, asked)).digest;
const minuteDigest = async (asked: Question): Promise<string> => valueOf(await minuteOf(context, asked, at(5))).digest;
const found = async (asked: View): Promise<PinnedAnswer> => pinnedAnswer.parse(valueOf(await pinned(context, asked)));
const viewAt = (path: string): View => {
  const read = readPermalink(path, EVENT_WINDOW);
  if (read.kind !== 'view' || read.written.ignored.length > 0) throw new Error(path);
  return read.written.view;
};

beforeAll(async () => {
  db = await freshDatabase('real');
  context = { database: db, simulated: false };
  const ledger = ledgerOf(db);
  const record = (answers: Parameters<typeof ledger.record>[0]) => ledger.record(answers);
  for (const venue of VENUES)
    await record([
      answer({ market: spot(venue, 'ATOM', 'USD'), asked: range(0, 10), candles: flat(4), askedAtMs: hour(0) }),
    ]);
  // Two books that lend legs, one of them stored a second day.
  await record([
    answer({ market: spot('kraken', 'BTC', 'USD'), asked: range(0, 10), candles: flat(100_000), askedAtMs: hour(0) }),
    answer({ market: spot('kraken', 'BTC', 'USDT'), asked: range(0, 10), candles: flat(100_000), askedAtMs: hour(0) }),
  ]);
  const by = { ...view({ minute: at(5) }), question: question({ enter: 0.5 }) };
  before = {
    window: await windowDigest(question()),
    unspelled: await windowDigest(question({ venues: undefined })),
    minute: await minuteDigest(minuteQuestion(by, at(5))),
    file: await minuteDigest({ ...by.question, range: minuteRange(at(5), plus(at(5), 1)) }),
  };
  // One candle is revised, then a leg; a book comes in by another day; a row is set aside.
  await record([
    answer({
      market: spot('binance', 'ATOM', 'USD'),
      asked: range(5, 6),
      candles: [candle(at(5), 4, { low: 1 })],
      askedAtMs: hour(2),
    }),
  ]);
  await record([
    answer({
      market: spot('kraken', 'BTC', 'USDT'),
      asked: range(3, 4),
      candles: [candle(at(3), 100_500)],
      askedAtMs: hour(3),
    }),
  ]);
  await record([
    answer({
      market: spot('bybit', 'ATOM', 'USD'),
      asked: range(14_400, 14_410),
      candles: flat(4, 14_400),
      askedAtMs: hour(4),
    }),
  ]);
  await record([
    answer({
      market: spot('okx', 'ATOM', 'USD'),
      asked: range(10, 12),
      candles: [candle(at(11), 4)],
      quarantined: [{ minute: at(10), reason: 'low 0 is not above 0', raw: '[]' }],
      askedAtMs: hour(5),
    }),
  ]);
});
afterAll(() => db.drop());

describe('an address that names a digest', () => {
  it('of what is stored shows the same figures', async () => {
    const digest = await windowDigest(question());
    expect(await found(view({ digest }))).toMatchObject({
      state: 'same',
      of: 'window',
      digest,
      digestNow: digest,
      asOf: null,
      changes: [],
    });
  });

  it('of an earlier state says which minutes of which books differ, and leads to the view as it was', async () => {
    const pin = await found(view({ digest: before.window }));
    expect(pin).toMatchObject({ state: 'changed', of: 'window', asOf: '2026-01-01T13:59:59.999Z', parameters: [] });
    expect(pin.digestNow).toBe(await windowDigest(question()));
    const low = { role: 'market', venue: 'binance', market: 'ATOM/USD', change: 'other' };
    expect(pin.changes).toMatchObject([
      { ...low, minutes: [{ minute: '2025-10-10T00:05Z', was: { low: 4, close: 4 }, now: { low: 1, close: 4 } }] },
      { venue: 'okx', minutes: [{ minute: '2025-10-10T00:11Z', was: { answered: false }, now: { close: 4 } }] },
      { role: 'rate-market', market: 'BTC/USDT', minutes: [{ minute: '2025-10-10T00:03Z', now: { low: 100_500 } }] },
      { venue: 'bybit', change: 'added', minutes: null },
    ]);
    const then = viewAt(pin.asItWas ?? '');
    expect(valueOf(await viewAnswers(context, then)).window.facts.digest).toBe(before.window);
    // That address names the digest as well, and keeps what it says.
    expect(then.digest).toBe(before.window);
    expect(await found(then)).toMatchObject({ state: 'same' });
  });

  it.each(['minute', 'file'] as const)('of an earlier state of a minute (%s) likewise', async (which) => {
    const marked = view({ question: question({ enter: 0.5 }), minute: at(5), digest: before[which] });
    const pin = await found(marked);
    expect(pin).toMatchObject({ state: 'changed', of: 'minute' });
    expect(pin.changes[0]).toMatchObject({ venue: 'binance', minutes: [{ was: { low: 4 }, now: { low: 1 } }] });
    const then = viewAt(pin.asItWas ?? '');
    expect(then.minute).toBe(at(5));
    expect(await found(then)).toMatchObject({ state: 'same', of: 'minute' });
  });

  it('of a minute says nothing of another day of its window: the page says so, a picture and a bundle are refused', async () => {
    const marked = (to: number) => view({ question: question({ range: range(MIDDAY, to) }), minute: at(MIDDAY + 5) });
    const digest = valueOf(
      await minuteOf(context, minuteQuestion(marked(MIDDAY + 10), at(MIDDAY + 5)), at(MIDDAY + 5)),
    ).digest;
    const within = { ...marked(MIDDAY + 10), digest };
    const beyond = { ...marked(MIDDAY + 1_440), digest };
    expect(await found(within)).toMatchObject({ state: 'same', of: 'minute', coversWindow: true });
    expect(await found(beyond)).toMatchObject({ state: 'same', of: 'minute', coversWindow: false });
    expect((await exportPicture(context, within)).ok).toBe(true);
    const refused = {
      ok: false,
      code: 'changed',
      message: expect.stringContaining('reaches days that it does not name') as string,
    };
    expect(await exportPicture(context, beyond)).toMatchObject(refused);
    for (const form of ['svg', 'zip'] as const) expect(await viewFile(context, beyond, form)).toMatchObject(refused);
    // Its table is of the minute alone.
    expect((await viewFile(context, beyond, 'csv')).ok).toBe(true);
    const ofWindow = await windowDigest(beyond.question);
    expect(await found({ ...beyond, digest: ofWindow })).toMatchObject({ state: 'same', coversWindow: true });
    expect((await exportPicture(context, { ...beyond, digest: ofWindow })).ok).toBe(true);
  });

  it('of the window on a page of a minute is known too', async () => {
    expect(await found(view({ minute: at(5), digest: before.window }))).toMatchObject({
      state: 'changed',
      of: 'window',
    });
  });

  it('that a command told, which names no venues, is known where the address names all of them', async () => {
    const everyVenue = question({ venues: [...VENUES, 'bybit'].sort().map((venue) => spot(venue, 'A', 'B').venue) });
    const pin = await found(view({ question: everyVenue, digest: before.unspelled }));
    expect(pin).toMatchObject({ state: 'changed', of: 'window' });
    expect(await found(viewAt(pin.asItWas ?? ''))).toMatchObject({ state: 'same' });
    expect(await found(view({ question: question({ venues: undefined }), digest: before.window }))).toMatchObject({
      state: 'changed',
    });
  });

  it('that nothing stored ever gave says so, with how many states were looked at', async () => {
    // The four later writes: each ended one state.
    expect(await found(view({ digest: `sha256:${'0'.repeat(64)}` }))).toMatchObject({
      state: 'not-found',
      of: null,
      asOf: null,
      asItWas: null,
      statesLookedAt: 4,
      changes: [],
    });
  });

  it('says that there are more states than it looks at, and what it looked at', async () => {
    const within = (states: number, days: number): Promise<PinnedAnswer> =>
      withMoment(context, undefined, async (moment) =>
        valueOf(await pinnedAt(moment, view({ digest: before.window }), { states, days })),
      );
    expect(await within(3, 100)).toMatchObject({ state: 'too-many-states', statesLookedAt: 3, asItWas: null });
    expect(await within(4, 1)).toMatchObject({ state: 'too-many-states' });
    expect(await within(4, 100)).toMatchObject({ state: 'changed', statesLookedAt: 4 });
  });

  it('is refused where it names none', async () => {
    expect(await pinned(context, view())).toMatchObject({ ok: false, status: 400 });
  });
});

describe('an earlier state', () => {
  it('has the digest that an analysis as of its instant tells', async () => {
    const texts = await withMoment(context, undefined, async (moment) => {
      const all: { readonly asOf: Instant; readonly text: string }[] = [];
      for await (const { asOf, textOf } of earlierStates(moment, question()))
        all.push({ asOf, text: textOf(question({ asOf })) });
      return all;
    });
    expect(texts.map(({ asOf }) => asOf)).toEqual([5, 4, 3, 2].map((n) => instant(hour(n) - 1)));
    for (const { asOf, text } of texts) expect(digestOfText(text)).toBe(await windowDigest(question({ asOf })));
    expect(new Set(texts.map(({ text }) => text)).size).toBe(4);
  });

  it('has for each book the hashes that verify is told of it, the newest first', async () => {
    const { books, digestText } = valueOf(await statesOfBooks(context, { address: '', view: view() }));
    const lines = await withMoment(context, undefined, async (moment) => {
      const all = [readDigestText(digestText ?? '').books];
      for await (const { textOf } of earlierStates(moment, question()))
        all.push(readDigestText(textOf(question())).books);
      return all;
    });
    const told = new Map(books.map(({ line, states }) => [line, states.map(({ hash }) => hash)]));
    for (const line of lines[0]?.keys() ?? []) {
      const hashes = lines.flatMap((one) => one.get(line)?.hash ?? []);
      const others = hashes.filter((hash, i) => i > 0 && hash !== hashes[i - 1]);
      // Before its first answer a book is no line of a digest; what is told of it ends with the state in which nothing was stored.
      expect(told.get(line)?.slice(0, others.length) ?? [], line).toEqual(others);
    }
    expect([...told.keys()].sort()).toHaveLength(6);
  });

  it('that verify is told of has what differs from the next newer one', async () => {
    const { books } = valueOf(await statesOfBooks(context, { address: '', view: view() }));
    const of = (venue: string) => books.find(({ line }) => line.includes(`${venue} ATOM/USD`))?.states ?? [];
    expect(of('binance')[0]?.minutes).toMatchObject([
      { minute: '2025-10-10T00:05Z', was: { low: 4, close: 4 }, now: { low: 1, close: 4 } },
    ]);
    expect(of('binance')[1]?.minutes).toHaveLength(10);
    expect(of('okx')[0]?.minutes).toMatchObject([
      { minute: '2025-10-10T00:11Z', was: { answered: false, close: null }, now: { answered: true, close: 4 } },
    ]);
  });

  it('later than the view’s own instant is none that verify is told of', async () => {
    const then = view({ question: question({ asOf: instant(hour(2) - 1) }) });
    const { books } = valueOf(await statesOfBooks(context, { address: '', view: then }));
    expect(books.map(({ states }) => states.length)).toEqual(books.map(() => 1));
    expect(books.flatMap(({ states }) => states.flatMap(({ minutes }) => minutes.map(({ now }) => now.low)))).toEqual(
      expect.not.arrayContaining([1]),
    );
  });
});

describe('a file of a pinned address', () => {
  const text = async (form: 'json' | 'md', asked: View): Promise<string> =>
    Buffer.from(valueOf(await viewFile(context, asked, form)).bytes).toString();

  it('says what became of its figures, as JSON and as Markdown', async () => {
    const pin = await found(view({ digest: before.window }));
    expect(JSON.parse(await text('json', view({ digest: before.window })))).toMatchObject({
      pinned: pin,
      digest: pin.digestNow,
    });
    expect(await text('md', view({ digest: before.window }))).toContain(
      `> The data behind this address has changed since it was made. The page shows the current figures. ${before.window} <${pin.asItWas ?? ''}>\n`,
    );
    expect(await text('md', view())).not.toContain('> ');
  });

  it.each(['csv', 'parquet', 'svg', 'zip'] as const)('is refused as %s where the figures are others', async (form) => {
    expect(await viewFile(context, view({ digest: before.window }), form)).toMatchObject({
      ok: false,
      status: 409,
      code: 'changed',
    });
    const digest = await windowDigest(question());
    expect((await viewFile(context, view({ digest }), form)).ok).toBe(true);
  });

  it('is refused as a picture, which else is the one of the address without the digest', async () => {
    expect(await exportPicture(context, view({ digest: before.window }))).toMatchObject({ ok: false, status: 409 });
    const digest = await windowDigest(question());
    expect(valueOf(await exportPicture(context, view({ digest }))).png).toEqual(
      valueOf(await exportPicture(context, view())).png,
    );
  });
});
