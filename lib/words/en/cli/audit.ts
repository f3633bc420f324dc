import { codeOf } from '../../typed';
import type { AuditAnswer, AuditSum, SharedAudit, SharedSum } from '../../../api/audit';
import { answerText, plural } from './lines';
import { RECONSTRUCTED } from '../../../domain/events/reconstructed';
import { count, formatRatio } from '../numbers';
import { RECONSTRUCTED_NOTICE } from '../reconstructed';

/** What `audit` says and prints. What was measured, never why, nor whose doing. */

export const AUDITING = 'reading the files';
export const COMPARING = 'comparing with the stored minutes';

export const notAnExport = (file: string, roles: readonly string[]): string =>
  `${file}: no line at its beginning names the columns of fills; name them with --column, for example ${roles.map((role) => `--column ${role}="…"`).join(' ')}`;
export const columnsMissing = (file: string, roles: readonly string[], head: readonly string[]): string =>
  `${file}: no column for ${roles.join(', ')}; name it with --column, for example --column ${roles[0] ?? ''}="…" (columns: ${head.join(', ').slice(0, 300)})`;
export const venueMissing = (file: string): string =>
  `${file}: its columns do not show whose fills they are; add --venue and --kind, for example --venue binanceusdm --kind perp`;
export const zoneMissing = (file: string): string =>
  `${file}: its times name no zone; add --zone, for example --zone utc or --zone utc+8`;
export const columnUnknown = (file: string, name: string): string => `${file} has no column "${name.slice(0, 60)}"`;
export const notAContract = (text: string): string =>
  `--contract is "${text.slice(0, 40)}"; it takes base=0.01 (so much of the base) or quote=10 (so many units of the quote), for one symbol ATOM-USDT-SWAP:base=1`;
export const notAnAccount = (text: string): string => `--account is "${text.slice(0, 40)}"; it takes FILE=NAME`;
export const accountOfNoFile = (text: string): string =>
  `--account is "${text.slice(0, 40)}"; what stands before = is none of the files given`;
/** `options`: those that were given and that have none. */
export const logApart = (file: string, options: readonly string[]): string =>
  `${file} is an order log, and ${options.join(' and ')} ${options.length === 1 ? 'has' : 'have'} no room for one: leave ${options.length === 1 ? 'it' : 'them'} out, or give the log to ${codeOf('orderlog')} by itself`;
export const NO_ORDER_LOG = '--beside and --log-zone are for order logs; none of the files is one';
export const PACK_HAS_AMOUNTS = '--pack writes amounts into its private part; leave --without-amounts out';
/** `evidence`, `own`: the zips; undefined: there is no such part. */
export const claimPacked = (evidence: string | undefined, own: string): string =>
  evidence !== undefined
    ? `wrote ${evidence} (it holds nothing from the files) and ${own} (for you alone)`
    : `wrote ${own} (for you alone); no minute of the fills is stored, so there is no evidence to pack`;
export const notUtf8 = (file: string): string =>
  `${file} is neither UTF-8 nor UTF-16, so its columns cannot be read; save it as UTF-8 (in Excel: CSV UTF-8)`;
export const noLines = (file: string): string => `${file} has no lines of text; export it as CSV`;
export const noFills = (file: string): string => `${file} has no fills to compare`;

