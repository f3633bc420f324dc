import { ownReference } from '@/lib/domain/asset';
import { ascending } from '@/lib/domain/ascending';
import type { Book, CoveredVenue } from '@/lib/domain/assetCoverage';
import { KINDS, type Kind, type Venue } from '@/lib/domain/market';
import { ENOUGH_VENUES, LEAST_MIN_PEERS, quoteRank } from '@/lib/domain/method';
import { minute, type Minute, type MinuteRange } from '@/lib/domain/minute';
import { takesBloc, type Reference } from '@/lib/domain/reference';
import type { Bloc, Question } from '@/lib/domain/question';
import { unpinned, type View } from '@/lib/permalink/view';
import { around } from './window';

/** Other figures than those whose digest the address may name. */
export const withQuestion = (view: View, change: Partial<Question>): View => ({
  ...unpinned(view),
  question: { ...view.question, ...change },
});
/** Another reference; one that is no median of the asset's books has no blocs to choose from. */
export const withReference = (view: View, reference: Reference): View =>
  withQuestion(view, takesBloc(reference) ? { reference } : { reference, bloc: 'all' });
export const withRange = (view: View, range: MinuteRange): View => withQuestion(view, { range });
export const withScale = (view: View, scale: View['scale']): View => ({ ...view, scale });
export const withFocus = (view: View, focus: Venue | undefined): View => ({ ...view, focus });
/** A venue drawn as a line of its own, or as a part of the band again. */
export const withLine = (view: View, venue: Venue, on: boolean): View => ({
  ...view,
  lines: on ? [...new Set([...view.lines, venue])].sort() : view.lines.filter((one) => one !== venue),
});
/** How much of a minute's surroundings its page draws: half an hour to each side, and the minute itself. */
const SURROUNDINGS = 61;

/** A minute's view draws what surrounds it, so that one minute has one address whatever way led there. */
export const withMinute = (view: View, at: Minute): View => ({
  ...withRange(view, around(at, SURROUNDINGS)),
  minute: at,
});
export const withoutMinute = (view: View): View => ({ ...unpinned(view), minute: undefined });
/** The same view by what is stored now; where the address names a digest, it is still the one that is meant. */
export const asKnownNow = (view: View): View => ({ ...view, question: { ...view.question, asOf: undefined } });

/**
 * A venue added or taken away; the view names those that stay, so that its address means the same when there is data for more. The
 * last venue cannot be taken away; a venue that leaves is no longer highlighted, drawn as a line or the reference, and its
 * markets are no longer chosen.
 */
export function withVenue(view: View, covered: readonly Venue[], venue: Venue, on: boolean): View {
  const before = view.question.venues ?? covered;
  const chosen = covered.filter((one) => (one === venue ? on : before.includes(one)));
  if (chosen.length === 0) return view;
  const fewer = withQuestion(view, {
    venues: chosen,
    markets: view.question.markets.filter((choice) => chosen.includes(choice.venue)),
  });
  const drawn = on ? fewer : withLine(fewer, venue, false);
  const focused = !on && drawn.focus === venue ? withFocus(drawn, undefined) : drawn;
  const { reference } = focused.question;
  return !on && reference.kind === 'venue' && reference.venue === venue
    ? withReference(focused, ownReference(focused.question.asset))
    : focused;
}

/**
 * The reader's choice of a venue's market of one kind; `quote` undefined: the usual one of spot, none of another kind. A venue
 * without a spot book shows its usual contract until something of it is chosen, so its first choice names that one, too.
 */
export function withMarket(view: View, covered: CoveredVenue, kind: Kind, quote: string | undefined): View {
  const { venue, books } = covered;
  const before = view.question.markets;
  const own = before.filter((choice) => choice.venue === venue);
  const shownAnyway =
    own.length === 0 && !covered.spot
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

/** All, and every quote in which enough venues have a spot book for a median; the one that is chosen among them always. */
export function blocsOffered({ question }: View, covered: readonly CoveredVenue[]): readonly Bloc[] {
  const spot = covered.map(({ books }) => books.filter(({ kind }) => kind === 'spot').map(({ quote }) => quote));
  const quotes = [...new Set(spot.flat())].filter(
    (quote) => spot.filter((own) => own.includes(quote)).length >= LEAST_MIN_PEERS,
  );
  const chosen = question.bloc === 'all' || quotes.includes(question.bloc) ? [] : [question.bloc];
  return ['all', ...[...quotes, ...chosen].sort((a, b) => quoteRank(a) - quoteRank(b) || ascending(a, b))];
}

/** The view of the minute before (−1) or after (1); undefined before 1970. */
export function neighbour(view: View, at: Minute, step: -1 | 1): View | undefined {
  return at + step < 0 ? undefined : withMinute(view, minute(at + step));
}

/** The venues to offer as the reference where too few venues take part for a median of the others: none where there are enough, or one is chosen. */
export function pairwiseOffer(view: View, covered: readonly CoveredVenue[]): readonly Venue[] {
  const spot = covered
    .filter((one) => one.spot && (view.question.venues?.includes(one.venue) ?? true))
    .map(({ venue }) => venue);
  const few = spot.length < ENOUGH_VENUES && spot.length > 1;
  return few && view.question.reference.kind === 'others' ? spot : [];
}
