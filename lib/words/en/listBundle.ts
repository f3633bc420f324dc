import { MOST_BUNDLED_DAYS } from '../../api/limits';
import { codeOf } from '../typed';
import { manifestSteps, type BundleFacts } from './bundle';

/** What the README of a list's bundle is about. */
export interface ListBundleFacts extends Pick<
  BundleFacts,
  'title' | 'sentence' | 'address' | 'digest' | 'method' | 'simulated' | 'isSigned' | 'origin' | 'stampers'
> {
  /** Whether its rows have views with their candles: not those of the list of events. */
  readonly hasViews: boolean;
  /** Whether it speaks of a window, whose revisions it has. */
  readonly hasRevisions: boolean;
}

/** The README of a list's bundle: for whoever was given it and trusts neither who gave it nor us. Lines of at most 100 characters where they can be. */
export function listReadme({
  title,
  sentence,
  address,
  digest,
  method,
  simulated,
  isSigned,
  origin,
  stampers,
  hasViews,
  hasRevisions,
}: ListBundleFacts): string {
  const steps = [
    ...manifestSteps({ origin, isSigned, stampers }),
    `\`sha256sum digest.txt\` gives the digest above. The text names every row with its figures; its line "figures" is the SHA-256 of
   answer.json without "address", "lastModified", "digest", "errata" and "notes", written without spaces.`,
    `${codeOf('verify FILE', simulated)} on the file as you got it, or the page /verify of the instance, computes the address again from what is stored there now. It says
   whether the figures are the same, or names each row that has changed, with its old and its new figures.`,
    ...(hasViews
      ? [
          `For the candles behind a row: find the row in views.csv and open the address under "bundle". What you get holds every candle that the
   row rests on, as the venues published them, with a script that computes the figures again and the commands that ask each exchange. Its
   README says how. Its digest is the one in views.csv, unless a venue has revised a candle since. A bundle holds ${String(MOST_BUNDLED_DAYS)} days at most; of
   a longer window, set from= and to= in the address.`,
        ]
      : [`For the candles: each event in rows.csv has a page and a bundle of its own, at /events/ and its name.`]),
  ];
  return [
    `${simulated ? 'SIMULATED PRICES. NO EXCHANGE PUBLISHED THEM.\n\n' : ''}${title}`,
    sentence,
    `Address: ${address}\nDigest:  ${digest}\nMethod:  version ${String(method)}, in method.txt; with reasons and examples at ${origin ?? ''}/method`,
    'WHAT THIS IS',
    `A list of measurements of candles, over many assets or venues. It says what was measured. It does not say why, or that anybody is
at fault. The figures of every file here are those of the address above.`,
    'WHAT IT PROVES, AND WHAT IT DOES NOT',
    `It shows that the instance whose key signed it gave these figures for this address, and that no file here was changed since. It does not hold
the candles, so by itself it does not show that the figures follow from them${
      hasViews ? ': for that, the bundles named in views.csv are needed (the last step below)' : ''
    }. It does not show that
the list is complete: an instance can only list what it stores. parameters.json names every book that was looked at.`,
    [
      'picture.png      the picture, sealed (what a seal is: docs/seal.md of the project)',
      'view.md          what the page says, as text',
      'rows.csv         the rows, with their figures',
      'answer.json      the same, with all that the page says beside them',
      'parameters.json  the address, its window, and every book that the list rests on, with the days that are read of it',
      ...(hasViews
        ? ['views.csv        for each row the address that has its candles, its bundle, and the digest of both']
        : []),
      'digest.txt       what the digest is the SHA-256 of',
      ...(hasRevisions
        ? [
            'revisions.csv    minutes of the window for which a venue of these books later gave another candle: both candles',
          ]
        : []),
      'method.txt       the rules by which everything is computed',
      'manifest-sha256.txt   the SHA-256 of each of these files',
    ].join('\n'),
    'HOW TO CHECK IT IN FIVE MINUTES',
    steps.map((step, i) => `${String(i + 1)}. ${step}`).join('\n\n'),
  ]
    .join('\n\n')
    .concat('\n');
}
