import fc from 'fast-check';
import { isComputed, KINDS, type Asset, type Kind, type Source, type Venue } from '../../domain/market';
import { minute, MINUTES_PER_DAY } from '../../domain/minute';
import type { MarketChoice, Question, Reference } from '../../domain/question';
import type { AnalysisInput, MarketColumns } from '../types';
import { anyQuote, MARGIN, WINDOW_VENUES } from './anyMarkets';
import { anyRateMarkets, identity, PER_DOLLAR } from './anyRates';
import { anyRuns, slotsOf, type Run } from './anySlots';
import { alphabetical } from './arithmetic';
import { DEEPEST_MINUTE, marketOf, questionOf, type Slot } from './markets';

/** What is held, and its price in dollars. */
interface Held {
  readonly asset: string;
  readonly level: number;
}

const PLAIN: Held = { asset: 'ATOM', level: 4 };
const PEGGED: Held = { asset: 'USDE', level: 1 };
const UNDERLYING: Held = { asset: 'ETH', level: 4 };
const WRAPPED: Held = { asset: 'WBETH', level: 4.25 };

const heldOf = (kind: Reference['kind']): Held => (kind === 'wrapped' ? WRAPPED : kind === 'peg' ? PEGGED : PLAIN);

/** The minutes of the day before the window that anybody asked for: all others are not fetched. */
interface Asked {
  /** From the first minute of the columns. */
  readonly first: number;
  readonly end: number;
  /** Traded throughout: so that exactly so many minutes are held. */
  readonly steady: boolean;
}

/** What all books of one case share. */
interface Frame {
  readonly minutes: number;
  /** The minutes held before the window. */
  readonly lead: number;
  readonly asked: Asked;
}

/** Sixty common minutes make a ratio: many a case lies just about there. */
const anyAsked = (lead: number): fc.Arbitrary<Asked> =>
  fc
    .record({
      length: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(59, 60, 61) },
        { weight: 2, arbitrary: fc.integer({ min: 90, max: 200 }) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 57 }) },
      ),
      place: fc.double({ min: 0, max: 1, noNaN: true }),
      steady: fc.constantFrom(true, true, false),
    })
    .map(({ length, place, steady }) => {
      // Mostly near the window, where cases are shorter to read, and anywhere in the day.
      const first = lead - length - Math.floor(place ** 3 * (lead - MARGIN - length));
      return { first, end: first + length, steady };
    });

const anyFrame = (day: boolean): fc.Arbitrary<Frame> => {
  const lead = MARGIN + (day ? MINUTES_PER_DAY : 0);
  const minutes = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 30 }) },
    { weight: 2, arbitrary: fc.integer({ min: 31, max: 80 }) },
  );
  return fc.record({
    minutes,
    lead: fc.constant(lead),
    asked: day ? anyAsked(lead) : fc.constant({ first: 0, end: lead, steady: false }),
  });
};

const always = (runs: readonly Run[]): readonly Run[] => runs.map((run) => ({ ...run, state: 'traded' }));

/** The columns' slots: what was asked before the window, then the window and a little more. */
function slotsIn({ minutes, lead, asked }: Frame, runs: readonly Run[], level: number): readonly Slot[] {
  const before = slotsOf(asked.steady ? always(runs) : runs, asked.end - asked.first, level);
  const unasked = (count: number): readonly Slot[] => new Array<Slot>(count).fill('unasked');
  return [...unasked(asked.first), ...before, ...unasked(lead - asked.end), ...slotsOf(runs, minutes + MARGIN, level)];
}

/** Computed prices have no volume, but where a source says 0. */
const computed = (slot: Slot): Slot => {
  if (slot === undefined || slot === 'unasked' || slot.baseVolume === 0) return slot;
  return { ...slot, baseVolume: NaN, quoteVolume: NaN, trades: NaN };
};

const anyKind = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Kind>('spot') },
  { weight: 2, arbitrary: fc.constantFrom<Kind>('perp', 'mark', 'index') },
);
const anySource = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Source>('rest') },
  { weight: 2, arbitrary: fc.constantFrom<Source>('archive', 'trades', 'file', 'ui', 'simulated', 'simulated-ui') },
);

/** One market of one source. */
function anyColumns(
  frame: Frame,
  held: Held,
  venue: fc.Arbitrary<string>,
  kind = anyKind,
  source: fc.Arbitrary<Source> = anySource,
  quote = anyQuote,
): fc.Arbitrary<MarketColumns> {
  return fc.record({ venue, kind, source, quote, runs: anyRuns }).map((one) => {
    const slots = slotsIn(frame, one.runs, held.level * (PER_DOLLAR[one.quote] ?? NaN));
    return marketOf(`${one.venue} ${held.asset}/${one.quote}`, isComputed(one.kind) ? slots.map(computed) : slots, {
      kind: one.kind,
      source: one.source,
      from: minute(DEEPEST_MINUTE - frame.lead),
    });
  });
}