/** What is missing from an audit that was done all the same; standard error. */
export const auditGaps = {
  flawed: (
    file: string,
    flawed: number,
    lines: readonly { readonly line: number; readonly flaw: string; readonly text: string }[],
  ): readonly string[] => [
    `${file}: ${plural(flawed, 'row')} could not be read`,
    ...lines.map(({ line, flaw, text }) => `  line ${String(line)}: ${flaw}: ${text}`),
  ],
  unreadFees: (
    file: string,
    unread: number,
    lines: readonly { readonly line: number; readonly text: string }[],
  ): readonly string[] => [
    `${file}: the fees of ${plural(unread, 'fill')} could not be read; the fills count without them`,
    ...lines.map(({ line, text }) => `  line ${String(line)}: fee: ${text}`),
  ],
  unended: (file: string, line: number): string =>
    `${file}: no line end after line ${String(line)}; its last value may be cut off, and counts as it is read`,
  /** `repeated`: rows that say what a row says that counts; `order`: orders whose trades count. */
  leftOut: (
    file: string,
    why: 'repeated' | 'order',
    rows: number,
    lines: readonly { readonly line: number; readonly text: string }[],
  ): readonly string[] => [
    why === 'order'
      ? `${file}: ${plural(rows, 'order')} left out: the trades count`
      : `${file}: ${plural(rows, 'fill')} left out: counted already; add --account if the files are of different accounts`,
    ...lines.map(({ line, text }) => `  line ${String(line)}: ${why}${text === '' ? '' : `: ${text}`}`),
  ],
  sameAs: (file: string, other: string): string => `${file} has the same bytes as ${other}; it adds nothing`,
  ordersBeside: (account: string, venue: string, orders: number): string =>
    `account ${account}: ${plural(orders, 'order')} at ${venue} counted beside trades, and may be the same fills; give either the orders or the trades`,
  more: (more: number): string => `  and ${plural(more, 'more row')}; --json lists up to 1,000`,
  unknown: (file: string, symbols: readonly (readonly [string, number])[]): string =>
    `${file}: unknown symbols: ${symbols.map(([symbol, fills]) => `${symbol} (${plural(fills, 'fill')})`).join(', ')}`,
  unsized: (
    file: string,
    contracts: readonly { readonly symbol: string; readonly fills: number; readonly of: string }[],
  ): string =>
    `${file}: contracts of a size that is not known: ${contracts.map(({ symbol, fills }) => `${symbol} (${plural(fills, 'fill')})`).join(', ')}. Say it, for example --contract ${contracts.map(({ symbol, of }) => `${symbol}:${of}=…`)[0] ?? ''}`,
  days: (days: readonly string[]): string =>
    `not stored: ${days.join('; ')}; fetch them with ${codeOf('ingest ASSET --kinds spot,perp --from T --to T')}`,
  zone: (file: string, chosen: string, better: string, inside: number, betterInside: number, of: number): string =>
    `${file}: read as ${chosen}, ${count(inside)} of ${plural(of, 'fill')} lie inside their venue’s candle; as ${better}, ${count(betterInside)} do. Add --zone ${better.toLowerCase()} if that is the clock of the file`,
  reasons: (reasons: readonly (readonly [string, number])[]): string =>
    `without a figure: ${reasons.map(([why, fills]) => `${why} (${plural(fills, 'fill')})`).join(', ')}`,
};

const usd = (text: string | null): string => {
  if (text === null) return 'no figure';
  const [whole = '', cents = ''] = text.replace('-', '').split('.');
  return `${text.startsWith('-') ? '\u2212' : ''}${BigInt(whole).toLocaleString('en-US')}.${cents} USD`;
};

const sumLine = (sum: AuditSum): string =>
  [
    `${plural(sum.fills, 'fill')}, ${count(sum.measured)} with a figure${sum.weak === 0 ? '' : ` (${count(sum.weak)} on a weak rate)`}`,
    ...(sum.net === null
      ? []
      : [`worse than the reference ${usd(sum.worse)}, better ${usd(sum.better)}, together ${usd(sum.net)}`]),
    ...(sum.withinRate === 0 ? [] : [`${count(sum.withinRate)} within the rate’s uncertainty, no figure`]),
    ...(sum.liquidations === 0 ? [] : [plural(sum.liquidations, 'liquidation')]),
    ...(sum.adl === 0 ? [] : [`${count(sum.adl)} auto-deleveraged`]),
    ...(sum.outsideCandle === 0 ? [] : [`${count(sum.outsideCandle)} outside their venue’s candle`]),
  ].join('; ');

