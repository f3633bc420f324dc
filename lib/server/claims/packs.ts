import { whoIsWho, type Pseudonyms } from '../../claims/audit/pseudonyms';
import { questionOf, type AskedDay, type Market } from '../../claims/audit/market';
import { withoutAmounts } from '../../claims/audit/withoutAmounts';
import { bookKey } from '../../claims/fill';
import { formatDay } from '../../domain/minute';
import type { AuditAnswer } from '../../api/audit';
import { sha256 } from '../../evidence/sha256';
import type { View } from '../../permalink/view';
import { claimReadme } from '../../words/en/cli/audit';
import type { BundledBy } from '../bundle/bundle';
import { zipOf } from '../bundle/zip';
import type { Context } from '../context';
import { csvOf } from '../forms/csv';
import { packOf } from '../pack/pack';
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

/** Both parts of a claim, in the language spoken. The evidence is made of the markets and days alone, and never sees the claim. */
export async function claimPacks(context: Context, { answer, names, market, fills, by }: Claim): Promise<ClaimPacks> {
  const views = viewsOf(market);
  const packed = views.length === 0 ? undefined : await packOf(context, views, by);
  const evidence = packed?.ok === true ? packed.value.bytes : undefined;
  const files: [string, Buffer][] = [
    ['README.txt', Buffer.from(claimReadme(evidence === undefined ? undefined : sha256(evidence)))],
    ['statement.pdf', await statementOfAudit(answer, names)],
    ['audit.json', Buffer.from(JSON.stringify(answer, undefined, 2))],
    ['audit-without-amounts.json', Buffer.from(JSON.stringify(withoutAmounts(answer), undefined, 2))],
    ['fills.csv', Buffer.from(fills)],
    ['who-is-who.csv', Buffer.from(csvOf(whoIsWho(names)))],
  ];
  const manifest = files.map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join('');
  return { evidence, own: await zipOf(new Map([...files, ['manifest-sha256.txt', Buffer.from(manifest)]])) };
}
