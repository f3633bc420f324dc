import type { Market, Source } from '../../domain/market';
import { union, type Minute, type MinuteRange } from '../../domain/minute';
import type { Recorded } from '../../domain/observation';
import type { LongerAnswer, LongerLedger } from '../../domain/longerCandle';
import { openingsIn, spanOfCandle, type Timeframe } from '../../domain/timeframe';
import type { Database } from '../connection/database';
import { throughOutages, withSnapshot, withTransaction, type Transaction } from '../connection/transactions';
import type { LedgerOptions } from '../ledger/ledger';
import { storedMarkets, storeMarkets } from '../markets';
import { keyOf } from '../books/bookTable';
import { noteWrites, type BookWrite } from '../books/bookWrites';
import { insertQuarantined, type InsertedQuarantined } from '../quarantine/quarantineTable';
import { insertReplies, packed, type PackedReply } from '../replies/replyTable';
import { insertLonger, readOpenings, readStanding, saysSame, type LongerRow } from './longerTable';

/** An answer with its replies as they are stored. */
interface Packed {
  readonly answer: LongerAnswer;
  readonly replies: readonly PackedReply[];
}

/** What an answer says of each whole candle asked for, rows in quarantine left out. */
function rowsOf(
  { asked, timeframe, source, candles, quarantined, askedAtMs }: LongerAnswer,
  marketId: number,
): readonly LongerRow[] {
  const given = new Map(candles.map(({ minute, ...said }) => [minute, said]));
  const unknown = new Set<Minute | undefined>(quarantined.map(({ minute }) => minute));
  return openingsIn(asked, timeframe)
    .filter((open) => given.has(open) || !unknown.has(open))
    .map((open) => ({ marketId, source, timeframe, open, observedAtMs: askedAtMs, said: given.get(open) }));
}

/** Keeps of one answer what says otherwise than the one that stood when it was asked for. */
async function recordOne(
  client: Transaction,
  { answer, replies }: Packed,
  marketId: number,
): Promise<{ readonly recorded: Recorded; readonly quarantined: readonly InsertedQuarantined[] }> {
  const { source, timeframe, asked, askedAtMs, quarantined } = answer;
  const book = { marketId, source, timeframe };
  const standing = await readStanding(client, book, asked, askedAtMs);
  const rows = rowsOf(answer, marketId);
  const fresh = rows.filter(({ open }) => !standing.has(open));
  const revised = rows.flatMap((row) => {
    const before = standing.get(row.open);
    if (before === undefined || saysSame(before.said, row.said)) return [];
    // Two answers of one millisecond are two answers.
    return [{ ...row, observedAtMs: Math.max(row.observedAtMs, before.observedAtMs + 1) }];
  });
  await insertLonger(client, [...fresh, ...revised]);
  const aside = await insertQuarantined(
    client,
    quarantined.map((row) => ({ marketId, source, seenAtMs: askedAtMs, quarantined: row })),
  );
  await insertReplies(
    client,
    replies.map((reply) => ({ ...reply, marketId, source, range: asked, timeframe })),
  );
  const recorded = {
    added: fresh.length,
    revised: revised.length,
    unchanged: rows.length - fresh.length - revised.length,
  };
  return { recorded, quarantined: aside };
}

async function recordIn(client: Transaction, all: readonly Packed[]): Promise<Recorded> {
  const idOf = await storeMarkets(
    client,
    all.map(({ answer }) => answer.market),
  );
  const ids = [...new Set(all.map(({ answer }) => idOf(answer.market)))];
  // Whoever comes second must see what the first one wrote, or one answer would stand twice. In one order, so that none wait in a ring.
  await client.query('SELECT id FROM market WHERE id = ANY($1::int[]) ORDER BY id FOR UPDATE', [ids]);
  const total = { added: 0, unchanged: 0, revised: 0 };
  const aside: InsertedQuarantined[] = [];
  const books = new Map<string, BookWrite>();
  for (const one of all) {
    const { market, source } = one.answer;
    const marketId = idOf(market);
    const { recorded, quarantined } = await recordOne(client, one, marketId);
    aside.push(...quarantined);
    books.set(keyOf({ marketId, source }), { marketId, source, kind: market.kind, whole: true });
    total.added += recorded.added;
    total.unchanged += recorded.unchanged;
    total.revised += recorded.revised;
  }
  await noteWrites(client, [...books.values()], aside);
  return total;
}

/**
 * The longer candles kept in this database. `record` is one transaction; it counts as `added` the candles never answered for
 * before (those that the source has not included), and as `revised` those that say otherwise now: both answers stay.
 */
export function longerLedgerOf(db: Database, { keepBodies = false }: LedgerOptions = {}): LongerLedger {
  return {
    answered: (market, source, timeframe, range) =>
      throughOutages(db, () => answeredFor(db, market, source, timeframe, range)),
    record: async (answers) => {
      const all = await Promise.all(
        answers.map(async (answer) => ({
          answer,
          replies: await Promise.all(answer.provenance.map((reply) => packed(reply, keepBodies))),
        })),
      );
      return all.length === 0
        ? { added: 0, unchanged: 0, revised: 0 }
        : withTransaction(db, (client) => recordIn(client, all));
    },
  };
}

const answeredFor = (
  db: Database,
  market: Market,
  source: Source,
  timeframe: Timeframe,
  range: MinuteRange,
): Promise<readonly MinuteRange[]> =>
  withSnapshot(db, async (snapshot) => {
    const marketId = (await storedMarkets(snapshot, [market]))(market);
    if (marketId === undefined) return [];
    const openings = await readOpenings(snapshot, { marketId, source, timeframe }, range);
    return union(openings.map((open) => spanOfCandle(open, timeframe)));
  });
