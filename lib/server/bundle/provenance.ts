import { marketAndSourceOf } from '../../domain/candleFile';
import { formatInstant, instant } from '../../domain/instant';
import { formatMinute, overlap, wholeDays, type MinuteRange } from '../../domain/minute';
import { sha256 } from '../../evidence/sha256';
import type { BookLine } from '../../sealed/digestText';
import { provenanceOf, replyOfHash, type Reply } from '../../store/replies/provenance';
import type { Moment } from '../moment';
import { csvLine, quoted } from './csvLine';
import { warcOf, type WarcReply } from './warc';

/** Raw replies in a bundle, at most: those of its own books come first. */
const MOST_REPLY_BYTES = 16 * 1024 * 1024;

const HEAD = csvLine([
  ...[
    'venue',
    'base',
    'quote',
    'kind',
    'source',
    'from',
    'to',
    'received',
    'sha256',
    'kept',
    'inWarc',
    'reader',
    'address',
  ],
]);

/** What the candles of a bundle were read from. */
export interface BundledReplies {
  /** A line for every reply: what was asked for, when it came, its SHA-256, and whether it is kept and in `warc`. */
  readonly csv: string;
  /** Empty: none is kept. */
  readonly warc: Buffer;
  /** Kept replies to requests of the window, and how many of them are in `warc`. */
  readonly kept: number;
  readonly bundled: number;
}

/**
 * The replies that the books of a digest were read from, for the days of a range; of those that speak of the range itself and are kept, the bytes as they
 * came, up to MOST_REPLY_BYTES, the asset's own first.
 */
export async function repliesOf(
  { snapshot, asOf }: Pick<Moment, 'snapshot' | 'asOf'>,
  books: readonly BookLine[],
  range: MinuteRange,
  software: string,
): Promise<BundledReplies> {
  const replies = await repliesIn({ snapshot, asOf }, books, wholeDays(range));
  const roles = new Map([...books].reverse().map(({ role, wanted }) => [marketAndSourceOf(wanted), role]));
  const wanted = replies.filter((reply) => reply.hasBody && overlap(reply.range, range) !== undefined);
  const isOwn = (reply: Reply): boolean => roles.get(marketAndSourceOf(reply)) !== 'rate-market';
  const chosen = new Map<Reply, WarcReply>();
  let left = MOST_REPLY_BYTES;
  for (const reply of [...wanted.filter(isOwn), ...wanted.filter((one) => !isOwn(one))]) {
    const found = await replyOfHash(snapshot, reply.market.base, reply.sha256);
    if (found?.body === undefined) continue;
    const body = Buffer.from(found.body);
    // What is not the bytes that came is no raw reply.
    if (body.length > left || sha256(body) !== reply.sha256) continue;
    left -= body.length;
    chosen.set(reply, { address: reply.address, received: new Date(reply.receivedAtMs).toISOString(), body });
  }
  return {
    csv: [HEAD, ...replies.map((reply) => lineOf(reply, chosen.has(reply)))].join(''),
    warc: warcOf([...chosen.values()], software),
    kept: wanted.length,
    bundled: chosen.size,
  };
}

async function repliesIn(
  { snapshot, asOf }: Pick<Moment, 'snapshot' | 'asOf'>,
  books: readonly BookLine[],
  days: MinuteRange,
): Promise<readonly Reply[]> {
  const names = new Set(books.map(({ wanted }) => marketAndSourceOf(wanted)));
  const bases = [...new Set(books.map(({ wanted }) => wanted.market.base))].sort();
  const found: Reply[] = [];
  for (const asset of bases) found.push(...(await provenanceOf(snapshot, { asset, range: days })));
  return found.filter(
    (reply) => names.has(marketAndSourceOf(reply)) && (asOf === undefined || reply.receivedAtMs <= asOf),
  );
}

const lineOf = (reply: Reply, inWarc: boolean): string => {
  const { market, source, range, sha256: hash, hasBody, reader, address } = reply;
  return csvLine([
    ...[market.venue, market.base, market.quote, market.kind, source, formatMinute(range.from), formatMinute(range.to)],
    ...[formatInstant(instant(reply.receivedAtMs)), hash, hasBody, inWarc, quoted(reader), quoted(address)],
  ]);
};
