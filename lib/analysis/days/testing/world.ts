import fc from 'fast-check';
import type { Asset } from '../../../domain/market';
import { minuteRange, MINUTES_PER_DAY, minute, startOf, type Day } from '../../../domain/minute';
import { defaultQuestion } from '../../../domain/question';
import { marketOf, type Slot } from '../../proof/markets';
import { rateOf } from '../../rate';
import type { AnalysisInput, MarketColumns } from '../../types';
import { DayByDay, type MeasuredDay } from '../dayByDay';
import { measureDay } from '../measureDay';
import type { Episode } from '../../types';
import type { WalkOf } from '../walk';

export const ASSET = 'ATOM' as Asset;
/** 2025-10-06. */
export const FIRST_DAY = 20_367 as Day;
export const DAYS = 6;
export const day = (i: number): Day => (FIRST_DAY + i) as Day;

/** A stretch of like minutes of one market's day. */
interface Stretch {
  readonly at: number;
  readonly minutes: number;
  readonly state: 'astray' | 'silent' | 'unasked' | 'filler';
  /** Percents from the level. */
  readonly strayed: number;
  /** Whether the minutes close there, or only reach there. */
  readonly closes: boolean;
}

/** One market and source over one day; `undefined` in the world: nothing of it is held. */
interface BookDay {
  readonly market: string;
  readonly kind: 'spot' | 'perp';
  readonly source: 'rest' | 'archive';
  readonly seed: number;
  readonly stretches: readonly Stretch[];
}

/** What is held, day by day. */
export type World = ReadonlyMap<Day, readonly BookDay[]>;

/** Where midnight is, episodes are wanted most. */
const anyPlace = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1_400, max: 1_439 }), fc.integer({ min: 1_400, max: 1_439 }), fc.nat(1_439));
const anyLength = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 25, max: 45 }), fc.constant(200), fc.constant(1_440));
const anyStretch: fc.Arbitrary<Stretch> = fc.record({
  at: anyPlace, minutes: anyLength, strayed: fc.constantFrom(-60, -5, -3, -1.2, 1.2, 4, 30), closes: fc.boolean(),
  state: fc.constantFrom('astray' as const, 'astray' as const, 'astray' as const, 'silent' as const, 'unasked' as const, 'filler' as const),
});

const MARKETS = ['binance ATOM/USDT', 'binance ATOM/USDC', 'coinbase ATOM/USD', 'kraken ATOM/USD', 'okx ATOM/USDT', 'gate ATOM/USDT'] as const;

const anyBookDay: fc.Arbitrary<BookDay> = fc.record({
  market: fc.constantFrom(...MARKETS), kind: fc.constantFrom('spot' as const, 'spot' as const, 'spot' as const, 'spot' as const, 'perp' as const),
  source: fc.constantFrom('rest' as const, 'rest' as const, 'rest' as const, 'archive' as const),
  seed: fc.nat(999), stretches: fc.array(anyStretch, { maxLength: 5 }),
});

const nameOf = ({ market, kind, source }: BookDay): string => `${market} ${kind} ${source}`;

/** Enough books that most minutes are measured. */
const anyBooks: fc.Arbitrary<readonly BookDay[]> = fc.uniqueArray(anyBookDay, { selector: nameOf, minLength: 4, maxLength: 8 });

const anyDay = fc.oneof({ weight: 7, arbitrary: anyBooks }, { weight: 1, arbitrary: fc.constant([]) });

const worldOf = (days: readonly (readonly BookDay[])[]): World => new Map(days.flatMap((books, i) => (books.length === 0 ? [] : [[day(i), books] as const])));

export const anyWorld: fc.Arbitrary<World> = fc.array(anyDay, { minLength: DAYS, maxLength: DAYS }).map(worldOf);

/** A day's books written anew. */
export interface Write {
  readonly day: Day;
  readonly books: readonly BookDay[];
}

export const anyWrite: fc.Arbitrary<Write> = fc.record({ day: fc.integer({ min: 0, max: DAYS - 1 }).map(day), books: anyBooks });

function slotOf({ seed, stretches }: BookDay, i: number): Slot {
  const turn = (seed + i * 7_919) % 23;
  const level = 4 * (1 + (turn % 5 === 0 ? 0 : (turn - 11) / 5_000));
  const within = stretches.find(({ at, minutes }) => i >= at && i < at + minutes);
  if (within?.state === 'unasked') return 'unasked';
  if (within?.state === 'silent') return undefined;
  const strayed = within?.state === 'astray' ? level * (1 + within.strayed / 100) : level;
  const close = within?.closes === true ? strayed : level;
  return { open: level, high: Math.max(level, strayed), low: Math.min(level, strayed), close, baseVolume: within?.state === 'filler' ? 0 : 1 + turn };
}

const columnsOf = (book: BookDay, of: Day): MarketColumns =>
  marketOf(book.market, Array.from({ length: MINUTES_PER_DAY }, (_, i) => slotOf(book, i)), { kind: book.kind, source: book.source, from: startOf(of) });

/** The default question of one day, over what is held then. */
export function inputOf(world: World, of: Day): AnalysisInput {
  const range = minuteRange(startOf(of), minute(startOf(of) + MINUTES_PER_DAY));
  return { question: defaultQuestion(ASSET, range), markets: (world.get(of) ?? []).map((book) => columnsOf(book, of)), rateMarkets: [] };
}

export const measuredIn = (world: World, of: Day): MeasuredDay => measureDay(inputOf(world, of), (range) => (quote) => rateOf(quote, range, []));

/** Every market of any world. */
export const WALK: WalkOf = {
  asset: ASSET, enter: 0.02, markets: MARKETS.flatMap((name) => (['spot', 'perp'] as const).map((kind) => marketOf(name, [undefined], { kind }).market)),
};

/** Every episode of a world, computed from its first day to its last, run by run. */
export function everyEpisode(world: World): readonly Episode[] {
  const out: Episode[] = [];
  let run: DayByDay | undefined;
  for (let i = 0; i < DAYS; i += 1) {
    if (!world.has(day(i))) continue;
    const days: DayByDay = run ?? new DayByDay(ASSET, WALK.enter, WALK.markets);
    days.take(measuredIn(world, day(i)), run === undefined);
    run = world.has(day(i + 1)) ? days : undefined;
    if (run === undefined) out.push(...days.finish());
  }
  return byId(out);
}

export const byId = (episodes: readonly Episode[]): readonly Episode[] => [...episodes].sort((a, b) => (a.id < b.id ? -1 : 1));
