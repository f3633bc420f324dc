import { whoIsWho, type Pseudonyms } from '../../claims/audit/pseudonyms';
import { questionOf, type AskedDay, type Market } from '../../claims/audit/market';
import { withoutAmounts } from '../../claims/audit/withoutAmounts';
import { bookKey } from '../../claims/fill';
import { formatDay } from '../../domain/minute';
import type { AuditAnswer } from '../../api/audit';
import { sha256 } from '../../evidence/sha256';
import type { View } from '../../permalink/view';
import { madeName, RECONSTRUCTED } from '../../domain/events/reconstructed';
import { claimPack } from '../../words/claimPack';
import { PACK_COMMANDS } from '../../words/packCommands';
import { pictureSimulated } from '../../words/picture';
import { workedExample } from '../../words/workedExample';
import type { BundledBy } from '../bundle/bundle';
import { zipOf } from '../bundle/zip';
import type { Context } from '../context';
import { csvOf } from '../forms/csv';
import { packOf } from '../pack/pack';
import { filled, textOf, translation } from '../pack/texts';
import { statementOfAudit } from './statement';

const keyOf = ({ book, day }: AskedDay): string => `${bookKey(book)} ${formatDay(day)}`;

/** What a claim is packed from. */
export interface Claim {
  readonly answer: AuditAnswer;
  readonly names: Pick<Pseudonyms, 'accounts' | 'files'>;
  readonly market: Market;
  /** Every fill, as CSV. */
  readonly fills: string;
  readonly by: BundledBy;
}

/** The two parts of a claim, each a zip. */
export interface ClaimPacks {
  /** Market evidence alone: whole UTC days of the books concerned, as anybody could ask for them; undefined: none of them is stored. */
  readonly evidence: Uint8Array | undefined;
  /** Fills, amounts, accounts, and who is who. */
  readonly own: Uint8Array;
}

/** The days that the audit compared with, as exhibits: a book's whole day, whatever the minutes of the fills. By name and day: the order of a file is the file's. */
const viewsOf = (market: Market): readonly View[] =>
  market.stored
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .flatMap((asked) => {
      const question = questionOf(asked);
      return question === undefined
        ? []
        : [{ question, scale: 'auto' as const, focus: asked.book.venue, lines: [], minute: undefined }];
    });

const jsonOf = (value: unknown): Buffer => Buffer.from(JSON.stringify(value, undefined, 2));
const MANIFEST = 'manifest-sha256.txt';

/** The README of the private part, in the language spoken. `evidence`: SHA-256 of the other part; undefined: there is none. */
const readmeOf = (
  { simulated, reconstructed }: AuditAnswer,
  files: readonly (readonly [name: string, what: string])[],
  evidence: string | undefined,
): string =>
  textOf([
    ...(simulated ? [pictureSimulated.band] : []),
    ...(reconstructed ? [`${RECONSTRUCTED} · ${workedExample.label}`, filled(workedExample.notice)] : []),
    filled(claimPack.yours),
    [...files, [MANIFEST, claimPack.manifest] as const]
      .map(([name, what]) => `${name}\n  ${filled(what, '  ')}`)
      .join('\n'),
    claimPack.check(PACK_COMMANDS.sums),
    ...(evidence === undefined
      ? [filled(claimPack.noEvidence)]
      : [filled(claimPack.evidence), filled(claimPack.digests), `${claimPack.sum}\n${evidence}`]),
    ...translation(),
  ]);

/** Both parts of a claim, in the language spoken. The evidence is made of the markets and days alone, and never sees the claim. */
export async function claimPacks(context: Context, { answer, names, market, fills, by }: Claim): Promise<ClaimPacks> {
  const views = viewsOf(market);
  const packed =
    views.length === 0
      ? undefined
      : await packOf(context, views, by, answer.reconstructed ? { note: claimPack.exampleDays } : {});
  const evidence = packed?.ok === true ? packed.value.bytes : undefined;
  const made: readonly (readonly [name: string, what: string, bytes: Buffer])[] = [
    ['statement.pdf', claimPack.statement, await statementOfAudit(answer, names)],
    ['audit.json', claimPack.audit, jsonOf(answer)],
    ['audit-without-amounts.json', claimPack.shared, jsonOf(withoutAmounts(answer))],
    ['fills.csv', claimPack.fills, Buffer.from(fills)],
    ['who-is-who.csv', claimPack.names, Buffer.from(csvOf(whoIsWho(names)))],
  ];
  const named = made.map(([name, what, bytes]) => [madeName(name, answer.reconstructed), what, bytes] as const);
  const readme = readmeOf(
    answer,
    named.map(([name, what]) => [name, what] as const),
    evidence === undefined ? undefined : sha256(evidence),
  );
  const files: readonly (readonly [string, Buffer])[] = [
    ['README.txt', Buffer.from(readme)],
    ...named.map(([name, , bytes]) => [name, bytes] as const),
  ];
  const manifest = files.map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join('');
  return { evidence, own: await zipOf(new Map([...files, [MANIFEST, Buffer.from(manifest)]])) };
}
