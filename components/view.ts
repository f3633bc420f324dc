import { KINDS, type Kind, type Venue } from '@/lib/domain/market';
import { ENOUGH_VENUES, quoteRank } from '@/lib/domain/method';
import { minute, minuteRange, plus, type Minute, type MinuteRange } from '@/lib/domain/minute';
import type { MarketChoice, Question } from '@/lib/domain/question';
import type { View } from '@/lib/permalink/view';
import { around } from './window';

/** One of a venue's markets of an asset. */
export type Book = Omit<MarketChoice, 'venue'>;

/** A venue held for an asset, its books by kind and quote; only a spot market can be a yardstick. */
export interface HeldVenue {
  readonly venue: Venue;
  readonly spot: boolean;
  readonly books: readonly Book[];
}

export const withQuestion = (view: View, change: Partial<Question>): View => ({
  ...view,
  question: { ...view.question, ...change },
});
export const withRange = (view: View, range: MinuteRange): View => withQuestion(view, { range });
export const withScale = (view: View, scale: View['scale']): View => ({ ...view, scale });
export const withFocus = (view: View, focus: Venue | undefined): View => ({ ...view, focus });
/** How much of a minute's surroundings its page draws: half an hour to each side, and the minute itself. */
const SURROUNDINGS = 61;

/** A minute's view draws what surrounds it, so that one minute has one address whatever way led there. */
export const withMinute = (view: View, at: Minute): View => ({
  ...withRange(view, around(at, SURROUNDINGS)),
  minute: at,
});
export const withoutMinute = (view: View): View => ({ ...view, minute: undefined });

/**
 * A venue added or taken away; the view names those that stay, so that its address means the same when more are held. The
 * last venue cannot be taken away; a venue that leaves is no longer brought out, no longer the yardstick, and its markets are no
 * longer chosen.
 */
export function withVenue(view: View, held: readonly Venue[], venue: Venue, on: boolean): View {
  const before = view.question.venues ?? held;
  const chosen = held.filter((one) => (one === venue ? on : before.includes(one)));
  if (chosen.length === 0) return view;
  const kept = withQuestion(view, {
    venues: chosen,
    markets: view.question.markets.filter((choice) => chosen.includes(choice.venue)),
  });
  const focused = !on && kept.focus === venue ? withFocus(kept, undefined) : kept;
  const { reference } = focused.question;
  return !on && reference.kind === 'venue' && reference.venue === venue
    ? withQuestion(focused, { reference: { kind: 'others' } })
    : focused;
}

/**
 * The reader's choice of a venue's market of one kind; `quote` undefined: the usual one of spot, none of another kind. A venue
 * without a spot book shows its usual contract until something of it is chosen, so its first choice names that one, too.
 */
export function withMarket(view: View, held: HeldVenue, kind: Kind, quote: string | undefined): View {
  const { venue, books } = held;
  const before = view.question.markets;
  const own = before.filter((choice) => choice.venue === venue);
  const shownAnyway =
    own.length === 0 && !held.spot
      ? usualContract(books)
          .filter((book) => book.kind !== kind)
          .map((book) => ({ venue, ...book }))
      : [];
  const chosen = quote === undefined ? [] : [{ venue, quote, kind }];
  const markets = [
    ...before.filter((choice) => choice.venue !== venue || choice.kind !== kind),
    ...(quote === undefined ? [] : shownAnyway),
    ...chosen,
  ];
  return withQuestion(view, {
    markets: markets.sort((a, b) =>
      a.venue === b.venue ? KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) : a.venue < b.venue ? -1 : 1,
    ),
  });
}

/** What is shown of a venue without a spot book where nobody chose: one book of the first kind it has. */
function usualContract(books: readonly Book[]): readonly Book[] {
  const [first] = books;
  return books
    .filter(({ kind }) => kind === first?.kind)
    .sort((a, b) => quoteRank(a.quote) - quoteRank(b.quote))
    .slice(0, 1);
}

/** The view of the minute before (−1) or after (1); undefined before 1970. */
export function neighbour(view: View, at: Minute, step: -1 | 1): View | undefined {
  return at + step < 0 ? undefined : withMinute(view, minute(at + step));
}

/** What is asked of one minute: the view's question with nothing but that minute in it, as the API asks it. */
export const minuteQuestion = (view: View, at: Minute): Question => ({
  ...view.question,
  range: minuteRange(at, plus(at, 1)),
});

/** What of a view is held here; the rest is left out and named, so that a link from elsewhere still opens. */
export function heldOnly(
  view: View,
  held: readonly HeldVenue[],
): { readonly view: View; readonly ignored: readonly string[] } {
  const ignored: string[] = [];
  const isHeld = (venue: Venue): boolean => held.some((one) => one.venue === venue);
  let kept = view;
  const strangers = view.question.venues?.filter((venue) => !isHeld(venue)) ?? [];
  if (strangers.length > 0) {
    const rest = view.question.venues?.filter(isHeld) ?? [];
    kept = withQuestion(kept, { venues: rest.length === 0 ? held.map(({ venue }) => venue) : rest });
    ignored.push(`${view.question.asset} is not held from ${strangers.join(', ')}.`);
  }
  const lacking = view.question.markets.filter(
    ({ venue, quote, kind }) =>
      !held.some((one) => one.venue === venue && one.books.some((book) => book.quote === quote && book.kind === kind)),
  );
  if (lacking.length > 0) {
    kept = withQuestion(kept, { markets: view.question.markets.filter((choice) => !lacking.includes(choice)) });
    ignored.push(
      `${lacking.map(({ venue, quote, kind }) => `${venue} ${view.question.asset}/${quote}${kind === 'spot' ? '' : ` ${kind}`}`).join(', ')} cannot be chosen: not held.`,
    );
  }
  const { reference } = view.question;
  if (reference.kind === 'venue' && !held.some((one) => one.venue === reference.venue && one.spot)) {
    kept = withQuestion(kept, { reference: { kind: 'others' } });
    ignored.push(
      `${reference.venue} cannot be the yardstick: no spot market of ${view.question.asset} is held from it.`,
    );
  }
  if (view.focus !== undefined && !isHeld(view.focus)) {
    kept = withFocus(kept, undefined);
    ignored.push(`${view.focus} cannot be brought out: it is not held.`);
  }
  return { view: kept, ignored };
}

/** The yardsticks to offer where too few venues take part for a median of the others: none where there are enough, or one is chosen. */
export function pairwiseOffer(view: View, held: readonly HeldVenue[]): readonly Venue[] {
  const spot = held
    .filter((one) => one.spot && (view.question.venues?.includes(one.venue) ?? true))
    .map(({ venue }) => venue);
  const few = spot.length < ENOUGH_VENUES && spot.length > 1;
  return few && view.question.reference.kind === 'others' ? spot : [];
}
