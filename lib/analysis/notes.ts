import { DEFAULT_MIN_PEERS, type Question } from '../domain/question';
import { lowestSlot } from './fall';
import { RULE } from './rate';
import type { SpotPrices } from './reference';
import type { VenueSeries } from './types';

/** Leaving one out of fewer venues than this leaves fewer than the default least number of peers. */
const ENOUGH_VENUES = DEFAULT_MIN_PEERS + 1;

/** The plain sentences a reader must see beside the numbers. */
export function notesOf(question: Question, series: readonly VenueSeries[], currency: string): readonly string[] {
  const spot = series.filter(({ market }) => market.kind === 'spot');
  const notes: string[] = [];
  if (question.reference.kind !== 'venue') {
    if (spot.length === 1) notes.push(`Only 1 venue takes part for ${question.asset}: there is no other to measure it against.`);
    else if (spot.length < ENOUGH_VENUES) {
      notes.push(`Only ${String(spot.length)} venues take part for ${question.asset}: leaving each out of its own reference leaves too few others for a median. Compare pairwise instead: choose one venue as the reference.`);
    }
    if (question.minPeers < DEFAULT_MIN_PEERS) {
      notes.push(`Weak: the reference may rest on only ${String(question.minPeers)} other venues. With two peers, one stray venue makes the other venues look astray.`);
    }
  } else if (!spot.some(({ venue }) => question.reference.kind === 'venue' && venue === question.reference.venue)) {
    notes.push(`${question.reference.venue}, the reference, has no spot market of ${question.asset} here: nothing is measured. Choose another venue as the reference.`);
  } else {
    notes.push(`Pairwise: every venue is held against ${question.reference.venue} alone; a deviation may be ${question.reference.venue}'s own.`);
  }
  const assumed = series.filter(({ rateRule }) => rateRule.includes(RULE.parity));
  if (assumed.length > 0) {
    const quotes = [...new Set(assumed.map(({ market }) => market.quote))].sort().join(', ');
    notes.push(`Assumed parity: no measured rate was held for ${quotes} in some or all minutes, so 1 ${quotes} is taken as 1 USD there (${assumed.map(({ venue }) => venue).join(', ')}).`);
  }
  if (question.rate === 'none') notes.push(`Raw ${currency} quotes, unconverted: venues that do not quote in ${currency} take no part.`);
  const perps = series.filter(({ market }) => market.kind === 'perp').map(({ venue }) => venue);
  if (perps.length > 0) notes.push(`Perpetual contracts (${perps.join(', ')}) are held against the spot reference and are never part of it.`);
  return notes;
}

/** Says so where the market's own fall, shown as the control, is in its lowest minute the price of fewer venues than a median wants. */
export function thinMarketNotes(spot: readonly SpotPrices[], marketLow: Float64Array): readonly string[] {
  const lowest = lowestSlot(marketLow);
  if (lowest < 0) return [];
  const trading = spot.filter(({ low }) => !Number.isNaN(low[lowest])).length;
  if (trading >= DEFAULT_MIN_PEERS) return [];
  const venues = trading === 1 ? 'a single venue' : `${String(trading)} venues`;
  return [`The market's own fall rests on ${venues} in its lowest minute: read it as ${trading === 1 ? "that venue's" : 'theirs'}, not as the market's.`];
}
