import { LEAST_RATIO_MINUTES } from '../../domain/method';
import type { Note } from '../../domain/note';
import { venueList, venueName } from './venues';

/** One note as a sentence or two. */
export function noteText(note: Note): string {
  switch (note.kind) {
    case 'few-venues':
      return note.venues === 1
        ? `Only 1 venue takes part for ${note.asset}: there is no other to compare it with.`
        : `Only ${String(note.venues)} venues take part for ${note.asset}: leaving each out of its own reference leaves too few others for a median. Compare pairwise instead: choose one venue as the reference.`;
    case 'few-peers':
      return `Weak: the reference may rest on only ${String(note.minPeers)} other ${note.minPeers === 1 ? 'venue' : 'venues'}. With so few, one bad price makes the others look wrong.`;
    case 'measured-among-peers':
      return 'The reference is the median of all venues, the one measured included: with few venues, a bad price pulls the median toward itself and looks smaller than it is.';
    case 'weighted-by-volume':
      return 'The reference is the median of the other venues, weighted by their volume in the same minute: the largest book counts most. A venue whose volume is unknown does not count.';
    case 'against-peg':
      return 'Compared with 1 USD, not with other venues: a deviation that all venues share is the asset’s own.';
    case 'pairwise':
      return `Pairwise: every venue is compared with ${venueName(note.venue)} alone, so a deviation may be ${venueName(note.venue)}’s own.`;
    case 'no-yardstick':
      return `${venueName(note.venue)}, the reference, has no spot market for ${note.asset} here, so nothing is measured. Choose another venue as the reference.`;
    case 'against-underlying':
      return `Compared with ${note.underlying ?? 'its underlying'} times the median ratio of the day before the window, not with ${note.asset} on other venues.${withoutRatio(note)}`;
    case 'assumed-parity': {
      const quotes = note.quotes.join(', ');
      return `Assumed parity: no rate could be measured for ${quotes} in some or all minutes, so 1 ${note.quotes.length === 1 ? quotes : 'of each'} counts as 1 USD there (${venueList(note.venues)}).`;
    }
    case 'raw-quotes':
      return `Prices are in ${note.currency}, not converted. Venues that do not quote in ${note.currency} take no part.`;
    case 'perpetuals':
      return `Perpetual contracts (${venueList(note.venues)}) are compared with the spot reference and are never part of it.`;
    case 'computed-prices':
      return `Mark and index prices (${venueList(note.venues)}) are computed by the venue; nobody traded at them. They are compared with the spot reference and are never part of it.`;
    case 'thin-fall':
      return note.venues === 1
        ? 'In its lowest minute the market’s own fall rests on one venue: read it as that venue’s fall, not the market’s.'
        : `In its lowest minute the market’s own fall rests on ${String(note.venues)} venues: read it as their fall, not the market’s.`;
  }
}

export const noteTexts = (notes: readonly Note[]): string[] => notes.map(noteText);

function withoutRatio({ markets, withoutRatio: count }: Extract<Note, { kind: 'against-underlying' }>): string {
  if (count === 0) return '';
  const of = markets === 1 ? 'The market has' : `${String(count)} of ${String(markets)} markets have`;
  return ` ${of} fewer than ${String(LEAST_RATIO_MINUTES)} minutes in common with it on that day: no ratio, so nothing is measured there.`;
}
