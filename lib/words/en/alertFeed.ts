import type { Alert } from '../../api/alerts';
import { symbolOf } from '../../domain/asset';
import type { Asset } from '../../domain/market';
import { writtenRuleText } from './cli/alerts';
import { certaintyClause } from './certainty';
import { dayPart, clock, distance, formatPrice } from './numbers';
import { venueName } from './venues';

/** The feed of alerts. States prices, never causes. */
export const feedWords = {
  title: 'Plumbline: alerts',
  subtitle: 'Episodes that a rule watches for: pending, then confirmed by the next minutes or withdrawn.',
  author: 'Plumbline',
} as const;

const STATES: Readonly<Record<Alert['state'], string>> = {
  pending: 'Pending',
  confirmed: 'Confirmed',
  withdrawn: 'Withdrawn',
};

const WITHDRAWN: Readonly<Record<NonNullable<Alert['changes'][number]['reason']>, string>> = {
  ended: 'it ended before it met the rule',
  uncertain: 'its deepest minute is not certain enough for the rule',
  revised: 'by candles that came or changed later it does not meet the rule',
};

const at = (iso: string): string => `${dayPart(iso)} ${clock(iso)} UTC`;

/** "Confirmed: ATOM on OKX, 10.00 % below its reference, from 2025-10-09 12:00 UTC"; of a withdrawn one the figures seen last. */
export function alertTitle({ state, asset, venue, side, changes }: Alert): string {
  const seen = changes.find(({ figures }) => figures !== null)?.figures;
  const figures =
    seen === undefined || seen === null ? '' : `, ${distance(seen.peak)} ${side} its reference, from ${at(seen.start)}`;
  return `${STATES[state]}: ${symbolOf(asset as Asset)} on ${venueName(venue)}${figures}`;
}

/** Every change in a sentence, the newest first, then the rule. */
export function alertSummary({ changes, rule }: Alert): string {
  const said = changes.map(({ state, reason, judgedTo, figures }) => {
    const why = reason === null ? '' : `: ${WITHDRAWN[reason]}`;
    const what =
      figures === null
        ? ''
        : ` ${figures.market} at ${formatPrice(figures.peakPrice)}, reference ${formatPrice(figures.peakReference)}, at ${at(figures.peakMinute)}${certaintyClause(figures.certainty)}; ${String(figures.minutesBeyond)} min at or beyond the rule’s level; ${String(figures.peersAtPeak)} other venues.`;
    return `${STATES[state]}${why}, by the candles before ${at(judgedTo)}.${what}`;
  });
  const { assets, venues, side, ...rest } = rule;
  const written = writtenRuleText({
    ...rest,
    assets: assets ?? undefined,
    venues: venues ?? undefined,
    side: side ?? undefined,
  });
  return [...said, `Rule: ${written}.`].join(' ');
}
