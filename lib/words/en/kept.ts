import type { Source } from '../../domain/market';
import type { AskedInVain, DayColumns } from '../../api/coverage';
import type { CandleField } from '../../domain/candle';
import { count, plainPercent, signedPercent } from './figures';

/** One day's counts: minutes, and rows in quarantine. */
type DayCounts = Readonly<Record<Exclude<keyof DayColumns, 'day'>, number>>;

/** What a row's minutes come to. */
interface RowCounts {
  readonly answeredMinutes: number;
  /** From the first answer to the last; 0 where nothing was answered. */
  readonly spanMinutes: number;
  readonly traded: number;
}

/** A part of a whole, rounded down: 99.99 % of a day is not all of it. Undefined where there is no whole. */
export const shareWords = (part: number, whole: number): string | undefined =>
  whole > 0 ? plainPercent(Math.floor((1_000 * part) / whole) / 1_000) : undefined;

const OUTCOMES: Readonly<Record<AskedInVain['outcome'], string>> = {
  refused: 'refused',
  failed: 'failed',
  'not-served': 'not served',
};
export const outcomeWords = (outcome: AskedInVain['outcome']): string => OUTCOMES[outcome];

const minutes = (value: number): string => `${count(value)} min`;

/** What came of a day, in one sentence; undefined: nobody asked. */
export function dayWords(cell: DayCounts | undefined, dayMinutes: number): string {
  if (cell === undefined) return 'never asked';
  const told = [
    cell.answered === 0
      ? 'nothing answered'
      : `${count(cell.answered)} of ${count(dayMinutes)} min answered: ${count(cell.traded)} traded, ${count(cell.noTrade)} no trade`,
    ...(cell.refused > 0 ? [`${minutes(cell.refused)} refused`] : []),
    ...(cell.failed > 0 ? [`${minutes(cell.failed)} failed`] : []),
    ...(cell.notServed > 0 ? [`${minutes(cell.notServed)} not served`] : []),
    ...(cell.quarantined > 0
      ? [`${count(cell.quarantined)} ${cell.quarantined === 1 ? 'row' : 'rows'} quarantined`]
      : []),
    ...(cell.revised > 0 ? [`${minutes(cell.revised)} revised`] : []),
  ];
  return told.join('; ');
}

/** What a row comes to: "answered 98.2 %" of the minutes between its first answer and its last, "traded 99.1 %" of those. */
export function rowWords(row: RowCounts): readonly string[] {
  const answered = shareWords(row.answeredMinutes, row.spanMinutes);
  const traded = shareWords(row.traded, row.answeredMinutes);
  return answered === undefined || traded === undefined
    ? ['nothing answered']
    : [`answered ${answered}`, `traded ${traded}`];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** `2025-10` as "Oct 2025". */
export const monthWords = (month: string): string =>
  `${MONTHS[Number(month.slice(5, 7)) - 1] ?? month} ${month.slice(0, 4)}`;

/** Below this, two digits are told; nearer to 0 only that it is not 0. */
const LEAST_TOLD = 1e-6;

/** A ratio as percent with its sign; one that is not 0 is never written as if it were. */
export function ratioWords(ratio: number): string {
  const text = signedPercent(ratio);
  if (ratio === 0 || /[1-9]/.test(text)) return text;
  const size = Math.abs(ratio) * 100;
  const sign = ratio < 0 ? '−' : '+';
  return Math.abs(ratio) < LEAST_TOLD
    ? 'less than 0.0001 %'
    : `${sign}${new Intl.NumberFormat('en-US', { maximumSignificantDigits: 2 }).format(size)} %`;
}

const FIELDS: Readonly<Record<CandleField, string>> = {
  open: 'open',
  high: 'high',
  low: 'low',
  close: 'close',
  baseVolume: 'base volume',
  quoteVolume: 'quote volume',
  trades: 'trades',
};
export const fieldWords = (field: CandleField): string => FIELDS[field];

const SOURCES: Readonly<Record<Source, string>> = {
  rest: 'REST klines',
  archive: 'official archive',
  trades: 'built from trades',
  file: 'imported file',
  ui: 'display klines',
  simulated: 'simulated klines',
  'simulated-archive': 'simulated archive',
  'simulated-trades': 'simulated, from trades',
  'simulated-ui': 'simulated display klines',
};
/** A source in words a reader of the page understands. */
export const sourceWords = (source: Source): string => SOURCES[source];
