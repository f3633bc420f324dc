import type { AuditAnswer, AuditFill, AuditSum, SharedAudit, SharedFill, SharedSum } from '../../api/audit';

/** Deviations are told to 0.01 %: finer, the reference, which is public, would tell the fill's own price. */
const DEVIATION_STEPS = 10_000;

const sharedSum = (sum: AuditSum): SharedSum => ({
  fills: sum.fills,
  measured: sum.measured,
  weak: sum.weak,
  withinRate: sum.withinRate,
  unmeasured: sum.unmeasured,
  worseFills: sum.worseFills,
  betterFills: sum.betterFills,
  outsideCandle: sum.outsideCandle,
  withCandle: sum.withCandle,
  liquidations: sum.liquidations,
  adl: sum.adl,
});

/** Markets that minutes were compared of: any other name is the file's own text. */
export const comparedMarkets = (days: readonly { readonly book: string }[]): ReadonlySet<string> =>
  new Set(days.flatMap(({ book }) => book.split(' ')[1] ?? []));

/** A fill without what tells how much it was of. */
export const sharedFill = (fill: AuditFill, markets: ReadonlySet<string>): SharedFill => ({
  reconstructed: fill.reconstructed,
  account: fill.account,
  minute: fill.minute,
  ...(fill.market !== null && markets.has(fill.market)
    ? { venue: fill.venue, market: fill.market, kind: fill.kind }
    : { venue: null, market: null, kind: null }),
  side: fill.side,
  flag: fill.flag,
  order: fill.order,
  leftOut: fill.leftOut,
  insideCandle: fill.insideCandle,
  deviation: fill.deviation === null ? null : Math.round(fill.deviation * DEVIATION_STEPS) / DEVIATION_STEPS,
  certainty: fill.certainty,
  missing: fill.missing,
  episode: fill.episode,
  officialRule:
    fill.officialRule === null || fill.officialRule === 'outside' || fill.officialRule === 'unknown'
      ? fill.officialRule
      : 'inside',
});

/** By minute, account and market: the order of the largest would tell which they are. */
const byTime = (a: SharedFill, b: SharedFill): number => {
  const [one, other] = [a, b].map(({ minute, account, market, side }) =>
    [minute, account, market ?? '', side].join(' '),
  );
  return (one as string) < (other as string) ? -1 : Number(one !== other);
};
const sharedFills = (fills: readonly AuditFill[], markets: ReadonlySet<string>): SharedFill[] =>
  fills.map((fill) => sharedFill(fill, markets)).sort(byTime);

const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, one) => sum + one, 0);

/** An audit that can be shown to others: nothing in it says how much was traded, paid or lost, and no text of the file stands in it. */
export function withoutAmounts(answer: AuditAnswer): SharedAudit {
  const markets = comparedMarkets(answer.days);
  const assets = new Set([...markets].map((market) => market.slice(0, market.indexOf('/'))));
  return {
    method: answer.method,
    simulated: answer.simulated,
    reconstructed: answer.reconstructed,
    currency: answer.currency,
    withoutAmounts: true,
    files: answer.files.map((file) => ({
      file: file.file,
      reconstructed: file.reconstructed,
      format: file.format,
      confirmed: file.confirmed,
      zone: file.zone,
      zoneBy: file.zoneBy,
      rows: file.rows,
      fills: file.fills,
      outsidePeriod: file.outsidePeriod,
      flawed: file.flawed,
      sameAs: file.sameAs,
      repeated: file.repeated,
      ordersOfTrades: file.ordersOfTrades,
      notFills: total(file.notFills),
      unknownSymbols: total(file.unknownSymbols),
      unsizedContracts: file.unsizedContracts.reduce((sum, { fills }) => sum + fills, 0),
    })),
    ordersBesideTrades: answer.ordersBesideTrades,
    total: sharedSum(answer.total),
    assets: answer.assets.map((one) => ({ ...sharedSum(one), asset: assets.has(one.asset) ? one.asset : null })),
    episodes: answer.episodes.map((one) => ({
      ...sharedSum(one),
      episode: one.episode,
      asset: one.asset,
      venue: one.venue,
      market: one.market,
      kind: one.kind,
      side: one.side,
      from: one.from,
      to: one.to,
    })),
    accounts: answer.accounts.map((one) => ({ ...sharedSum(one), account: one.account })),
    steps: {
      stepMinutes: answer.curves.stepMinutes,
      together: answer.curves.together.map(({ from, measured, withinRate, unmeasured }) => ({
        from,
        measured,
        withinRate,
        unmeasured,
      })),
    },
    officialRule: {
      from: answer.officialRule.from,
      to: answer.officialRule.to,
      priceAt: answer.officialRule.priceAt,
      venues: answer.officialRule.venues,
      inside: answer.officialRule.paid,
      outside: answer.officialRule.outside,
      unknown: answer.officialRule.unknown,
      fills: sharedFills(answer.officialRule.fills, markets),
    },
    days: answer.days,
    fills: sharedFills(answer.fills, markets),
  };
}
