import fc from 'fast-check';
import { KINDS, type Asset, type Venue } from '../../../domain/market';
import type { MarketColumns } from '../../../domain/marketColumns';
import { minute, minuteRange, MINUTES_PER_DAY, type MinuteRange } from '../../../domain/minute';
import type { MarketChoice, Reference } from '../../../domain/question';
import { questionOf } from '../markets';
import type { Asked, ReadingInput } from '../reading/question';
import { anyRecipe, bookOf, each, type Recipe } from './books';
import { anyCopies, cut, secondNames } from './copies';
import { anyFrame, type Frame } from './frame';
import { anyWorth, type Worth } from './quotes';

export const VENUES = ['binance', 'bitget', 'coinbase', 'gate', 'kraken', 'okx', 'upbit'];
const DOLLAR_VENUES = ['bitstamp', 'coinbase', 'gemini', 'kraken'];
const RATE_VENUES = ['binance', 'bitstamp', 'coinbase', 'kraken', 'okx', 'upbit'];
const QUOTES = ['USDT', 'USDT', 'USDT', 'USDT', 'USDC', 'USDC', 'FDUSD', 'EUR', 'KRW'];

/** Quotes of every kind, and dollars alone for most. */
export const MIXED = ['USD', 'USD', 'USD', 'USDT', 'USDT', 'USDC', 'FDUSD', 'EUR', 'KRW'];
export const DOLLARS = ['USD', 'USD', 'USD', 'USD', 'USD', 'USD', 'USD', 'USDT'];

/** How wild a case may be. */
export interface Wish {
  readonly kind: Reference['kind'];
  /** Books listed twice, and sources beside one another. */
  readonly copies: boolean;
  /** What the asset's books are quoted in. */
  readonly quotes: readonly string[];
}

const assetFor = (kind: Reference['kind']): fc.Arbitrary<string> =>
  kind === 'wrapped'
    ? fc.constant('WBETH')
    : kind === 'peg'
      ? fc.constant('USDE')
      : fc.constantFrom('ATOM', 'ATOM', 'ATOM', 'BTC');

/** The rates' books: dollars of BTC and ETH, crosses, pairs; few or many. */
const anyRateRecipes: fc.Arbitrary<readonly Recipe[]> = fc
  .tuple(
    ...DOLLAR_VENUES.flatMap((venue) => [
      fc.option(anyRecipe('BTC', [venue], ['USD'], { kind: fc.constant('spot') }), { freq: 6, nil: undefined }),
      fc.option(anyRecipe('ETH', [venue], ['USD'], { kind: fc.constant('spot') }), { freq: 2, nil: undefined }),
    ]),
    fc.array(anyRecipe('BTC', RATE_VENUES, QUOTES), { minLength: 3, maxLength: 10 }),
    fc.array(anyRecipe('ETH', RATE_VENUES, QUOTES), { maxLength: 4 }),
    fc.array(fc.oneof(...['USDT', 'USDT', 'USDC', 'EUR'].map((base) => anyRecipe(base, DOLLAR_VENUES, ['USD']))), {
      maxLength: 5,
    }),
    fc.array(anyRecipe('USD', RATE_VENUES, ['KRW', 'EUR', 'USDT']), { maxLength: 2 }),
  )
  .map((all) => all.flat().filter((recipe) => recipe !== undefined));

/** A book on every venue, and some beside. */
const anyAssetRecipes = (base: string, quotes: readonly string[]): fc.Arbitrary<readonly Recipe[]> =>
  fc
    .tuple(
      ...VENUES.map((venue) =>
        fc.option(anyRecipe(base, [venue], quotes, { kind: fc.constant('spot') }), { freq: 5, nil: undefined }),
      ),
      fc.array(anyRecipe(base, VENUES, quotes), { maxLength: 6 }),
    )
    .map((all) => all.flat().filter((recipe) => recipe !== undefined));

/** Everything of one world, each over all its days. */
interface World {
  readonly markets: readonly MarketColumns[];
  readonly rateMarkets: readonly MarketColumns[];
  readonly underlying: readonly MarketColumns[] | undefined;
}

const anyOthers = (columns: readonly MarketColumns[], copies: boolean): fc.Arbitrary<readonly MarketColumns[]> =>
  copies
    ? fc
        .tuple(anyCopies(columns), fc.constantFrom(undefined, Infinity, 10))
        .map(([some, every]) =>
          each([...columns, ...some, ...(every === undefined ? [] : secondNames(columns, every))]),
        )
    : fc.constant(columns);

function anyWorld(frame: Frame, worth: Worth, asset: string, { kind, copies, quotes }: Wish): fc.Arbitrary<World> {
  const made = (recipes: fc.Arbitrary<readonly Recipe[]>, calm: boolean): fc.Arbitrary<readonly MarketColumns[]> =>
    recipes.chain((all) => anyOthers(each(all.map((one) => bookOf(frame, worth, one, calm))), copies));
  return fc
    .record({
      own: asset === 'BTC' ? fc.constant([]) : made(anyAssetRecipes(asset, quotes), false),
      rateMarkets: fc.oneof(
        { weight: 1, arbitrary: fc.constant([]) },
        { weight: 12, arbitrary: made(anyRateRecipes, true) },
      ),
      underlying: kind === 'wrapped' ? made(anyAssetRecipes('ETH', quotes), true) : fc.constant(undefined),
    })
    .map(({ own, rateMarkets, underlying }) => ({
      markets: asset === 'BTC' ? rateMarkets.filter(({ market }) => market.base === asset) : own,
      rateMarkets,
      underlying,
    }));
}