/** Behind what a file holds: what of it does not count. */
const leftOutWords = ({
  repeated,
  ordersOfTrades,
}: Pick<AuditAnswer['files'][number], 'repeated' | 'ordersOfTrades'>): string =>
  [
    ...(repeated === 0 ? [] : [`${count(repeated)} of them repeated, not counted again`]),
    ...(ordersOfTrades === 0 ? [] : [`${count(ordersOfTrades)} of them orders whose trades count`]),
  ]
    .map((text) => `; ${text}`)
    .join('');

const SHOWN_FILLS = 10;
/** Liquidations listed with the official rule. */
const SHOWN_RULED = 20;

const ruledWords = (rule: string | null): string =>
  rule === null || rule === 'unknown'
    ? 'a price that the rule needs is not stored'
    : rule === 'outside'
      ? 'outside the hours of the rule'
      : `by the rule ${usd(rule)}`;

const ruleLine = ({
  paid,
  money,
  outside,
  outsideMeasured,
  outsideMoney,
  unknown,
}: AuditAnswer['officialRule']): string =>
  [
    `inside it ${plural(paid, 'liquidation')}${money === null ? '' : `, by the rule ${usd(money)}`}`,
    `outside it ${plural(outside, 'liquidation')}${outside === 0 ? '' : `, ${count(outsideMeasured)} with a figure${outsideMoney === null ? '' : `, by the audit ${usd(outsideMoney)}`}`}`,
    `not known ${count(unknown)}`,
  ].join('; ');

/** "binance ATOM/USDT, below, 2025-10-10T21:20Z to 2025-10-10T21:25Z" */
const episodeName = ({ venue, market, kind, side, from, to }: SharedAudit['episodes'][number]): string =>
  venue === null || market === null || side === null || from === null || to === null
    ? '…'
    : `${venue} ${market}${kind === 'spot' ? '' : ` ${kind ?? ''}`}, ${side}, ${from} to ${to}`;

/** What `audit` prints for people; `files`: their names, in the order of the answer's. */
export function auditText(answer: AuditAnswer, files: readonly { readonly name: string }[]): string {
  const nameOf = (file: string): string => files[Number(file) - 1]?.name ?? file;
  return answerText(answer.simulated, [
    ...(answer.reconstructed ? [RECONSTRUCTED_NOTICE] : []),
    ...answer.files.map(({ file, reconstructed, format, confirmed, zone, zoneBy, rows, fills, sameAs, ...leftOut }) =>
      sameAs === null
        ? `${nameOf(file)}: ${reconstructed ? `${RECONSTRUCTED}, ` : ''}${format}${confirmed ? '' : ' (columns guessed; check them)'}, clock ${zone ?? 'UTC'} by ${zoneBy ?? 'rows'}, ${plural(fills, 'fill')} in ${plural(rows, 'row')}${leftOutWords(leftOut)}`
        : auditGaps.sameAs(nameOf(file), nameOf(sameAs)),
    ),
    `total: ${sumLine(answer.total)}`,
    ...answer.assets.map(({ asset, ...sum }) => `  ${asset}: ${sumLine(sum)}`),
    ...(answer.accounts.length < 2
      ? []
      : answer.accounts.map(({ account, ...sum }) => `  account ${account}: ${sumLine(sum)}`)),
    ...answer.episodes.map((sum) => `  episode ${episodeName(sum)}: ${sumLine(sum)}`),
    ...Object.entries(answer.total.fees).map(
      ([currency, amount]) => `  fees: ${amount} ${currency === '' ? '(currency not named)' : currency}`,
    ),
    ...(answer.total.unreadFees === 0
      ? []
      : [`  fees: without those of ${plural(answer.total.unreadFees, 'fill')}, which could not be read`]),
    ...(answer.total.liquidations === 0
      ? []
      : [
          `official rule, as the press reported it (liquidations ${answer.officialRule.from} to ${answer.officialRule.to}, price at ${answer.officialRule.priceAt}): ${ruleLine(answer.officialRule)}`,
          ...answer.officialRule.fills
            .slice(0, SHOWN_RULED)
            .map(
              ({ file, line, time, venue, market, side, price, officialRule, money }) =>
                `  file ${file} line ${String(line)}: ${time} ${venue ?? ''} ${market ?? ''} ${side} at ${price}: ${ruledWords(officialRule)}; by the audit ${usd(money)}`,
            ),
          ...(answer.officialRule.fills.length > SHOWN_RULED ? ['  …; --json lists up to 1,000'] : []),
        ]),
    ...answer.fills
      .filter(({ money }) => money !== null)
      .slice(0, SHOWN_FILLS)
      .map(
        ({ line, time, venue, market, side, price, quantity, deviation, money, flag }) =>
          `  line ${String(line)}: ${time} ${venue ?? ''} ${market ?? ''} ${side} ${quantity} at ${price}${flag === null ? '' : `, ${flag}`}: ${deviation === null ? '' : formatRatio(deviation)}, ${usd(money)}`,
      ),
  ]);
}

