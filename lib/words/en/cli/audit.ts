import type { AuditAnswer, AuditSum } from '../../../api/audit';
import { answerText, plural } from './lines';
import { count, formatRatio } from '../numbers';

/** What `audit` says and prints. What was measured, never why, nor whose doing. */

export const AUDITING = 'reading the files';
export const COMPARING = 'comparing with the stored minutes';

export const notAnExport = (file: string, roles: readonly string[]): string =>
  `${file}: no line of its beginning names the columns of fills; name them with --column, for example ${roles.map((role) => `--column ${role}="…"`).join(' ')}`;
export const columnsMissing = (file: string, roles: readonly string[], head: readonly string[]): string =>
  `${file}: no column for ${roles.join(', ')}; name it with --column, for example --column ${roles[0] ?? ''}="…" (columns: ${head.join(', ').slice(0, 300)})`;
export const venueMissing = (file: string): string =>
  `${file}: its columns do not show whose fills they are; add --venue and --kind, for example --venue binanceusdm --kind perp`;
export const zoneMissing = (file: string): string =>
  `${file}: its times name no zone; add --zone, for example --zone utc or --zone utc+8`;
export const notAZone = (text: string): string => `--zone is "${text.slice(0, 40)}"; it takes utc, utc+8 or utc-3:30`;
export const notAColumn = (text: string, roles: readonly string[]): string =>
  `--column is "${text.slice(0, 40)}"; it takes ROLE=NAME, ROLE one of ${roles.join(', ')}`;
export const columnUnknown = (file: string, name: string): string => `${file} has no column "${name.slice(0, 60)}"`;
export const notAContract = (text: string): string =>
  `--contract is "${text.slice(0, 40)}"; it takes base=0.01 (so much of the base) or quote=10 (so many units of the quote)`;
export const fileUnreadable = (file: string, why: string): string => `${file} cannot be read: ${why}`;
export const noLines = (file: string): string => `${file} has no lines of text; export it as CSV`;
export const fileEmpty = (file: string): string => `${file} has no fills to compare`;

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
  more: (more: number): string => `  and ${plural(more, 'more row')}; --json lists up to 1,000`,
  unknown: (file: string, symbols: readonly (readonly [string, number])[]): string =>
    `${file}: unknown symbols: ${symbols.map(([symbol, fills]) => `${symbol} (${plural(fills, 'fill')})`).join(', ')}`,
  days: (days: readonly string[]): string => `not stored: ${days.join('; ')}`,
  zone: (file: string, chosen: string, better: string, inside: number, betterInside: number, of: number): string =>
    `${file}: read as ${chosen}, ${count(inside)} of ${plural(of, 'fill')} lie inside their venue’s candle; as ${better}, ${count(betterInside)} do. Add --zone ${better.toLowerCase()} if that is the clock of the file`,
  reasons: (reasons: readonly (readonly [string, number])[]): string =>
    `without a figure: ${reasons.map(([why, fills]) => `${why} (${plural(fills, 'fill')})`).join(', ')}`,
};

const usd = (text: string): string => {
  const [whole = '', cents = ''] = text.replace('-', '').split('.');
  return `${text.startsWith('-') ? '\u2212' : ''}${BigInt(whole).toLocaleString('en-US')}.${cents} USD`;
};

const sumLine = (sum: AuditSum): string =>
  [
    `${plural(sum.fills, 'fill')}, ${count(sum.measured)} with a figure${sum.weak === 0 ? '' : ` (${count(sum.weak)} on a weak rate)`}`,
    `worse than the reference ${usd(sum.worse)}, better ${usd(sum.better)}, together ${usd(sum.net)}`,
    ...(sum.withinRate === 0 ? [] : [`${count(sum.withinRate)} within the rate’s uncertainty, no figure`]),
    ...(sum.liquidations === 0 ? [] : [plural(sum.liquidations, 'liquidation')]),
    ...(sum.adl === 0 ? [] : [`${count(sum.adl)} auto-deleveraged`]),
    ...(sum.outsideCandle === 0 ? [] : [`${count(sum.outsideCandle)} outside their venue’s candle`]),
  ].join('; ');

const SHOWN_FILLS = 10;

/** What `audit` prints for people. */
export const auditText = (answer: AuditAnswer): string =>
  answerText(answer.simulated, [
    ...answer.files.map(
      ({ file, format, confirmed, zone, zoneBy, rows, fills }) =>
        `${file}: ${format}${confirmed ? '' : ' (columns guessed; check them)'}, clock ${zone ?? 'UTC'} by ${zoneBy ?? 'rows'}, ${plural(fills, 'fill')} in ${plural(rows, 'row')}`,
    ),
    `total: ${sumLine(answer.total)}`,
    ...answer.assets.map(({ asset, ...sum }) => `  ${asset}: ${sumLine(sum)}`),
    ...(answer.accounts.length < 2
      ? []
      : answer.accounts.map(({ account, ...sum }) => `  account ${account}: ${sumLine(sum)}`)),
    ...answer.episodes.map(({ episode, ...sum }) => `  episode ${episode}: ${sumLine(sum)}`),
    ...Object.entries(answer.total.fees).map(
      ([currency, amount]) => `  fees: ${amount} ${currency === '' ? '(currency not named)' : currency}`,
    ),
    ...(answer.total.liquidations === 0
      ? []
      : [
          `official rule, as the press reported it (liquidations ${answer.officialRule.from} to ${answer.officialRule.to}, price at ${answer.officialRule.priceAt}): ${plural(answer.officialRule.paid, 'liquidation')}, ${usd(answer.officialRule.money)}; outside it ${plural(answer.officialRule.outside, 'liquidation')}, by the audit ${usd(answer.officialRule.outsideMoney)}; not known ${count(answer.officialRule.unknown)}`,
        ]),
    ...answer.fills
      .filter(({ money }) => money !== null)
      .slice(0, SHOWN_FILLS)
      .map(
        ({ line, time, venue, market, side, price, quantity, deviation, money, flag }) =>
          `  line ${String(line)}: ${time} ${venue ?? ''} ${market ?? ''} ${side} ${quantity} at ${price}${flag === null ? '' : `, ${flag}`}: ${deviation === null ? '' : formatRatio(deviation)}, ${usd(money ?? '0.00')}`,
      ),
  ]);
