/** What the README of a bundle is about. */
export interface BundleFacts {
  readonly title: string;
  readonly sentence: string;
  readonly address: string;
  readonly digest: string;
  /** Of the marked minute alone, as its answer and its text have it; undefined: none is marked. */
  readonly minuteDigest: string | undefined;
  readonly method: number;
  readonly simulated: boolean;
  readonly isSigned: boolean;
  /** Of the app's public address; undefined: it has none. */
  readonly origin: string | undefined;
  /** Raw replies to requests of the window that are stored, and how many of them are in the bundle. */
  readonly replies: { readonly kept: number; readonly bundled: number };
  /** Whether it says how to ask the exchanges: not of a window in which nothing strayed. */
  readonly isAsked: boolean;
  /** The time authorities that are asked for a stamp, as their files are named; none: nobody is. */
  readonly stampers: readonly string[];
}

/** The README of a bundle: for whoever was given it and trusts neither who gave it nor us. Lines of at most 100 characters where they can be. */
export function bundleReadme({
  title,
  sentence,
  address,
  digest,
  minuteDigest,
  method,
  simulated,
  isSigned,
  origin,
  replies,
  isAsked,
  stampers,
}: BundleFacts): string {
  const steps = [
    ...manifestSteps({ origin, isSigned, stampers }),
    `\`sha256sum digest.txt\` gives the digest above. The text lists the question and every book of candles that the result rests on.`,
    `\`node check.mjs\` (Node 18 or later, nothing to install, no connection) checks the sums, the signature and the digest, computes the hash
   of each book from candles.csv, and then every figure again: rates, references, deviations, episodes, falls. It shares no code with our
   program, and it is written to be read. It prints a line for each step, names each figure that differs, if only by one bit, and each file that
   the manifest does not name, and ends with "Everything fits." and what it does not compare.${isSigned ? '' : ' That nobody signed the manifest it names, too.'}`,
    isAsked
      ? `Ask the exchange itself: ask-the-exchange.txt gives for each venue the address and the \`curl\` command that its own public interface
   answers, the row to expect, and the file of its archive with its checksum where the exchange publishes one.`
      : `Ask the exchange itself: the page of a minute gives for each venue the address and the \`curl\` command that its own public interface
   answers, the row to expect, and the file of its archive.`,
  ];
  return [
    `${simulated ? 'SIMULATED PRICES. NO EXCHANGE PUBLISHED THEM.\n\n' : ''}${title}`,
    sentence,
    `Address: ${address}\nDigest:  ${digest}\n${minuteDigest === undefined ? '' : `         ${minuteDigest} of the minute alone (answer.json, view.md)\n`}Method:  version ${String(method)}, in method.txt; with reasons and examples at ${origin ?? ''}/method`,
    'WHAT THIS IS',
    `A measurement of candles: how far each venue's price was from a reference in these minutes. It says what was measured. It does not say
why, or that anybody is at fault. The figures of every file here are those of the address above.`,
    [
      'picture.png      the picture, sealed (what a seal is: docs/seal.md of the project)',
      'view.md          what the picture says, as text',
      'rows.csv         the figures, a row for each venue and minute (of a minute: a row for each venue)',
      'answer.json      the same with episodes, rates and notes',
      ...(minuteDigest === undefined
        ? []
        : ['window.json      the same of the window around the minute, which the picture draws']),
      'rates.csv        what each venue’s prices were converted by, minute by minute, and from which legs',
      'parameters.json  the question, and all that the figures depend on beside the candles',
      'candles.csv      every candle the result rests on, as the venues published them, whole UTC days',
      'set-aside.csv    minutes for which a venue sent something that could not be used',
      'digest.txt       what the digest is the SHA-256 of',
      ...(minuteDigest === undefined ? [] : ['digest-minute.txt  the same of the minute alone']),
      'provenance.csv   what each candle was read from: the request, when it was answered, the SHA-256 of the reply',
      ...(replies.bundled === 0 ? [] : ['replies.warc     those replies as they came (WARC, ISO 28500)']),
      'revisions.csv    minutes of the window for which a venue later gave another candle: both candles',
      ...(isAsked ? ['ask-the-exchange.txt  how to ask each exchange for the same minute'] : []),
      'method.txt       the rules by which everything is computed',
      'check.mjs        checks this folder without our program',
      'manifest-sha256.txt   the SHA-256 of each of these files',
    ].join('\n'),
    'HOW TO CHECK IT IN FIVE MINUTES',
    steps.map((step, i) => `${String(i + 1)}. ${step}`).join('\n\n'),
    heldReplies(replies),
  ]
    .join('\n\n')
    .concat('\n');
}

/** The steps that every bundle begins with: its sums, its signature, its time stamps. */
export function manifestSteps({
  origin,
  isSigned,
  stampers,
}: Pick<BundleFacts, 'origin' | 'isSigned' | 'stampers'>): readonly string[] {
  const site = origin ?? 'the address of the instance it came from';
  return [
    `Open a terminal in this folder. \`sha256sum -c manifest-sha256.txt\` (macOS: \`shasum -a 256 -c\`) says OK for every file
   that is as it was when the bundle was made.`,
    isSigned
      ? `The manifest is signed. Get the instance's public key from ${site}, at /.well-known/plumbline-keys.json, and
   not from this folder: key.pem is a copy, and must be the same. Then
   \`openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in manifest-sha256.txt -sigfile manifest-sha256.txt.sig\` (OpenSSL 3).`
      : 'The manifest is not signed: the instance could not write a key when this bundle was made.',
    ...(stampers.length === 0 ? [] : [stampStep(stampers)]),
  ];
}

/** What of the raw replies is here. */
function heldReplies({ kept, bundled }: BundleFacts['replies']): string {
  if (kept === 0)
    return `Raw replies: none is stored for these minutes. provenance.csv names each request and the SHA-256 of its reply.`;
  const all = `Raw replies: ${String(bundled)} of the ${String(kept)} that are stored for these minutes are in replies.warc.`;
  return bundled === kept
    ? all
    : `${all} The others would make this file too large; the instance gives them, by
the SHA-256 in provenance.csv.`;
}

const stampStep = (names: readonly string[]): string => {
  const [first = ''] = names;
  return `Time authorities (${names.join(', ')}) were asked to stamp the manifest (RFC 3161): that it existed at that time, by the word
   of a third party. manifest-sha256.txt.stamps.txt says when each did, or why not. Get the root certificate of the authority from its
   own site, save it as root.pem, and for each stamp
   \`openssl ts -verify -in manifest-sha256.txt.${first}.tsr -data manifest-sha256.txt -CAfile root.pem -untrusted manifest-sha256.txt.${first}.pem\`
   (the .pem file holds the certificates that came with the stamp). \`openssl ts -reply -in manifest-sha256.txt.${first}.tsr -text\` shows it.`;
};
