import type { AuditAnswer, AuditCurvePoint, AuditFill, AuditSum } from '../../api/audit';
import { formatDay, formatMinute } from '../../domain/minute';
import { METHOD_VERSION } from '../../domain/method';
import { writeCertainty } from '../../domain/episode';
import { written, type Decimal } from '../../domain/decimal';
import { bookKey, type FillBook } from '../fill';
import { zoneName } from '../reading/times';
import type { CurvePoint, Curves } from './curves';
import type { Market } from './market';
import { OFFICIAL_RULE } from './official';
import { notAudited } from './auditFill';
import type { FileReading, FileSurvey, LeftOutFill } from './run';
import type { OrdersBeside, Repeats } from './repeats';
import type { Pseudonyms } from './pseudonyms';
import type { Sum } from './sums';
import type { EpisodePart, StatedFill, Statement } from './statement';
import type { ZoneCount, ZoneFinding } from './zones';

/** One file as it was read. */
export interface FileRead {
  readonly reading: FileReading;
  readonly survey: FileSurvey;
  readonly zone: ZoneFinding | undefined;
}

/** Dollars and cents, as a text: no double holds every cent. */
const cents = (value: Decimal): string => written(value, 2);
/** A sum of nothing is a hole, and not 0.00. */
const centsOrNull = (value: Decimal | undefined): string | null => (value === undefined ? null : cents(value));
const objectOf = <T>(entries: Iterable<readonly [string, T]>): Record<string, T> => Object.fromEntries(entries);
const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

const sumAnswer = (sum: Sum): AuditSum => ({
  fills: sum.fills,
  measured: sum.measured,
  weak: sum.weak,
  withinRate: sum.within,
  unmeasured: objectOf(sum.unmeasured),
  worse: centsOrNull(sum.money?.worse),
  worseFills: sum.worseFills,
  better: centsOrNull(sum.money?.better),
  betterFills: sum.betterFills,
  net: centsOrNull(sum.money?.net),
  onWeakRates: centsOrNull(sum.money?.onWeakRates),
  outsideCandle: sum.outsideCandle,
  withCandle: sum.withCandle,
  liquidations: sum.liquidations,
  adl: sum.adl,
  fees: objectOf([...sum.fees].map(([currency, amount]) => [currency, written(amount)] as const)),
  unreadFees: sum.unreadFees,
});

const episodeAnswer = ({ key, sum, of }: EpisodePart): AuditAnswer['episodes'][number] => ({
  ...sumAnswer(sum),
  episode: key,
  asset: of?.book.base ?? null,
  venue: of?.book.venue ?? null,
  market: of === undefined ? null : marketOf(of.book),
  kind: of?.book.kind ?? null,
  side: of?.episode.side ?? null,
  from: of === undefined ? null : formatMinute(of.episode.start),
  to: of === undefined ? null : formatMinute(of.episode.end),
});

const marketOf = ({ base, quote }: FillBook): string => `${base}/${quote}`;

const pointAnswer = (point: CurvePoint): AuditCurvePoint => ({
  from: formatMinute(point.from),
  was: centsOrNull(point.money?.was),
  atReference: centsOrNull(point.money?.atReference),
  difference: centsOrNull(point.money?.difference),
  measured: point.measured,
  withinRate: point.within,
  unmeasured: point.unmeasured,
});

const curvesAnswer = ({ stepMinutes, together, accounts }: Curves, names: Pseudonyms): AuditAnswer['curves'] => ({
  stepMinutes,
  together: together.map(pointAnswer),
  // One account's curve is the whole.
  accounts:
    accounts.length < 2
      ? []
      : accounts
          .map(({ account, points }) => ({ account: names.account(account), points: points.map(pointAnswer) }))
          .sort(byAccount),
});

/** `A`, `B`, `Z`, `AA`; what is told of several together last. */
const byAccount = (a: { readonly account: string }, b: { readonly account: string }): number =>
  Number(a.account === REST) - Number(b.account === REST) ||
  a.account.length - b.account.length ||
  (a.account < b.account ? -1 : 1);
const REST = '…';

/** A fill in one flat row, the columns of the CSV. Money and amounts are texts, exact; prices in USD and ratios are numbers. One that does not count has neither. */
export const fillAnswer = (stated: StatedFill | LeftOutFill, names: Pseudonyms): AuditFill =>
  'leftOut' in stated
    ? flatFill({ ...notAudited(stated.fill), ruled: undefined }, stated.leftOut, names)
    : flatFill(stated, null, names);

const flatFill = ({ fill, ...audited }: StatedFill, leftOut: AuditFill['leftOut'], names: Pseudonyms): AuditFill => ({
  file: names.file(fill.file),
  reconstructed: names.isReconstructed(fill.file),
  line: fill.line,
  account: names.account(fill.account),
  time: new Date(fill.atMs).toISOString(),
  minute: formatMinute(audited.minute),
  symbol: fill.symbol,
  venue: fill.book?.venue ?? null,
  market: fill.book === undefined ? null : marketOf(fill.book),
  kind: fill.book?.kind ?? null,
  side: fill.side,
  price: written(fill.price),
  quantity: written(fill.quantity),
  contracts: fill.contracts === undefined ? null : written(fill.contracts),
  flag: fill.flag ?? null,
  order: fill.isOrder,
  fee: fill.fee === undefined ? null : written(fill.fee.amount),
  feeCurrency: fill.fee?.currency ?? null,
  feeUnread: fill.unreadFee !== undefined,
  leftOut,
  priceUsd: audited.priceUsd === undefined ? null : Number(written(audited.priceUsd)),
  candleLow: orNull(audited.low),
  candleHigh: orNull(audited.high),
  insideCandle: audited.isInside ?? null,
  reference: orNull(audited.reference),
  deviation: orNull(audited.deviation),
  uncertainty: orNull(audited.uncertainty),
  certainty: audited.certainty === undefined ? null : writeCertainty(audited.certainty),
  missing: audited.why ?? null,
  money: centsOrNull(audited.money),
  episode: audited.episode?.id ?? null,
  officialRule:
    audited.ruled === undefined
      ? null
      : audited.ruled.kind === 'paid'
        ? cents(audited.ruled.money)
        : audited.ruled.kind,
});

