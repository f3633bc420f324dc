import * as z from 'zod/mini';
import { orderLogAnswer } from './orderLog';
import { WRITTEN_CERTAINTIES } from '../domain/episode';
import { isoMinute, marketKind, measured } from './hole';

/** Dollars and cents, or an amount, as an exact decimal text: no double holds every cent. */
const money = z.string().check(z.regex(/^-?\d+\.\d{2}$/));
const decimal = z.string().check(z.regex(/^-?\d+(\.\d+)?$/));
const count = z.int().check(z.nonnegative());
const counts = z.record(z.string(), count);

/** What fills come to together, in USD. */
const sum = z.object({
  fills: count,
  /** With a figure, and how many of these rest on a weak rate. */
  measured: count,
  weak: count,
  /** Within the rates' uncertainty: no figure. */
  withinRate: count,
  /** Without a figure, by the reason. */
  unmeasured: counts,
  /** Of fills worse than their reference: 0 or more; of better ones: 0 or less; both together. null: no fill has a figure, for the reasons in `unmeasured` and `withinRate`. */
  worse: z.nullable(money),
  worseFills: count,
  better: z.nullable(money),
  betterFills: count,
  net: z.nullable(money),
  /** What of `net` rests on a weak rate. */
  onWeakRates: z.nullable(money),
  outsideCandle: count,
  withCandle: count,
  liquidations: count,
  adl: count,
  /** By currency; the empty name: the file names none. */
  fees: z.record(z.string(), decimal),
  /** Fills whose fee could not be read: `fees` lacks theirs. */
  unreadFees: count,
});
export type AuditSum = z.infer<typeof sum>;

const zoneCount = z.object({ zone: z.string(), fills: count, inside: count, withCandle: count });

const file = z.object({
  /** Its place among those that were given, from `1` on; its name stays with its owner. */
  file: z.string(),
  /** Whether it is the worked example (docs/worked-example.md), or has rows of it: by its name, or by the mark in its text. */
  reconstructed: z.boolean(),
  format: z.string(),
  /** Whether the columns of this export are documented by somebody; else they were guessed. */
  confirmed: z.boolean(),
  /** By role the column's name. */
  columns: z.record(z.string(), z.string()),
  zone: z.nullable(z.string()),
  zoneBy: z.nullable(z.enum(['option', 'rows', 'column', 'preamble'])),
  rows: count,
  fills: count,
  outsidePeriod: count,
  flawed: count,
  /** Fills whose fee could not be read; they count. */
  unreadFees: count,
  /** The line in which the file ends without a line end, where its last value may be cut off; it counts as it is read. null: none. */
  unended: z.nullable(count),
  /** The first thousand, fills without their fee (`fee`) among them. */
  flaws: z.array(z.object({ line: count, flaw: z.string(), text: z.string() })),
  /** The file before it, of the same account, whose bytes these are; then nothing of this one is read, and its counts are 0. */
  sameAs: z.nullable(z.string()),
  /** Of the fills those that are not counted: they repeat one that counts; they are orders whose trades count. */
  repeated: count,
  ordersOfTrades: count,
  /** These rows, the first thousand of each, with the id of the trade or the order. Rows that contradict another of their trade id are in `flaws` (`conflict`). */
  leftOut: z.array(z.object({ line: count, why: z.enum(['repeated', 'order']), text: z.string() })),
  notFills: counts,
  unknownSymbols: counts,
  /** Symbols that count contracts of a size that is not known, and what one of each would be counted in. */
  unsizedContracts: z.array(
    z.object({ symbol: z.string(), fills: count, of: z.enum(['base', 'quote']), unit: z.string() }),
  ),
  /** How many of a sample of fills lie inside their venue's candle, and the zone in which more do. */
  zoneCheck: z.nullable(z.object({ chosen: zoneCount, better: z.nullable(zoneCount) })),
});

const fill = z.object({
  file: z.string(),
  /** Of a file of the worked example: invented. */
  reconstructed: z.boolean(),
  line: count,
  /** A letter, by the time of the first fill. */
  account: z.string(),
  time: z.iso.datetime(),
  minute: isoMinute,
  symbol: z.string(),
  venue: z.nullable(z.string()),
  market: z.nullable(z.string()),
  kind: z.nullable(marketKind),
  side: z.enum(['sell', 'buy']),
  /** Quote per base, as the file has it. */
  price: decimal,
  /** In units of the base. */
  quantity: decimal,
  contracts: z.nullable(decimal),
  flag: z.nullable(z.enum(['liquidation', 'adl'])),
  /** An order's average price. */
  order: z.boolean(),
  fee: z.nullable(decimal),
  feeCurrency: z.nullable(z.string()),
  /** The row has a fee that could not be read. */
  feeUnread: z.boolean(),
  /** Why it does not count; then it is compared with nothing. Of these the CSV alone has any. */
  leftOut: z.nullable(z.enum(['repeated', 'conflict', 'order'])),
  priceUsd: measured,
  candleLow: measured,
  candleHigh: measured,
  insideCandle: z.nullable(z.boolean()),
  reference: measured,
  deviation: measured,
  uncertainty: measured,
  certainty: z.nullable(z.enum(WRITTEN_CERTAINTIES)),
  /** Why there is no figure. */
  missing: z.nullable(z.string()),
  money: z.nullable(money),
  episode: z.nullable(z.string()),
  /** What the rule pays; `outside` its hours; `unknown`: a price of it is not stored. */
  officialRule: z.nullable(z.union([money, z.enum(['outside', 'unknown'])])),
});
export type AuditFill = z.infer<typeof fill>;

