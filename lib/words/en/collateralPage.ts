import { codeOf } from '../typed';
import type { MarkField, MarkHole, Reading } from '../../domain/marks/marks';
import { minuteCount } from './counts';
import { missingWords } from './missing';
import { axisPrice, count, formatLevel, formatPrice } from './numbers';
import { venueName } from './venues';

/** Lowest marks of a window, by the close. */
interface Lowest {
  readonly name: string;
  readonly venue: string;
  /** null: no minute has one. */
  readonly own: number | null;
  /** Of the published index, else of underlying × ratio. */
  readonly other: { readonly reading: Reading; readonly price: number } | null;
}

const READINGS: Readonly<Record<Reading, string>> = {
  own: 'Own book',
  others: 'Others’ median',
  ratio: 'Underlying × ratio',
  index: 'Published index',
};
export const readingWords = (reading: Reading): string => READINGS[reading];

/** "WBETH at Binance: marked as low as 1,163.03 USD by its own book, 3,553.64 by the published index" */
export const collateralFinding = ({ name, venue, own, other }: Lowest): string =>
  own === null
    ? `${name} at ${venueName(venue)}: no mark by its own book`
    : `${name} at ${venueName(venue)}: marked as low as ${formatPrice(own)} USD by its own book${
        other === null ? '' : `, ${formatPrice(other.price)} by ${BY[other.reading]}`
      }`;

const BY: Readonly<Record<Reading, string>> = {
  own: 'its own book',
  others: 'the others’ median',
  ratio: 'underlying × ratio',
  index: 'the published index',
};

export const collateralHead = {
  title: 'Collateral marks',
  lead: 'What one unit of collateral was worth, minute by minute, by four readings. It shows what an account would have been marked at under these readings; it does not rebuild any exchange’s margin engine.',
  nothing: 'No wrapped or pegged asset is stored. Ingest WBETH, BNSOL or USDe and their underlyings first.',
} as const;

export const collateralForm = {
  form: 'Collateral and window',
  asset: 'Collateral',
  venue: 'Exchange',
  minPeers: 'Other venues required',
  ratioMinutes: 'Trailing ratio, minutes',
  ratioBefore: 'Trailing ratio ends, UTC',
} as const;

const FIELDS: Readonly<Record<MarkField, string>> = { close: 'Close', low: 'Low', high: 'High' };
export const fieldWords = (field: MarkField): string => FIELDS[field];

export const account = {
  title: 'Your account',
  kept: 'What you type here stays in this browser. The site sends prices of one unit; your browser multiplies. No address and no request contains any of it.',
  units: 'Units held',
  loan: 'Loan, USD',
  level: 'Level, collateral ÷ loan in %',
  field: 'Marked by',
  fieldMeaning:
    'Closes are prices of one moment. By the low: how low a mark could have been within the minute; by the high, how high. Only the own book’s low is certain to have traded.',
  ratio: 'Ratio',
  ratioValue: 'Your ratio',
  ratioSource: 'Its source',
  fromAddress: 'the address of this page',
  sourceExample: 'who published it, and when',
  sourceMissing: 'Name the source of your ratio; without one it is not used.',
  notANumber: 'Write a number above 0, with a point before decimals.',
  get noScript(): string {
    return `The calculator needs JavaScript. Without it, use ${codeOf('marks')}.`;
  },
} as const;

/** What a reader can multiply by. */
interface RatioChoice {
  readonly kind: 'own' | 'others' | 'given';
  /** null: not known. */
  readonly ratio: number | null;
  readonly minutes: number;
}

/** "Trailing, own book: 1.0797 (1,356 min)" */
export const ratioChoiceWords = ({ kind, ratio, minutes }: RatioChoice): string =>
  kind === 'given'
    ? 'Given by you'
    : `Trailing, ${kind === 'own' ? 'own book' : 'others’ median'}: ${
        ratio === null ? `not known (${minuteCount(minutes)})` : `${formatPrice(ratio)} (${minuteCount(minutes)})`
      }`;

interface RestsOn {
  readonly underlying: string | null;
  readonly composition: {
    readonly ownWeight: number;
    readonly publisher: string;
    readonly published: string;
  } | null;
}

/** What the third and the fourth reading are made of. */
export const madeOf = ({ underlying, composition }: RestsOn): string =>
  `${
    underlying === null ? 'The underlying is the peg, 1 USD.' : `The underlying is the others’ median of ${underlying}.`
  } ${
    composition === null
      ? 'No index composition of this exchange is known for this window.'
      : `Index: ${formatLevel(composition.ownWeight)} own book and ${formatLevel(1 - composition.ownWeight)} ratio × ${underlying ?? 'USD'}, by ${composition.publisher}’s notice of ${composition.published}, which also says that the index moves to the ratio alone; it is then the reading before it.`
  }`;

export const marksTable = {
  title: 'Readings',
  reading: 'Reading',
  lowest: 'Lowest, USD',
  lowestAt: 'At, UTC',
  uncertainty: 'Uncertainty',
  worth: 'Worth, USD',
  missing: 'Minutes\nwithout a mark',
} as const;

/** In place of the lowest mark of a reading that has none: "no mark: too few peers". */
export const noMark = (why: MarkHole): string => `no mark: ${markHoleWords(why)}`;

/** "no trade 12, too few peers 3": why so many minutes have no mark. */
export const holeCounts = (counts: readonly (readonly [why: MarkHole, minutes: number])[]): string =>
  counts.map(([why, minutes]) => `${markHoleWords(why)} ${count(minutes)}`).join(', ');

export const crossingsTable = {
  title: 'Which reading fell to the level first',
  lead: 'An order, not a cause. A minute without a mark begins and ends nothing; it is counted.',
  place: 'Order',
  first: 'First minute, UTC',
  last: 'Last minute, UTC',
  minutes: 'Minutes\nat or below',
  certain: 'Beyond the rates’\nuncertainty',
  unknown: 'Without a mark',
  edges: 'Remarks',
  ask: 'Fill in units, loan and level to see it.',
  fromStart: 'not above the level earlier in this window',
  toEnd: 'not above the level again, in this window',
} as const;

export const levelWords = (level: number): string => `Level: ${formatPrice(level)} USD a unit`;

/** In place of a minute, of a reading that never crossed. `marked`: minutes with a mark. */
export const notCrossed = (marked: number): string =>
  marked === 0 ? 'not known: no mark in any minute' : `not crossed in ${minuteCount(marked)} with a mark`;

export const unknownBefore = (minutes: number): string => `${minuteCount(minutes)} without a mark right before`;

export const minutesTable = {
  title: 'Minute by minute',
  minute: 'Minute, UTC',
  show: 'Show the table',
  save: 'Save as CSV',
  inBrowser: 'The CSV is made in this browser; it has every minute, the reason for each hole, and your account.',
  peers: 'Others',
} as const;

/** Why a minute has no mark. */
export const markHoleWords = (why: MarkHole): string => (why === 'no-ratio' ? 'no ratio known' : missingWords(why));

export const marksChart = {
  description: (name: string, venue: string): string => `Marks of ${name} at ${venueName(venue)} over time, by reading`,
  level: 'level',
  holes: 'no mark',
  /** `axis`: a logarithmic one, or the price a linear one begins at. */
  axis: (axis: 'log' | number): string =>
    axis === 'log' ? 'USD, log scale' : axis > 0 ? `USD, axis from ${axisPrice(Number(axis.toPrecision(3)))}` : 'USD',
} as const;
