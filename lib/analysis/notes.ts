import { assetEntry } from '../domain/asset';
import type { Asset, Kind } from '../domain/market';
import { DEFAULT_MIN_PEERS, ENOUGH_VENUES, LEAST_RATIO_MINUTES } from '../domain/method';
import type { Question } from '../domain/question';
import { lowestSlot } from './scorecards/fall';
import { RULE } from './rates/rate';
import type { VenueSeries } from './types';
import type { WrappedReference } from './reference/wrapped';

/** The plain sentences a reader must see beside the numbers. `wrapped`: the ratios, row by row, where the underlying is the reference. */
export function notesOf(
  question: Question,
  series: readonly VenueSeries[],
  currency: string,
  wrapped: readonly WrappedReference[] = [],
): readonly string[] {
  const notes = [
    ...referenceNotes(question, series),
    ...(question.reference.kind === 'wrapped' ? [wrappedNote(question, wrapped)] : []),
  ];
  const assumed = series.filter(({ rateRule }) => rateRule.includes(RULE.parity));
  if (assumed.length > 0) {
    const quotes = [...new Set(assumed.map(({ market }) => market.quote))].sort().join(', ');
    notes.push(
      `Assumed parity: no measured rate was held for ${quotes} in some or all minutes, so 1 ${quotes} is taken as 1 USD there (${assumed.map(({ venue }) => venue).join(', ')}).`,
    );
  }
  if (question.rate === 'none')
    notes.push(`Raw ${currency} quotes, unconverted: venues that do not quote in ${currency} take no part.`);
  const perps = venuesOf(series, ['perp']);
  if (perps !== '')
    notes.push(`Perpetual contracts (${perps}) are held against the spot reference and are never part of it.`);
  const computed = venuesOf(series, ['mark', 'index']);
  if (computed !== '')
    notes.push(
      `Mark and index prices (${computed}) are computed by the venue, nobody traded at them; they are held against the spot reference and are never part of it.`,
    );
  return notes;
}

const venuesOf = (series: readonly VenueSeries[], kinds: readonly Kind[]): string =>
  [...new Set(series.filter(({ market }) => kinds.includes(market.kind)).map(({ venue }) => venue))].join(', ');

function referenceNotes({ asset, reference, minPeers }: Question, series: readonly VenueSeries[]): string[] {
  const spot = series.filter(({ market }) => market.kind === 'spot');
  const weak =
    minPeers < DEFAULT_MIN_PEERS
      ? [
          `Weak: the reference may rest on only ${String(minPeers)} other venues. With two peers, one stray venue makes the other venues look astray.`,
        ]
      : [];
  switch (reference.kind) {
    case 'others':
      return [...fewVenues(asset, spot.length), ...weak];
    case 'all':
      return [
        'The median of every venue, the one measured included: with few venues a stray one drags it toward itself and looks less astray.',
        ...weak,
      ];
    case 'vwm':
      return [
        'The median of the other venues weighted by their volume in the same minute: the largest book counts most; a venue whose volume is unknown does not count.',
        ...fewVenues(asset, spot.length),
        ...weak,
      ];
    case 'peg':
      return ["Held against 1 USD, not against other venues: a deviation shared by every venue is the asset's own."];
    case 'wrapped':
      return weak;
    case 'venue':
      return [
        spot.some(({ venue }) => venue === reference.venue)
          ? `Pairwise: every venue is held against ${reference.venue} alone; a deviation may be ${reference.venue}'s own.`
          : `${reference.venue}, the reference, has no spot market of ${asset} here: nothing is measured. Choose another venue as the reference.`,
      ];
  }
}

/** What a reader must know of an asset with so few venues with a spot market. */
export function fewVenues(asset: Asset, venues: number): string[] {
  if (venues === 1) return [`Only 1 venue takes part for ${asset}: there is no other to measure it against.`];
  if (venues === 0 || venues >= ENOUGH_VENUES) return [];
  return [
    `Only ${String(venues)} venues take part for ${asset}: leaving each out of its own reference leaves too few others for a median. Compare pairwise instead: choose one venue as the reference.`,
  ];
}

function wrappedNote({ asset }: Question, wrapped: readonly WrappedReference[]): string {
  const { nature } = assetEntry(asset);
  const underlying = nature.kind === 'wrapped' ? nature.underlying : 'its underlying';
  const unknown = wrapped.filter(({ ratio }) => Number.isNaN(ratio)).length;
  const lacking =
    unknown === 0
      ? ''
      : ` For ${String(unknown)} of ${String(wrapped.length)} markets the day before the window holds fewer than ${String(LEAST_RATIO_MINUTES)} common minutes: no ratio, nothing measured.`;
  return `Held against ${underlying} times the median ratio of the day before the window, not against other venues of ${asset}.${lacking}`;
}

/** Says so where the market's own fall, shown as the control, is in its lowest minute the price of fewer venues than a median wants. */
export function thinMarketNotes(spot: readonly Pick<VenueSeries, 'low'>[], marketLow: Float64Array): readonly string[] {
  const lowest = lowestSlot(marketLow);
  if (lowest < 0) return [];
  const trading = spot.filter(({ low }) => !Number.isNaN(low[lowest])).length;
  if (trading >= DEFAULT_MIN_PEERS) return [];
  const venues = trading === 1 ? 'a single venue' : `${String(trading)} venues`;
  return [
    `The market's own fall rests on ${venues} in its lowest minute: read it as ${trading === 1 ? "that venue's" : 'theirs'}, not as the market's.`,
  ];
}
