import * as z from 'zod/mini';
import { erratum } from './errata';
import { candleSource, isoMinute, marketKind, measured } from './hole';

export const VERDICTS = [
  /** The seal is this instance's; its analysis of the address gives the same digest, and the picture made anew the same pixels. */
  'identical',
  /** The same digest; this version draws the view with other pixels. The seal vouches for those of the file. */
  'same-data',
  /** The seal is this instance's; what is stored has changed since. */
  'changed',
  /** The seal is this instance's; the address is computed by other parameters here: another method, registry or table of aliases. */
  'parameters',
  /** The seal is this instance's; the view cannot be computed here. */
  'not-compared',
  /** The seal is good, of a key that this instance does not know. */
  'unknown-signer',
  /** The seal and the file differ, or the seal and its signature. */
  'altered',
  /** Facts of a picture, without a seal, or with one of a later version. */
  'unsealed',
  /** Without facts, but with the QR code of a view: a copy, whose pixels nobody can compare. */
  'copy',
  /** Nothing in it is a picture's. */
  'not-ours',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A candle as a source gave it, in the market's quote and base; null: it gave none of that. `answered`: whether it gave any answer. */
const observedMinute = z.object({
  answered: z.boolean(),
  open: measured,
  high: measured,
  low: measured,
  close: measured,
  baseVolume: measured,
  quoteVolume: measured,
  trades: measured,
});
export type ObservedMinute = z.infer<typeof observedMinute>;

const changedBook = z.object({
  /** The word of the digest's line: whether it was compared, is the underlying's, or lends rates. */
  role: z.enum(['market', 'underlying-market', 'rate-market']),
  venue: z.string(),
  market: z.string(),
  kind: marketKind,
  source: candleSource,
  /** `added`, `gone`: only one of the two digests has a line of it. */
  change: z.enum(['added', 'gone', 'other']),
  /** null: no state that was ever stored here has the hash of the picture's line, or none was looked for. */
  minutes: z.nullable(z.array(z.object({ minute: isoMinute, was: observedMinute, now: observedMinute }))),
});
export type ChangedBook = z.infer<typeof changedBook>;

const figure = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const changedRow = z.object({
  /** Which rows of the page. */
  list: z.string(),
  /** What names the row. */
  row: z.array(z.object({ name: z.string(), value: figure })),
  /** `added`, `gone`: only the page, or only the file, has it. */
  change: z.enum(['added', 'gone', 'other']),
  /** What of it differs; null: none. */
  fields: z.array(z.object({ name: z.string(), was: figure, now: figure })),
});
export type ChangedRow = z.infer<typeof changedRow>;

/** The answer of `verify`. */
export const verification = z.object({
  verdict: z.enum(VERDICTS),
  /** As what the file was read: as a picture alone, or as a bundle, its picture among its files. */
  file: z.enum(['picture', 'bundle']),
  /** As the file says; null: it says none. */
  address: z.nullable(z.string()),
  simulated: z.nullable(z.boolean()),
  digest: z.nullable(z.string()),
  /** Of the same address, by what is stored now; null: it was not computed. */
  digestNow: z.nullable(z.string()),
  /** What the view says now, in words. */
  sentenceNow: z.nullable(z.string()),
  signer: z.nullable(z.object({ id: z.string(), created: z.nullable(z.string()), retired: z.nullable(z.string()) })),
  altered: z.object({
    pixels: z.boolean(),
    /** The text of the seal, or its signature. */
    seal: z.boolean(),
    facts: z.array(z.object({ name: z.string(), sealed: z.nullable(z.string()), found: z.nullable(z.string()) })),
  }),
  /** The time stamps (RFC 3161) over the seal of a picture, or over the manifest of a bundle. */
  stamps: z.optional(
    z.array(
      z.object({
        /** As the authority was asked; the stamp does not vouch for it. */
        name: z.string(),
        of: z.enum(['seal', 'manifest']),
        /** By the authority's clock; null, as all that follows, where there is a fault. */
        time: z.nullable(z.string()),
        /** The name in the certificate it was signed with. */
        authority: z.nullable(z.string()),
        /** null: it covers exactly these bytes, and its signature is that of its certificate. `unchecked`: it covers them; here is no cryptography for the rest. */
        fault: z.nullable(
          z.enum(['unreadable', 'refused', 'other-bytes', 'other-request', 'no-certificate', 'signature', 'unchecked']),
        ),
        /** At the time of the stamp; `expired`: since then; `not-then`: it was not valid; `other-use`: it is none for time stamps. */
        certificate: z.nullable(z.enum(['valid', 'expired', 'not-then', 'other-use'])),
        /** Whether one of the trusted certificates vouches for it. */
        isTrusted: z.nullable(z.boolean()),
      }),
    ),
  ),
  /** Lines of the digest's text that name no candles. */
  parameters: z.array(z.object({ name: z.string(), was: z.nullable(z.string()), now: z.nullable(z.string()) })),
  changes: z.array(changedBook),
  /** Of a page of many assets: its rows that differ, as columns of `/lows.csv` are named. */
  rows: z.array(changedRow),
  /** What was said later of what the address says. */
  errata: z.array(erratum),
  /** Why nothing, or not all, could be compared. `other-prices`: the one is of simulated prices, the other of real ones. */
  reason: z.nullable(
    z.enum([
      'address',
      'not-stored',
      'failed',
      'no-digest-text',
      'later-seal',
      'other-prices',
      /** Of a page of many assets: the file does not hold the text of its digest, and the digest may be of an older layout. */
      'older-digest',
      /** Likewise: what differs stands in no row that the file names. */
      'beside-rows',
    ]),
  ),
});
export type Verification = z.infer<typeof verification>;

/** The answer of `/api/v1/verifications`: what the view of an address gives now. */
export const addressNow = z.object({
  simulated: z.boolean(),
  digest: z.string(),
  /** What the digest is the hash of. */
  digestText: z.nullable(z.string()),
  /** In the language of the address. */
  sentence: z.nullable(z.string()),
  /** What was said later of it, the newest first. */
  errata: z.array(erratum),
});
export type AddressNow = z.infer<typeof addressNow>;

/** The answer of `/api/v1/verifications/pictures`: the picture of an address, drawn anew for each key that this instance ever sealed with, the newest first. */
export const picturesNow = z.object({
  simulated: z.boolean(),
  /** By which they were drawn. */
  digest: z.string(),
  pictures: z.array(
    z.object({
      publicKey: z.string(),
      /** As a seal writes them: width, height, SHA-256. */
      pixels: z.string(),
    }),
  ),
});
export type PicturesNow = z.infer<typeof picturesNow>;

const bookState = z.object({
  /** As a line of the digest's text has it. */
  hash: z.string(),
  /** What differs between this state and the next newer one. */
  minutes: z.array(z.object({ minute: isoMinute, was: observedMinute, now: observedMinute })),
});
export type BookState = z.infer<typeof bookState>;

/** The answer of `/api/v1/verifications/states`: what the books of an address were before, as far as it is looked back. */
export const earlierStates = z.object({
  simulated: z.boolean(),
  digest: z.string(),
  digestText: z.nullable(z.string()),
  books: z.array(
    z.object({
      /** The line of the digest's text without its hash. */
      line: z.string(),
      /** The newest first, each another one than the one before it; the present one is not among them. */
      states: z.array(bookState),
    }),
  ),
});
export type EarlierStates = z.infer<typeof earlierStates>;

/** The answer of `verify` about a pack of exhibits. */
export interface PackVerification {
  readonly file: 'pack';
  /** Its list of sums. `altered`: a file is not as the list says, or the signature is not that of the key beside it. */
  readonly list: Pick<Verification, 'signer' | 'stamps'> & {
    readonly verdict: 'signed' | 'unknown-signer' | 'altered' | 'unsigned';
    readonly altered: Verification['altered']['facts'];
  };
  /** In their order, each as a bundle. */
  readonly exhibits: readonly (Verification & { readonly folder: string })[];
}
