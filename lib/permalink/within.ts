import type { AssetCoverage, Book, CoveredVenue } from '../domain/assetCoverage';
import type { Ignored } from '../domain/ignored';
import type { Venue } from '../domain/market';
import { usualReference } from './fields';
import type { View } from './view';

/** What of a view there is data for; the rest is left out and named, so that a link from elsewhere still opens. */
export function withinCoverage(
  view: View,
  { entry, venues: covered }: Pick<AssetCoverage, 'entry' | 'venues'>,
): { readonly view: View; readonly ignored: readonly Ignored[] } {
  const { asset, venues, markets, reference, bloc } = view.question;
  const ignored: Ignored[] = [];
  const isCovered = (venue: Venue): boolean => covered.some((one) => one.venue === venue);

  const without = venues?.filter((venue) => !isCovered(venue)) ?? [];
  if (without.length > 0) ignored.push({ kind: 'venues-without-data', asset, venues: without });
  const rest = venues?.filter(isCovered) ?? [];

  const lacking = markets.filter((choice) => !hasBook(covered, choice));
  if (lacking.length > 0) ignored.push({ kind: 'markets-without-data', asset, markets: lacking });

  const venueWithoutData =
    reference.kind === 'venue' && !covered.some(({ venue, spot }) => venue === reference.venue && spot)
      ? reference.venue
      : undefined;
  if (venueWithoutData !== undefined)
    ignored.push({ kind: 'reference-venue-without-data', asset, venue: venueWithoutData });

  const isNoBloc = bloc !== 'all' && !covered.some(({ books }) => books.some((book) => isOfBloc(book, bloc)));
  if (isNoBloc) ignored.push({ kind: 'bloc-without-data', asset, quote: bloc });

  const noFocus = view.focus !== undefined && !isCovered(view.focus) ? view.focus : undefined;
  if (noFocus !== undefined) ignored.push({ kind: 'highlight-without-data', asset, venue: noFocus });

  const noLine = view.lines.filter((venue) => !isCovered(venue));
  if (noLine.length > 0) ignored.push({ kind: 'lines-without-data', asset, venues: noLine });

  return {
    ignored,
    view: {
      ...view,
      focus: noFocus === undefined ? view.focus : undefined,
      lines: noLine.length === 0 ? view.lines : view.lines.filter(isCovered),
      question: {
        ...view.question,
        venues: without.length === 0 ? venues : rest.length > 0 ? rest : covered.map(({ venue }) => venue),
        markets: lacking.length === 0 ? markets : markets.filter((choice) => !lacking.includes(choice)),
        reference: venueWithoutData === undefined ? reference : usualReference(entry),
        bloc: isNoBloc ? 'all' : bloc,
      },
    },
  };
}

const isOfBloc = ({ quote, kind }: Book, bloc: string): boolean => kind === 'spot' && quote === bloc;

const hasBook = (
  covered: readonly CoveredVenue[],
  { venue, quote, kind }: View['question']['markets'][number],
): boolean =>
  covered.some((one) => one.venue === venue && one.books.some((book) => book.quote === quote && book.kind === kind));
