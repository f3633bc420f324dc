import type { Kind } from '../../domain/market';
import type { SeriesColumns } from '../../domain/seriesColumns';
import type { DeviationsFacts } from '../deviations';

// What the columns of an answer are called and numbered on the wire. `docs/columns.md` describes the whole.

/** The value of `format` at the address of an answer: JSON where it is left out. */
export const ANSWER_FORMATS = ['json', 'columns'] as const;
export type AnswerFormat = (typeof ANSWER_FORMATS)[number];
export const isAnswerFormat = (text: string): text is AnswerFormat => ANSWER_FORMATS.some((format) => format === text);

export const COLUMNS_TYPE = 'application/vnd.plumbline.columns';

/** `PLBC`, the version, and three bytes that are 0. */
export const SIGNATURE: readonly number[] = [0x50, 0x4c, 0x42, 0x43, 2, 0, 0, 0];
/** Signature, length of the whole and CRC-32 of what follows, four bytes each. */
export const HEADER_BYTES = 16;

/** How a column is written: of all its series in one way. */
export const FORM = {
  /** The answer does not have it. */
  absent: 0,
  /** Differences of small whole numbers, row after row. */
  codes: 1,
  /** Series by series as decimals or doubles: `WAY`. */
  numbers: 2,
  /** The different values of each minute, and which of them each series has. */
  pools: 3,
  /** The different values of the whole column, and which of them each row has. */
  pool: 4,
  /** Not written: it follows from other columns. */
  derived: 5,
} as const;

/** How a series of a column of numbers is written. */
export const WAY = {
  /** Whole numbers ÷ 10^scale, as differences from the row before. */
  decimal: 0,
  /** Whole numbers ÷ 10^scale, as differences from the series' close; opens from the one before. */
  beside: 1,
  /** Doubles. */
  doubles: 2,
  /** Whole numbers ÷ 10^scale, as they are. */
  plain: 3,
} as const;

/** Where a series of a column of numbers has holes. */
export const HOLES = {
  none: 0,
  /** A bit a row: 1 where it has a value. */
  bitmap: 1,
  /** Those of its close. */
  close: 2,
} as const;

/** Whole numbers, in the order in which they are written. */
export const CODE_COLUMNS = ['missing', 'weak', 'peers', 'rateRule'] as const;
/** Doubles, in the order in which they are written, behind the codes. */
export const NUMBER_COLUMNS = [
  'rate',
  'rateUncertainty',
  'uncertainty',
  'close',
  'low',
  'high',
  'referenceClose',
  'referenceLow',
  'referenceHigh',
  'dLow',
  'dHigh',
  'open',
] as const;
export type CodeColumn = (typeof CODE_COLUMNS)[number];
export type NumberColumn = (typeof NUMBER_COLUMNS)[number];

/** What a reference and the deviations from it are derived from. */
export const PRICE_OF = {
  referenceClose: 'close',
  referenceLow: 'low',
  referenceHigh: 'high',
  dLow: 'low',
  dHigh: 'high',
} as const satisfies Partial<Record<NumberColumn, NumberColumn>>;

export const POWERS_OF_TEN: readonly number[] = Array.from({ length: 23 }, (_, scale) => Number(`1e${String(scale)}`));

/** An answer whose rows came as columns. */
export interface ColumnsAnswer extends DeviationsFacts {
  readonly series: readonly SeriesColumns[];
}

/** By how much figures may differ from those of the same answer as JSON: prices relative, ratios absolute; 0: to the bit the same. */
export interface Rounded {
  /** Those that are written somewhere: of a long window the lowest and highest of each bucket. */
  readonly written: { readonly prices: number; readonly deviations: number; readonly uncertainties: number };
  /** Those that are only drawn. */
  readonly drawn: { readonly prices: number; readonly deviations: number };
}

/** The JSON text at the head of the columns. */
export interface ColumnsHead {
  readonly answer: DeviationsFacts;
  readonly rounded: Rounded;
  /** Whose median is the derived reference: the others', or everybody's; null: references are written. */
  readonly median: 'others' | 'all' | null;
  readonly series: readonly {
    readonly venue: string;
    readonly market: string;
    readonly kind: Kind;
    /** Whether it is among those the median is taken over. */
    readonly isPeer: boolean;
    readonly rows: number;
  }[];
}
