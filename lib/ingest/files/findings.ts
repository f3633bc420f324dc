import type { Market } from '../../domain/market';
import type { FileFormat } from '../../words/en/files';
import type { Gaps } from './recorder';
import type { Shape } from './shape';
import type { VolumeUnit } from './volume';

/** How a file was read, for machines: one field for each finding, null where there is none. */
export interface Findings {
  readonly kind: 'candles' | 'trades';
  readonly format: FileFormat | null;
  readonly delimiter: 'comma' | 'semicolon' | 'tab';
  readonly bannerLines: number;
  readonly header: boolean;
  /** Role → the column's name. */
  readonly columns: Readonly<Record<string, string>>;
  readonly ignored: readonly string[];
  readonly checked: readonly string[];
  readonly timeUnit: Shape['time']['unit'];
  /** Minutes east of UTC of times that name no zone. */
  readonly zoneMinutes: number | null;
  readonly timeIs: 'open' | 'end';
  /** Further time columns, with the minutes their clocks are east of UTC. */
  readonly otherTimes: readonly { readonly column: string; readonly offsetMinutes: readonly number[] }[];
  readonly interval: string;
  readonly order: Shape['order'];
  readonly decimal: Shape['decimal'];
  readonly volumeUnit: string;
  readonly gaps: Gaps;
  readonly gapsBecause: GapsBecause;
  /** The last row, where it has no line end and its last value may be cut off; a row that certainly is was set aside. */
  readonly unended: { readonly line: number; readonly value: string } | null;
}

/** Why minutes without a row count as they do. */
export type GapsBecause = 'option' | 'format' | 'ids' | 'default' | 'unplaced';

const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

/** `contracts:10 USD`: what one unit of volume is worth. */
function unitText(unit: VolumeUnit, market: Market, hasNoVolume: boolean): string {
  if (hasNoVolume) return 'none';
  if (unit.kind !== 'contracts') return unit.kind;
  return `contracts:${String(unit.size)} ${unit.worthIn === 'base' ? market.base : market.quote}`;
}

/** What a minute without a row means, and why: the reader's word, the format's, the ids of the trades, or nothing. */
export function gapsOf(shape: Shape, said: Gaps | undefined): { readonly gaps: Gaps; readonly because: GapsBecause } {
  if (shape.unplaced > 0 && said !== 'unknown') return { gaps: 'unknown', because: 'unplaced' };
  if (said !== undefined) return { gaps: said, because: 'option' };
  if (shape.layout.omitsEmpty) return { gaps: 'no-trade', because: 'format' };
  if (shape.idsFollow) return { gaps: 'no-trade', because: 'ids' };
  return { gaps: 'unknown', because: 'default' };
}

export function findingsOf(shape: Shape, market: Market, said: Gaps | undefined): Findings {
  const { layout, time } = shape;
  const { gaps, because } = gapsOf(shape, said);
  return {
    kind: layout.kind,
    format: layout.format ?? null,
    delimiter: DELIMITERS[shape.delimiter],
    bannerLines: shape.bannerLines,
    header: shape.hasHeader,
    columns: Object.fromEntries(layout.used.map(({ role, name }) => [role, name])),
    ignored: layout.ignored,
    checked: shape.checked,
    timeUnit: time.unit,
    zoneMinutes: time.zone ?? null,
    timeIs: layout.timeIsEnd ? 'end' : 'open',
    otherTimes: shape.otherTimes.map(({ name, offsets }) => ({ column: name, offsetMinutes: offsets })),
    interval: shape.interval,
    order: shape.order,
    decimal: shape.decimal,
    volumeUnit: unitText(shape.volumeUnit, market, layout.hasNoVolume),
    gaps,
    gapsBecause: because,
    unended:
      shape.unended === undefined || shape.unended.isCut
        ? null
        : { line: shape.unended.line, value: shape.unended.value },
  };
}
