import { formatInstant } from '../../domain/instant';
import { METHOD_VERSION } from '../../domain/method';
import { formatMinute } from '../../domain/minute';
import { writeReference } from '../../domain/reference';
import { viewAddress } from '../views/address';
import type { ViewAnswers } from '../views/answers';

/** What a bundle's figures depend on beside its candles, for `check.mjs`; times as the digest's text has them. */
export interface BundleParameters {
  readonly method: number;
  readonly address: string;
  readonly digest: string;
  /** Of the marked minute alone. */
  readonly minuteDigest: string | null;
  readonly minute: string | null;
  readonly asOf: string | null;
  /** When the data of these books became what it is. */
  readonly lastModified: string | null;
  readonly simulated: boolean;
  readonly currency: string;
  /** As asked; `venues` null: every venue with data; `markets`: the reader's own choice of them. */
  readonly question: Readonly<Record<string, unknown>>;
  /** What the registry takes the asset and each quote for. */
  readonly natures: Readonly<Record<string, string>>;
  readonly aliases: readonly { readonly venue: string; readonly market: string; readonly of: string }[];
  /** Every book that the figures rest on, and from when to when its candles are in the bundle. */
  readonly books: readonly Readonly<Record<string, string>>[];
  /** Whether rates.csv says every leg. */
  readonly hasLegs: boolean;
}

/** The parameters of a view whose digest has a text. */
export function parametersOf(
  { view, window: { facts }, minute, digestText = '', lastModified }: ViewAnswers,
  origin: string | undefined,
  hasLegs: boolean,
): BundleParameters {
  const { asset, range, venues, markets, reference, bloc, rate, minPeers, enter, asOf } = view.question;
  const lines = digestText.split('\n').map((line) => line.split(' '));
  const named = (...words: readonly string[]): readonly (readonly string[])[] =>
    lines.filter(([word = '']) => words.includes(word));
  return {
    method: METHOD_VERSION,
    address: viewAddress(view, origin),
    digest: facts.digest,
    minuteDigest: minute?.digest ?? null,
    minute: minute?.minute ?? null,
    asOf: asOf === undefined ? null : formatInstant(asOf),
    lastModified: lastModified === undefined ? null : formatInstant(lastModified),
    simulated: facts.simulated,
    currency: facts.currency,
    question: {
      asset,
      from: formatMinute(range.from),
      to: formatMinute(range.to),
      venues: venues === undefined ? null : [...venues].sort(),
      markets: markets
        .map(({ venue, quote, kind }) => ({ venue, quote, kind }))
        .sort((a, b) => (choiceOf(a) < choiceOf(b) ? -1 : 1)),
      reference: writeReference(reference),
      bloc,
      rate,
      minPeers,
      enter,
    },
    natures: Object.fromEntries(named('nature').map(([, code = '', ...nature]) => [code, nature.join(' ')])),
    aliases: named('alias').map(([, venue = '', market = '', of = '']) => ({ venue, market, of })),
    books: named('market', 'underlying-market', 'rate-market').map(
      ([role = '', venue = '', market = '', kind = '', source = '', from = '', to = '']) => ({
        ...{ role, venue, market, kind, source, from, to },
      }),
    ),
    hasLegs,
  };
}

const choiceOf = ({ venue, quote, kind }: Readonly<Record<'venue' | 'quote' | 'kind', string>>): string =>
  `${venue}:${quote}:${kind}`;
