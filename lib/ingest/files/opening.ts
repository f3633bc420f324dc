import type { Market } from '../../domain/market';
import { shapeWords, timeUnitName } from '../../words/en/files';
import { cellsOf } from './cells';
import { ABSENT, layoutByHeader, layoutByRows, type Layout } from './columns';
import { cutOf } from './delimiter';
import { isData } from './headerless';
import type { Line } from './line';
import { hasComma, isGrouped, numberOf, type DecimalMark } from './numbers';
import { FileRefused } from './refused';
import type { Role } from './roles';
import type { Delimiter, Settings } from './settings';
import { namesZone, unitNamed, unitShown, type TimeReading } from './time';
import { needsUnit, usualVolumeUnit, type VolumeUnit } from './volume';

/** So many first lines settle how a file is read; every line is then compared with it. */
export const OPENING_LINES = 400;

/** How a file is read, by its first lines and its reader's word. */
export interface Opening {
  readonly layout: Layout;
  readonly delimiter: Delimiter;
  readonly bannerLines: number;
  readonly hasHeader: boolean;
  readonly time: TimeReading;
  /** Of the closing time; undefined: the file has none that is read. */
  readonly closeTime: TimeReading | undefined;
  readonly decimal: DecimalMark;
  readonly volumeUnit: VolumeUnit;
}

/** How the times of a column are read, by its name and a value. Throws `FileRefused`. */
export function timeReading(
  name: string,
  text: string,
  { readAs }: Settings,
  refuse: (message: (path: string, line: number) => string) => never,
): TimeReading {
  const zone = readAs.zone ?? (/utc/.test(name) ? 0 : undefined);
  const shown = unitShown(text);
  const wanted = readAs.timeUnit ?? unitNamed(name);
  if (shown === undefined || (wanted !== undefined && wanted !== shown)) {
    const unit = wanted === undefined ? undefined : timeUnitName[wanted];
    return refuse((path, line) => shapeWords.noTime(path, line, text.slice(0, 40), unit));
  }
  if (shown === 'iso' && zone === undefined && !namesZone(text))
    return refuse((path, line) => shapeWords.noZone(path, line, text.slice(0, 40)));
  return { unit: shown, zone };
}

const PRICE_ROLES: readonly Role[] = ['open', 'high', 'low', 'close', 'volume', 'quote-volume', 'price', 'amount'];

/** Refuses numbers that can be read in two ways. */
function checkNumbers(rows: readonly Row[], layout: Layout, decimal: DecimalMark, path: string): void {
  const places = PRICE_ROLES.map((role) => layout.places[role]).filter((place) => place !== ABSENT);
  for (const { line, cells } of rows) {
    for (const place of places) {
      const text = cells[place]?.trim() ?? '';
      if (decimal === 'point' && hasComma(text))
        throw new FileRefused(shapeWords.decimalComma(path, line.number, text.slice(0, 30)));
      if (isGrouped(text, decimal)) throw new FileRefused(shapeWords.grouped(path, line.number, text.slice(0, 30)));
    }
  }
}

interface Row {
  readonly line: Line;
  readonly cells: readonly string[];
}

/** A quote volume lies between the base volume at the low and at the high; rounding may stretch that. */
const SLACK = 0.02;

/** Refuses a file most of whose rows say volumes that no prices of theirs explain: contracts, or columns that are not what their names say. */
function checkVolumes(rows: readonly Row[], layout: Layout, decimal: DecimalMark, path: string): void {
  const { places } = layout;
  const at = (cells: readonly string[], role: Role): number => numberOf(cells[places[role]], decimal) ?? NaN;
  const traded = rows
    .map(({ line, cells }) => ({
      line,
      price: at(cells, 'quote-volume') / at(cells, 'volume'),
      low: at(cells, 'low'),
      high: at(cells, 'high'),
    }))
    .filter(({ price, low, high }) => price > 0 && Number.isFinite(price) && low > 0 && high >= low);
  const off = traded.filter(({ price, low, high }) => price < low * (1 - SLACK) || price > high * (1 + SLACK));
  const [first] = off;
  if (first !== undefined && off.length > traded.length / 2)
    throw new FileRefused(shapeWords.volumesDisagree(path, first.line.number, first.price, first.low, first.high));
}

/** A column's name as the file has it. */
const nameOf = ({ used }: Layout, wanted: Role): string => used.find(({ role }) => role === wanted)?.name ?? '';

/** What the volume counts: the reader's word, the column's name, or the market's usage. Throws `FileRefused` where nothing tells. */
function volumeUnitOf(layout: Layout, market: Market, settings: Settings, path: string): VolumeUnit {
  const { volumeUnit: said, columns } = settings;
  if (said !== undefined) {
    // A unit that the found column's own name denies is of another column: no number of either would be right.
    if (layout.volumeIsNamed && said.kind !== 'base' && columns.volume === undefined)
      throw new FileRefused(shapeWords.unitDenied(path, nameOf(layout, 'volume'), market.base, said.kind));
    return said;
  }
  if (layout.volumeIsNamed) return { kind: 'base' };
  const counted = layout.kind === 'trades' || layout.places.volume !== ABSENT;
  if (counted && needsUnit(market)) {
    const name = nameOf(layout, layout.kind === 'trades' ? 'amount' : 'volume');
    throw new FileRefused(shapeWords.unitNeeded(path, name, market.base, market.quote));
  }
  return usualVolumeUnit(market);
}

/** Settles how a file is read. Throws `FileRefused` where its first lines can be read in several ways, or in none. */
export function openingOf(lines: readonly Line[], path: string, market: Market, settings: Settings): Opening {
  const { readAs } = settings;
  if (lines.length === 0) throw new FileRefused(shapeWords.empty(path));
  const cut = cutOf(lines, readAs.delimiter);
  if (cut === undefined) throw new FileRefused(shapeWords.oneColumn(path, lines[0]?.text.slice(0, 60) ?? ''));
  const { delimiter, banner } = cut;
  const all = lines.slice(banner.length).map((line): Row => ({ line, cells: cellsOf(line, path, delimiter) }));
  const [head] = all;
  const hasHeader = readAs.hasHeader ?? (head !== undefined && !isData(head.cells));
  const rows = hasHeader ? all.slice(1) : all;
  const [first] = rows;
  if (head === undefined || first === undefined) {
    if (head !== undefined && hasHeader) layoutByHeader(head.cells, [], path, market, settings);
    throw new FileRefused(shapeWords.noRows(path));
  }
  const layout = hasHeader
    ? layoutByHeader(head.cells, first.cells, path, market, settings)
    : layoutByRows(
        rows.map(({ cells }) => cells),
        path,
        market,
        settings,
      );
  const text = first.cells[layout.places.time]?.trim() ?? '';
  const time = timeReading(layout.timeName, text, settings, (message) => {
    throw new FileRefused(message(path, first.line.number));
  });
  const closeUnit = unitShown(first.cells[layout.places['close-time']]?.trim() ?? '');
  const closeTime = closeUnit === undefined ? undefined : { unit: closeUnit, zone: time.zone };
  const decimal = readAs.decimal ?? 'point';
  checkNumbers(rows, layout, decimal, path);
  const volumeUnit = volumeUnitOf(layout, market, settings, path);
  if (layout.kind === 'candles' && volumeUnit.kind === 'base') checkVolumes(rows, layout, decimal, path);
  return { layout, delimiter, bannerLines: banner.length, hasHeader, time, closeTime, decimal, volumeUnit };
}