/** At most one a venue and kind, by venue and kind, some of them of markets nobody holds. */
function anyChoices(markets: readonly MarketColumns[]): fc.Arbitrary<readonly MarketChoice[]> {
  const strange = fc.record({
    venue: fc.constantFrom(...VENUES),
    quote: fc.constantFrom('USDT', 'TRY'),
    kind: fc.constantFrom(...KINDS),
  });
  const place = ({ venue, kind }: MarketChoice): string => `${venue} ${String(KINDS.indexOf(kind))}`;
  const chosen = fc
    .tuple(
      fc.subarray(markets.slice(0, 8), { maxLength: Math.min(3, markets.length) }),
      fc.array(strange, { maxLength: 1 }),
    )
    .map(([some, none]) => {
      const choices = [
        ...some.map(({ market: { venue, quote, kind } }) => ({ venue, quote, kind })),
        ...none.map((one) => ({ ...one, venue: one.venue as Venue })),
      ];
      return [...new Map(choices.map((choice) => [place(choice), choice])).values()].sort((a, b) =>
        place(a) < place(b) ? -1 : 1,
      );
    });
  return fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: chosen });
}

function anyQuestion({ kind }: Wish, { window }: Frame, asset: string, { markets }: World): fc.Arbitrary<Asked> {
  const bloc = ['others', 'all', 'vwm'].includes(kind)
    ? fc.constantFrom('all', 'all', 'USD', 'USDT')
    : fc.constant('all');
  return fc
    .record({
      venues: fc.oneof(
        { weight: 6, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.subarray(VENUES, { minLength: 3 }) },
      ),
      choices: anyChoices(markets),
      referenceVenue: fc.constantFrom(...VENUES),
      rate: fc.constantFrom(...(['usd', 'usd', 'usd', 'usd', 'none'] as const)),
      minPeers: fc.constantFrom(1, 2, 2, 3, 3, 4),
      // 25 and 50 % are levels that prices without a wobble lie on exactly.
      enter: fc.constantFrom(0.005, 0.01, 0.02, 0.05, 0.25, 0.5),
      bloc,
    })
    .map(({ venues, choices, referenceVenue, rate, minPeers, enter, bloc: peers }) => ({
      ...questionOf(1, {
        asset: asset as Asset,
        range: window,
        venues: venues === undefined ? undefined : ([...venues].sort() as Venue[]),
        markets: choices,
        reference: kind === 'venue' ? { kind, venue: referenceVenue as Venue } : { kind },
        rate,
        minPeers,
        enter,
      }),
      bloc: rate === 'none' ? 'all' : peers,
    }));
}

const wholeDays = (from: number, to: number): MinuteRange =>
  minuteRange(
    minute(Math.floor(from / MINUTES_PER_DAY) * MINUTES_PER_DAY),
    minute(Math.ceil(to / MINUTES_PER_DAY) * MINUTES_PER_DAY),
  );

/**
 * What an analysis of a window is given of columns that reach further: the whole UTC days it touches; of the rates' also those
 * that the two minutes beside it lie in; for a ratio the day before, too.
 */
export function given(question: Asked, { markets, rateMarkets, underlying }: World): ReadingInput {
  const { from, to } = question.range;
  const first = question.reference.kind === 'wrapped' ? wholeDays(from, to).from - MINUTES_PER_DAY : from;
  const days = wholeDays(first, to);
  const rateDays = wholeDays(first - 2, to + 2);
  const within = (columns: readonly MarketColumns[], range: MinuteRange): readonly MarketColumns[] =>
    columns.map((one) => cut(one, range));
  return {
    question,
    markets: within(markets, days),
    rateMarkets: within(rateMarkets, rateDays),
    ...(underlying === undefined ? {} : { underlyingMarkets: within(underlying, days) }),
  };
}

/** The same input, of a part of its window alone: with the days of that part, and no more. */
export function zoomed(input: ReadingInput, range: MinuteRange): ReadingInput {
  const { markets, rateMarkets, underlyingMarkets: underlying } = input;
  return given({ ...input.question, range }, { markets, rateMarkets, underlying });
}

/** Whatever may be asked and stored. */
export const anyInput = (wish: Wish): fc.Arbitrary<ReadingInput> =>
  fc
    .tuple(anyFrame(wish.kind === 'wrapped'), assetFor(wish.kind))
    .chain(([frame, asset]) =>
      anyWorth(frame.active.length).chain((worth) =>
        anyWorld(frame, worth, asset, wish).chain((world) =>
          anyQuestion(wish, frame, asset, world).map((question) => given(question, world)),
        ),
      ),
    );