const zoneAnswer = ({ east, fills, inside, withCandle }: ZoneCount) => ({
  zone: zoneName(east),
  fills,
  inside,
  withCandle,
});

const fileAnswer = (
  { reading: { file, layout, said }, survey, zone }: FileRead,
  names: Pseudonyms,
): AuditAnswer['files'][number] => ({
  file: names.file(file.name),
  reconstructed: survey.isReconstructed,
  format: layout.format,
  confirmed: layout.isConfirmed,
  columns: objectOf(Object.entries(layout.columns).map(([role, at]) => [role, layout.head[at] ?? ''] as const)),
  zone: said.zone !== undefined ? zoneName(said.zone) : layout.zone === undefined ? null : zoneName(layout.zone.east),
  zoneBy: said.zone !== undefined ? 'option' : survey.isFixed ? 'rows' : (layout.zone?.by ?? null),
  rows: survey.rows,
  fills: survey.fills,
  outsidePeriod: survey.outsidePeriod,
  flawed: survey.flawed,
  unreadFees: survey.unreadFees,
  unended: survey.unended ?? null,
  flaws: survey.listed.map(({ line, flaw, text }) => ({ line, flaw, text })),
  sameAs: survey.sameAs === undefined ? null : names.file(survey.sameAs),
  repeated: survey.leftOut.counts.repeated,
  ordersOfTrades: survey.leftOut.counts.order,
  leftOut: survey.leftOut.listed.flatMap(({ line, why, text }) => (why === 'conflict' ? [] : [{ line, why, text }])),
  notFills: objectOf(survey.others),
  unknownSymbols: objectOf(survey.unknown),
  unsizedContracts: survey.unsized.map((one) => ({ ...one })),
  zoneCheck:
    zone === undefined
      ? null
      : { chosen: zoneAnswer(zone.chosen), better: zone.better === undefined ? null : zoneAnswer(zone.better) },
});

const besideAnswer = (
  { account, venue, orders }: OrdersBeside,
  names: Pseudonyms,
): AuditAnswer['ordersBesideTrades'][number] => ({ account: names.account(account), venue, orders });

/** The whole audit for programs; `fills` holds the largest alone. Accounts and files are written as `names` has them. */
export const auditAnswerOf = (
  files: readonly FileRead[],
  market: Market,
  statement: Statement,
  repeats: Repeats,
  names: Pseudonyms,
): AuditAnswer => ({
  method: METHOD_VERSION,
  simulated: market.simulated,
  reconstructed: files.some(({ survey }) => survey.isReconstructed),
  currency: 'USD',
  files: files.map((file) => fileAnswer(file, names)),
  ordersBesideTrades: repeats.ordersBeside.map((one) => besideAnswer(one, names)),
  total: sumAnswer(statement.all),
  assets: statement.assets.map(({ key, sum }) => ({ ...sumAnswer(sum), asset: key })),
  episodes: statement.episodes.map(episodeAnswer),
  accounts: statement.accounts
    .map(({ key, sum }) => ({ ...sumAnswer(sum), account: names.account(key) }))
    .sort(byAccount),
  curves: curvesAnswer(statement.curves, names),
  officialRule: {
    from: formatMinute(OFFICIAL_RULE.within.from),
    to: formatMinute(OFFICIAL_RULE.within.to),
    priceAt: formatMinute(OFFICIAL_RULE.priceAt),
    venues: [...OFFICIAL_RULE.venues],
    paid: statement.rule.paid,
    money: centsOrNull(statement.rule.money),
    outside: statement.rule.outside,
    outsideMeasured: statement.rule.outsideMeasured,
    outsideMoney: centsOrNull(statement.rule.outsideMoney),
    unknown: statement.rule.unknown,
    fills: statement.ruled.map((fill) => fillAnswer(fill, names)),
  },
  days: market.digests.map(({ book, day, digest, reference }) => ({ book, day: formatDay(day), reference, digest })),
  fills: statement.shown.map((fill) => fillAnswer(fill, names)),
});

/** Whether everything was read and compared that could be: else a command ends with 3. */
export const isWhole = (files: readonly FileRead[], { all }: Statement, repeats: Repeats): boolean =>
  repeats.ordersBeside.length === 0 &&
  files.every(
    ({ survey, zone }) =>
      (survey.fills > 0 || survey.sameAs !== undefined) &&
      survey.flawed + survey.unreadFees === 0 &&
      survey.unknown.size === 0 &&
      zone?.better === undefined,
  ) &&
  (['not-stored', 'not-fetched', 'not-asked', 'contract-size', 'unknown-symbol'] as const).every(
    (why) => !all.unmeasured.has(why),
  );

/** Books of which nothing was stored on a day that fills are of. */
export const missingDays = (files: readonly FileRead[], market: Market): readonly string[] => [
  ...new Set(
    files.flatMap(({ survey }) =>
      survey.days.flatMap(({ book, day }) =>
        market.day(book, day) === 'not-stored' ? [`${bookKey(book)} ${formatDay(day)}`] : [],
      ),
    ),
  ),
];
