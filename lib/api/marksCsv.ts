import { productOf } from '../domain/exact';
import { readingsOf, type MarkedAccount, type MarkField, type Reading } from '../domain/marks/marks';
import { formatMinute, parseMinute, plus } from '../domain/minute';
import { promised } from '../domain/unit';
import type { MarksAnswer } from './marks';
import { unitPricesOf } from './unitPrices';

/** What the readings are multiplied by, and where that comes from, as it is written into each row. */
export interface UsedRatio {
  /** NaN: not known. */
  readonly value: number;
  readonly source: string;
}

/** `ratio` is the ratio itself. */
const NAMES: Readonly<Record<Reading, string>> = { own: 'own', others: 'others', ratio: 'by_ratio', index: 'index' };

/**
 * A row a minute as CSV with `\n` at the end of each: every mark of a unit in USD with its uncertainty (relative) or the reason of its hole, and of an account
 * each mark × its units, and loan × level. Numbers are written in full; a hole is an empty field, never 0.
 */
export function marksCsv(
  answer: MarksAnswer,
  field: MarkField,
  ratio: UsedRatio,
  account: MarkedAccount | undefined,
): string {
  const from = promised(parseMinute(answer.from));
  const prices = unitPricesOf(answer, field);
  const all = readingsOf(prices, ratio.value, answer.composition?.ownWeight);
  const head = [
    'minute',
    'field',
    ...all.flatMap(({ reading }) => [NAMES[reading], `${NAMES[reading]}_uncertainty`, `${NAMES[reading]}_hole`]),
    'others_peers',
    'underlying',
    'underlying_peers',
    'ratio',
    'ratio_source',
    ...(account === undefined ? [] : [...all.map(({ reading }) => `${NAMES[reading]}_value`), 'level_value']),
  ];
  const rows = Array.from(prices.own.prices, (_, slot) => [
    formatMinute(plus(from, slot)),
    field,
    ...all.flatMap(({ column }) => [
      written(column.prices[slot]),
      written(column.uncertainty[slot]),
      column.holes[slot] ?? '',
    ]),
    written(answer.readings.others.peers?.[slot]),
    written(prices.underlying.prices[slot]),
    written(answer.underlying.prices.peers?.[slot]),
    written(ratio.value),
    quoted(ratio.source),
    ...(account === undefined
      ? []
      : [
          ...all.map(({ column }) => written(productOf(column.prices[slot] ?? NaN, account.units))),
          written(productOf(account.loan, account.level)),
        ]),
  ]);
  return [head, ...rows].map((row) => `${row.join(',')}\n`).join('');
}

const written = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '' : String(value);

/** A reader's own text; one that a spreadsheet would take for a formula is written behind an apostrophe. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