/** What fills came to by the end of a step of time, from the first fill on; the counts are the step's own. */
const curvePoint = z.object({
  from: isoMinute,
  /** Sold less bought: at the prices of the fills, and at their references. null: no fill up to here has a figure. */
  was: z.nullable(money),
  atReference: z.nullable(money),
  difference: z.nullable(money),
  measured: count,
  /** These add nothing. */
  withinRate: count,
  unmeasured: count,
});
export type AuditCurvePoint = z.infer<typeof curvePoint>;

const episode = {
  episode: z.string(),
  /** null: of further episodes together. */
  asset: z.nullable(z.string()),
  venue: z.nullable(z.string()),
  market: z.nullable(z.string()),
  kind: z.nullable(marketKind),
  side: z.nullable(z.enum(['below', 'above'])),
  from: z.nullable(isoMinute),
  to: z.nullable(isoMinute),
};

/** What `audit --json` prints. */
export const auditAnswer = z.object({
  method: z.int(),
  simulated: z.boolean(),
  /** Whether any of the files is the worked example: then no figure here is evidence. */
  reconstructed: z.boolean(),
  currency: z.literal('USD'),
  files: z.array(file),
  /** Orders that count beside trades of the same account and venue, though no order id shows whether they are the same fills. */
  ordersBesideTrades: z.array(z.object({ account: z.string(), venue: z.string(), orders: count })),
  total: sum,
  assets: z.array(z.extend(sum, { asset: z.string() })),
  episodes: z.array(z.extend(sum, episode)),
  accounts: z.array(z.extend(sum, { account: z.string() })),
  curves: z.object({
    stepMinutes: count,
    together: z.array(curvePoint),
    accounts: z.array(z.object({ account: z.string(), points: z.array(curvePoint) })),
  }),
  officialRule: z.object({
    from: isoMinute,
    to: isoMinute,
    priceAt: isoMinute,
    venues: z.array(z.string()),
    paid: count,
    /** null: `paid` is 0. */
    money: z.nullable(money),
    outside: count,
    /** How many of these have a figure by the audit, and what they come to; null: none has. */
    outsideMeasured: count,
    outsideMoney: z.nullable(money),
    unknown: count,
    /** The first thousand of these liquidations, by their time. */
    fills: z.array(fill),
  }),
  /** The days of books that it rests on: the digest of the view of each, and what it compares with. */
  days: z.array(z.object({ book: z.string(), day: z.string(), reference: z.string(), digest: z.string() })),
  /** The largest. */
  fills: z.array(fill),
  /** What order logs among the files have; absent: none was given. */
  orderLog: z.optional(orderLogAnswer),
});
export type AuditAnswer = z.infer<typeof auditAnswer>;

const sharedSum = z.omit(sum, {
  worse: true,
  better: true,
  net: true,
  onWeakRates: true,
  fees: true,
  unreadFees: true,
});
export type SharedSum = z.infer<typeof sharedSum>;

/** A fill as others may see it. Neither its price nor its second, by which a public list of trades would tell its quantity. */
const sharedFill = z.extend(
  z.pick(fill, {
    reconstructed: true,
    account: true,
    minute: true,
    venue: true,
    market: true,
    kind: true,
    side: true,
    flag: true,
    order: true,
    leftOut: true,
    insideCandle: true,
    certainty: true,
    missing: true,
    episode: true,
  }),
  {
    /** To 0.01 %. */
    deviation: measured,
    officialRule: z.nullable(z.enum(['inside', 'outside', 'unknown'])),
  },
);
export type SharedFill = z.infer<typeof sharedFill>;

/** What `audit --without-amounts --json` prints: counts, deviations, minutes and venues. No text of the file, no quantity, price or money. */
export const sharedAudit = z.extend(
  z.pick(auditAnswer, {
    method: true,
    simulated: true,
    reconstructed: true,
    currency: true,
    ordersBesideTrades: true,
    days: true,
  }),
  {
    withoutAmounts: z.literal(true),
    files: z.array(
      z.extend(
        z.pick(file, {
          file: true,
          reconstructed: true,
          format: true,
          confirmed: true,
          zone: true,
          zoneBy: true,
          rows: true,
          fills: true,
          sameAs: true,
          repeated: true,
          ordersOfTrades: true,
        }),
        {
          outsidePeriod: count,
          flawed: count,
          notFills: count,
          unknownSymbols: count,
          unsizedContracts: count,
        },
      ),
    ),
    total: sharedSum,
    /** null: of that asset no minute was compared. */
    assets: z.array(z.extend(sharedSum, { asset: z.nullable(z.string()) })),
    episodes: z.array(z.extend(sharedSum, episode)),
    accounts: z.array(z.extend(sharedSum, { account: z.string() })),
    steps: z.object({
      stepMinutes: count,
      together: z.array(z.pick(curvePoint, { from: true, measured: true, withinRate: true, unmeasured: true })),
    }),
    officialRule: z.extend(
      z.pick(auditAnswer.shape.officialRule, {
        from: true,
        to: true,
        priceAt: true,
        venues: true,
        outside: true,
        unknown: true,
      }),
      { inside: count, fills: z.array(sharedFill) },
    ),
    fills: z.array(sharedFill),
  },
);
export type SharedAudit = z.infer<typeof sharedAudit>;
