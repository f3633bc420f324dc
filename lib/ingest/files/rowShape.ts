import { ABSENT, type Layout } from './columns';
import type { Interval } from './intervals';
import type { Opening } from './opening';
import { ROLES, type Role } from './roles';
import type { TimeReading } from './time';
import type { Unended } from './unended';
import type { VolumeUnit } from './volume';

/** As much of a file's shape as reading its rows takes. */
export interface RowShape extends Pick<Opening, 'delimiter' | 'time' | 'closeTime' | 'decimal' | 'volumeUnit'> {
  readonly layout: Pick<Layout, 'places' | 'width' | 'hasNoVolume' | 'timeIsEnd'> & {
    /** Columns that nobody reads may follow. */
    readonly mayBeWider?: true;
  };
  readonly interval: Interval;
  readonly order: 'ascending' | 'descending' | 'unsorted';
  readonly unended?: Unended | undefined;
}

/** The columns of candles and of trades, by the names that archives give them. */
export type CandleColumn =
  | 'time'
  | 'open'
  | 'high'
  | 'low'
  | 'close'
  | 'volume'
  | 'quoteVolume'
  | 'trades'
  | 'closeTime';
export type TradeColumn = 'time' | 'price' | 'amount' | 'id' | 'first' | 'last';

const ROLE_OF: Readonly<Record<CandleColumn | TradeColumn, Role>> = {
  time: 'time',
  open: 'open',
  high: 'high',
  low: 'low',
  close: 'close',
  volume: 'volume',
  quoteVolume: 'quote-volume',
  trades: 'trades',
  closeTime: 'close-time',
  price: 'price',
  amount: 'amount',
  id: 'id',
  first: 'first-id',
  last: 'last-id',
};

/** A CSV file whose layout is known: minutes by time, or trades. */
export function knownShape(known: {
  readonly places: Readonly<Partial<Record<CandleColumn | TradeColumn, number>>>;
  readonly width: number;
  readonly time: TimeReading;
  readonly volumeUnit: VolumeUnit;
}): RowShape {
  const { time, volumeUnit, width } = known;
  const places = Object.fromEntries(ROLES.map((role) => [role, ABSENT])) as Record<Role, number>;
  for (const [column, place] of Object.entries(known.places) as [CandleColumn | TradeColumn, number][])
    places[ROLE_OF[column]] = place;
  return {
    layout: { places, width, hasNoVolume: false, timeIsEnd: false, mayBeWider: true },
    delimiter: ',',
    time,
    closeTime: places['close-time'] === ABSENT ? undefined : time,
    decimal: 'point',
    volumeUnit,
    interval: '1m',
    order: 'ascending',
  };
}

/** Rows that a dry run shows as they are understood. */
export const ROWS_SHOWN = 3;
