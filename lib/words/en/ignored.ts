import type { Ignored } from '../../domain/ignored';
import type { MarketChoice } from '../../domain/question';
import { quoted, refusalWords } from './refusals';
import { venueList, venueName } from './venues';

const marketChosen = (asset: string, { venue, quote, kind }: MarketChoice): string =>
  `${venueName(venue)} ${asset}/${quote}${kind === 'spot' ? '' : ` ${kind}`}`;

/** What a page left out of its address, a sentence each. */
export function ignoredWords(ignored: Ignored): string {
  switch (ignored.kind) {
    case 'refused':
      return `${refusalWords(ignored.refusal)}.`;
    case 'unknown-name':
      return `${quoted(ignored.name)} is not a parameter of this page.`;
    case 'repeated':
      return `${quoted(ignored.name)} is given more than once; the first one counts.`;
    case 'unknown-version':
      return `Version ${quoted(ignored.text)} of the address is not known; it is read as version ${String(ignored.readAs)}.`;
    case 'unknown-method':
      return `Version ${quoted(ignored.text)} of the method is not available; the figures are computed by version ${String(ignored.readAs)}.`;
    case 'minute-outside-window':
      return 'The minute lies outside the window of the address; half an hour to each side is shown instead.';
    case 'venues-without-data':
      return `No ${ignored.asset} data from ${venueList(ignored.venues)}.`;
    case 'markets-without-data':
      return `No data for ${ignored.markets.map((choice) => marketChosen(ignored.asset, choice)).join(', ')}.`;
    case 'reference-venue-without-data':
      return `${venueName(ignored.venue)} cannot be the reference venue: no data for its ${ignored.asset} spot market.`;
    case 'bloc-without-data':
      return `No data for any ${ignored.asset}/${ignored.quote} spot market, so venues of every quote are compared.`;
    case 'highlight-without-data':
      return `${venueName(ignored.venue)} cannot be highlighted: no ${ignored.asset} data from it.`;
    case 'lines-without-data':
      return `Not drawn as a line, for lack of ${ignored.asset} data: ${venueList(ignored.venues)}.`;
  }
}