const countLine = (sum: SharedSum): string =>
  [
    `${plural(sum.fills, 'fill')}, ${count(sum.measured)} with a figure${sum.weak === 0 ? '' : ` (${count(sum.weak)} on a weak rate)`}`,
    `${count(sum.worseFills)} worse than the reference, ${count(sum.betterFills)} better`,
    ...(sum.withinRate === 0 ? [] : [`${count(sum.withinRate)} within the rate’s uncertainty, no figure`]),
    ...(sum.liquidations === 0 ? [] : [plural(sum.liquidations, 'liquidation')]),
    ...(sum.adl === 0 ? [] : [`${count(sum.adl)} auto-deleveraged`]),
    ...(sum.outsideCandle === 0 ? [] : [`${count(sum.outsideCandle)} outside their venue’s candle`]),
  ].join('; ');

/** What `audit --without-amounts` prints for people: no quantity, no price, no money, no text of the file. */
export const sharedText = (shared: SharedAudit): string =>
  answerText(shared.simulated, [
    ...(shared.reconstructed ? [RECONSTRUCTED_NOTICE] : []),
    'without amounts: no quantity, price or money; accounts as letters, files as numbers',
    ...shared.files.map(({ file, reconstructed, format, confirmed, zone, zoneBy, rows, fills, sameAs, ...leftOut }) =>
      sameAs === null
        ? `file ${file}: ${reconstructed ? `${RECONSTRUCTED}, ` : ''}${format}${confirmed ? '' : ' (columns guessed; check them)'}, clock ${zone ?? 'UTC'} by ${zoneBy ?? 'rows'}, ${plural(fills, 'fill')} in ${plural(rows, 'row')}${leftOutWords(leftOut)}`
        : auditGaps.sameAs(`file ${file}`, `file ${sameAs}`),
    ),
    `total: ${countLine(shared.total)}`,
    ...shared.assets.map(({ asset, ...sum }) => `  ${asset ?? 'symbols not compared'}: ${countLine(sum)}`),
    ...(shared.accounts.length < 2
      ? []
      : shared.accounts.map(({ account, ...sum }) => `  account ${account}: ${countLine(sum)}`)),
    ...shared.episodes.map((sum) => `  episode ${episodeName(sum)}: ${countLine(sum)}`),
    ...(shared.total.liquidations === 0
      ? []
      : [
          `official rule, as the press reported it (liquidations ${shared.officialRule.from} to ${shared.officialRule.to}, price at ${shared.officialRule.priceAt}): inside ${plural(shared.officialRule.inside, 'liquidation')}, outside ${count(shared.officialRule.outside)}, not known ${count(shared.officialRule.unknown)}`,
        ]),
    ...shared.days.map(({ book, day, digest }) => `  compared with ${book} ${day}: ${digest}`),
  ]);
