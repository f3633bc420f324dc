import { parseVenue, type Kind, type Venue } from './market';
import { parsed, promised, refused, type Parsed } from './unit';

/** The references that need no further name, in the order in which they are offered. */
export const NAMED_REFERENCES = ['others', 'all', 'vwm', 'wrapped', 'peg'] as const;
type Named = (typeof NAMED_REFERENCES)[number];

/**
 * What prices are compared with (method, sections 3 and 7). `others`: the median of the other venues. `all`: the median of
 * every venue, the one measured included. `vwm`: the volume-weighted median of the others. `venue:V`: one venue chosen as the
 * reference. `wrapped`: the underlying's reference times the trailing ratio. `peg`: 1 USD.
 */
export type Reference = { readonly kind: Named } | { readonly kind: 'venue'; readonly venue: Venue };

/** A reference as addresses, answers and options write it. */
export type WrittenReference = Named | `venue:${string}`;

const VENUE = 'venue:';

export const writeReference = (reference: Reference): WrittenReference =>
  reference.kind === 'venue' ? `${VENUE}${reference.venue}` : reference.kind;

/** Reads `others`, `all`, `vwm`, `wrapped`, `peg` or `venue:coinbase`. */
export function parseReference(text: string): Parsed<Reference> {
  const named = NAMED_REFERENCES.find((known) => known === text);
  if (named !== undefined) return parsed({ kind: named });
  if (!text.startsWith(VENUE)) return refused({ kind: 'not-a-reference', text, known: NAMED_REFERENCES });
  const venue = parseVenue(text.slice(VENUE.length));
  return venue.ok ? parsed({ kind: 'venue', venue: venue.value }) : venue;
}

/** The reference of an answer of ours. Throws on a text that `writeReference` did not write. */
export const referenceOf = (written: WrittenReference): Reference => promised(parseReference(written));

/** Whether it is a reference beside the market's own, labelled as second (method, section 7). */
export const isSecond = ({ kind }: Reference): boolean => kind === 'wrapped' || kind === 'peg';

/** Whether every venue has a reference of its own, because its own price is left out of it. */
export const isOfEach = ({ kind }: Reference): boolean => kind === 'others' || kind === 'vwm' || kind === 'wrapped';

/** Whether so many other venues are asked for at all: one venue as the reference and a peg need no others. */
export const needsPeers = ({ kind }: Pick<Reference, 'kind'>): boolean => kind !== 'peg' && kind !== 'venue';

/** Whether it is a median of the asset's own books, so that those of one quote may be asked for (`bloc`). */
export const takesBloc = ({ kind }: Reference): boolean => kind === 'others' || kind === 'all' || kind === 'vwm';

/** Whether a market is the one that all others are compared with. */
export const isReferenceVenue = (
  reference: Reference,
  { venue, kind }: { readonly venue: string; readonly kind: Kind },
): boolean => reference.kind === 'venue' && kind === 'spot' && venue === reference.venue;