/** A few of anything, or a crowd: a spot book on every venue and whatever stands beside. */
function anyBooks(frame: Frame, held: Held): fc.Arbitrary<readonly MarketColumns[]> {
  const few = fc.uniqueArray(anyColumns(frame, held, fc.constantFrom(...WINDOW_VENUES)), {
    selector: identity,
    minLength: 1,
    maxLength: 7,
  });
  const spots = fc.tuple(
    ...WINDOW_VENUES.map((venue) =>
      anyColumns(
        frame,
        held,
        fc.constant(venue),
        fc.constant<Kind>('spot'),
        fc.constant<Source>('rest'),
        fc.constantFrom('USD', 'USD', 'USDT'),
      ),
    ),
  );
  const crowd = fc
    .tuple(spots, few)
    .map(([all, beside]) => [...new Map([...all, ...beside].map((one) => [identity(one), one])).values()]);
  return fc.oneof({ weight: 2, arbitrary: few }, { weight: 3, arbitrary: crowd });
}

/** At most one a venue and kind, by venue and kind, some of them of markets nobody holds. */
function anyChoices(markets: readonly MarketColumns[]): fc.Arbitrary<readonly MarketChoice[]> {
  const strange = fc.record({
    venue: fc.constantFrom(...WINDOW_VENUES),
    quote: fc.constantFrom('USDT', 'TRY'),
    kind: fc.constantFrom(...KINDS),
  });
  const place = ({ venue, kind }: MarketChoice): string => `${venue} ${String(KINDS.indexOf(kind))}`;
  const chosen = fc.tuple(fc.subarray([...markets]), fc.array(strange, { maxLength: 1 })).map(([some, none]) => {
    const choices = [
      ...some.map(({ market: { venue, quote, kind } }) => ({ venue, quote, kind })),
      ...none.map((one) => ({ ...one, venue: one.venue as Venue })),
    ];
    return [...new Map(choices.map((choice) => [place(choice), choice])).values()].sort((a, b) =>
      alphabetical(place(a), place(b)),
    );
  });
  return fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: chosen });
}

function anyQuestion(
  kind: Reference['kind'],
  { minutes }: Frame,
  markets: readonly MarketColumns[],
): fc.Arbitrary<Question> {
  return fc
    .record({
      venues: fc.oneof(
        { weight: 4, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.subarray(WINDOW_VENUES, { minLength: 1 }) },
      ),
      choices: anyChoices(markets),
      yardstick: fc.constantFrom(...WINDOW_VENUES),
      rate: fc.constantFrom('usd' as const, 'usd' as const, 'none' as const),
      minPeers: fc.constantFrom(1, 2, 2, 3, 3, 4, 5),
      // 25 and 50 % are levels that prices without a wobble lie on exactly.
      enter: fc.constantFrom(0.005, 0.01, 0.02, 0.05, 0.25, 0.5),
    })
    .map(({ venues, choices, yardstick, rate, minPeers, enter }) =>
      questionOf(minutes, {
        asset: heldOf(kind).asset as Asset,
        venues: venues === undefined ? undefined : ([...venues].sort() as Venue[]),
        markets: choices,
        reference: kind === 'venue' ? { kind, venue: yardstick as Venue } : { kind },
        rate,
        minPeers,
        enter,
      }),
    );
}

/**
 * Whatever may be asked of one reference: few venues and many, several markets of a venue and several sources of a market,
 * every kind, the reader's own markets, holes, fillers, ties, every rule of currency; of a wrapped asset also the
 * underlying's books and the day before the window.
 */
export function anyCase(kind: Reference['kind']): fc.Arbitrary<AnalysisInput> {
  const wrapped = kind === 'wrapped';
  return anyFrame(wrapped).chain((frame) =>
    fc
      .record({
        markets: anyBooks(frame, heldOf(kind)),
        // Before the first minute asked for nothing has a price to convert.
        rateMarkets: anyRateMarkets(
          minute(DEEPEST_MINUTE - frame.lead + frame.asked.first - MARGIN),
          frame.lead - frame.asked.first + frame.minutes + 2 * MARGIN,
        ),
        under: wrapped ? anyBooks(frame, UNDERLYING) : fc.constant(undefined),
      })
      .chain(({ markets, rateMarkets, under }) =>
        anyQuestion(kind, frame, markets).map((question): AnalysisInput => ({
          question,
          markets,
          rateMarkets,
          ...(under === undefined ? {} : { underlyingMarkets: under }),
        })),
      ),
  );
}
