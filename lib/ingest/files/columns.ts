import { isComputed, type Market } from '../../domain/market';
import { settingWords } from '../../words/en/fileSettings';
import { shapeWords, type FileFormat } from '../../words/en/files';
import { formatsOf, type HeaderlessFormat } from './headerless';
import { FileRefused } from './refused';
import { CANDLE_NAMES, CLAIM_NAMES, normal, ROLES, TIME_NAMES, TRADE_NAMES, type Role } from './roles';
import { NO_COLUMN, type Settings } from './settings';
import { namesZone, unitShown } from './time';
import { volumeNamed, volumePlaces } from './volumeColumns';

/** Where a column stands, by what it means; -1 where the file has none. */
export type Places<Name extends string = Role> = Readonly<Record<Name, number>>;

export const ABSENT = -1;

/** A column, as the file calls it (`column 3` where it has no header). */
export interface FoundColumn {
  readonly role: Role;
  readonly name: string;
}

/** What the columns of a file are. */
export interface Layout {
  readonly kind: 'candles' | 'trades';
  readonly places: Places;
  /** How many cells a whole row has. */
  readonly width: number;
  /** The time column's name as `normal` writes it. */
  readonly timeName: string;
  /** Further time columns, which must agree with the one that is read. */
  readonly otherTimes: readonly { readonly at: number; readonly name: string }[];
  readonly used: readonly FoundColumn[];
  readonly ignored: readonly string[];
  /** The name of a format without a header. */
  readonly format: FileFormat | undefined;
  /** Minutes without a row had no trade, by the format's own word. */
  readonly omitsEmpty: boolean;
  /** The time is the end of a row's minute, not its beginning. */
  readonly timeIsEnd: boolean;
  /** The base volume's unit is said by its column's name. */
  readonly volumeIsNamed: boolean;
  /** The reader says that nothing is known of volumes. */
  readonly hasNoVolume: boolean;
}

/** The columns found, for a message. */
export const listedColumns = (cells: readonly string[]): string =>
  cells
    .map((cell) =>
      cell
        .replace(/^\uFEFF/, '')
        .trim()
        .slice(0, 30),
    )
    .slice(0, 20)
    .join(', ');

const CANDLE_ROLES = ['time', 'open', 'high', 'low', 'close'] as const;
const TRADE_ROLES = ['time', 'price', 'amount'] as const;

/** A header's columns in the making. */
class Reading {
  readonly names: readonly string[];
  readonly places = Object.fromEntries(ROLES.map((role) => [role, ABSENT])) as Record<Role, number>;

  constructor(
    readonly path: string,
    readonly cells: readonly string[],
    readonly settings: Settings,
  ) {
    this.names = cells.map(normal);
    for (const role of ROLES) {
      const name = settings.columns[role];
      if (name !== undefined && name !== NO_COLUMN) this.places[role] = this.#named(role, name);
    }
  }

  /** By its name, else by its number. */
  #named(role: Role, name: string): number {
    const place = this.names.indexOf(normal(name));
    if (place !== -1) return place;
    if (/^\d+$/.test(name) && Number(name) >= 1 && Number(name) <= this.cells.length) return Number(name) - 1;
    throw new FileRefused(settingWords.noSuchColumn(this.path, role, name, listedColumns(this.cells)));
  }

  isSaid(role: Role): boolean {
    return this.settings.columns[role] !== undefined;
  }

  isTaken(place: number): boolean {
    return Object.values(this.places).includes(place);
  }

  find(names: Readonly<Partial<Record<Role, readonly string[]>>>): void {
    for (const [role, known] of Object.entries(names) as [Role, readonly string[]][]) {
      if (this.isSaid(role)) continue;
      const place = known.map((name) => this.names.indexOf(name)).find((at) => at !== -1 && !this.isTaken(at));
      if (place !== undefined) this.places[role] = place;
    }
  }

  /** Of two columns of one name nobody knows which is meant, unless it was said by its number. */
  refuseDoubles(): void {
    for (const role of ROLES) {
      const name = this.names[this.places[role]];
      const places = this.names.flatMap((one, at) => (one === name ? [at + 1] : []));
      if (name === undefined || places.length < 2 || /^\d+$/.test(this.settings.columns[role] ?? '')) continue;
      throw new FileRefused(shapeWords.namedTwice(this.path, role, this.cells[this.places[role]] ?? '', places));
    }
  }

  has(roles: readonly Role[]): boolean {
    return roles.every((role) => this.places[role] !== ABSENT);
  }
}

/** The time columns, the one to read first: numbers before texts, texts that name their zone before those that do not. */
function timePlaces(names: readonly string[], row: readonly string[]): readonly number[] {
  const found = TIME_NAMES.map((name) => names.indexOf(name)).filter((at) => at !== -1);
  const rank = (at: number): number => {
    const text = row[at]?.trim() ?? '';
    const unit = unitShown(text);
    if (unit !== 'iso') return unit === undefined ? 3 : 0;
    return namesZone(text) || (names[at] ?? '').includes('utc') ? 1 : 2;
  };
  return [...found].sort((a, b) => rank(a) - rank(b));
}

/** Tardis' computed bars (tardis-node, tradebar): `timestamp` is the end of the bar, `openTimestamp` its first trade. */
const isTradeBar = (names: readonly string[]): boolean =>
  ['opentimestamp', 'closetimestamp', 'timestamp', 'interval'].every((name) => names.includes(name));

function volumesInto(reading: Reading, market: Market): { isNamed: boolean; unclear: readonly number[] } {
  const { names, places, settings, cells } = reading;
  const free = names.map((name, i) => (reading.isTaken(i) ? '' : name));
  const found = volumePlaces(free, market);
  if (isComputed(market.kind)) return { isNamed: false, unclear: [] };
  const said = settings.columns.volume;
  if (said === undefined) places.volume = found.base;
  if (!reading.isSaid('quote-volume') && found.quote !== places.volume) places['quote-volume'] = found.quote;
  const isNamed =
    said === undefined ? found.isNamed : volumeNamed(normal(cells[places.volume] ?? ''), market) === 'base';
  return { isNamed, unclear: found.unclear };
}

function candleLayout(reading: Reading, market: Market, path: string): Pick<Layout, 'volumeIsNamed' | 'hasNoVolume'> {
  const { places, cells, settings } = reading;
  const { isNamed, unclear } = volumesInto(reading, market);
  const hasNoVolume = settings.columns.volume === NO_COLUMN;
  const hasVolume = places.volume !== ABSENT || places['quote-volume'] !== ABSENT;
  const hasCount = places.trades !== ABSENT && unclear.length === 0;
  if (!isComputed(market.kind) && !hasNoVolume && !hasVolume && !hasCount)
    throw new FileRefused(shapeWords.noVolume(path, listedColumns(cells)));
  return { volumeIsNamed: isNamed, hasNoVolume };
}

/** What a header makes of a file: candles or trades. `row`: its first row. Throws `FileRefused` naming the columns found and those wanted. */
export function layoutByHeader(
  cells: readonly string[],
  row: readonly string[],
  path: string,
  market: Market,
  settings: Settings,
): Layout {
  const reading = new Reading(path, cells, settings);
  const { names, places } = reading;
  const isBar = isTradeBar(names);
  const times = isBar ? [names.indexOf('timestamp')] : timePlaces(names, row);
  if (!reading.isSaid('time') && times[0] !== undefined) places.time = times[0];
  reading.find(CLAIM_NAMES);
  reading.find(CANDLE_NAMES);
  const isCandles = reading.has(CANDLE_ROLES);
  if (!isCandles) reading.find(TRADE_NAMES);
  if (!isCandles && !reading.has(TRADE_ROLES))
    throw new FileRefused(shapeWords.unknownColumns(path, listedColumns(cells)));
  const volume = isCandles ? candleLayout(reading, market, path) : { volumeIsNamed: false, hasNoVolume: false };
  reading.refuseDoubles();
  const others = reading.isSaid('time') ? [] : times.filter((at) => !reading.isTaken(at));
  const nameAt = (at: number): string => (cells[at] ?? '').replace(/^\uFEFF/, '').trim();
  return {
    ...volume,
    kind: isCandles ? 'candles' : 'trades',
    places,
    width: cells.length,
    timeName: names[places.time] ?? '',
    otherTimes: others.map((at) => ({ at, name: nameAt(at) })),
    used: foundIn(places, nameAt),
    ignored: cells.flatMap((_, at) => (reading.isTaken(at) || others.includes(at) ? [] : [nameAt(at)])),
    format: undefined,
    omitsEmpty: false,
    timeIsEnd: isBar,
  };
}

const foundIn = (places: Places, nameAt: (at: number) => string): readonly FoundColumn[] =>
  ROLES.flatMap((role) => (places[role] === ABSENT ? [] : [{ role, name: nameAt(places[role]) }]));

/** `column 3`: how a column without a name is called, counted from 1. */
const numbered = (at: number): string => shapeWords.column(at + 1);

function layoutOfFormat(
  format: Pick<HeaderlessFormat, 'kind' | 'roles'> & Partial<HeaderlessFormat>,
  width: number,
  settings: Settings,
): Layout {
  const places = Object.fromEntries(
    ROLES.map((role) => [role, settings.columns[role] === NO_COLUMN ? ABSENT : format.roles.indexOf(role)]),
  ) as Record<Role, number>;
  const used = Object.values(places);
  return {
    kind: format.kind,
    places,
    width,
    timeName: '',
    otherTimes: [],
    used: foundIn(places, numbered),
    ignored: Array.from({ length: width }, (_, at) => at).flatMap((at) => (used.includes(at) ? [] : [numbered(at)])),
    format: format.name,
    omitsEmpty: format.omitsEmpty === true,
    timeIsEnd: false,
    volumeIsNamed: false,
    hasNoVolume: settings.columns.volume === NO_COLUMN,
  };
}

/** The columns that the reader names by number, where a file has no header. */
function layoutByNumbers(width: number, path: string, settings: Settings): Layout | undefined {
  if (settings.columns.time === undefined) return undefined;
  const nameless = Array.from({ length: width }, (_, at) => numbered(at));
  const { places } = new Reading(path, nameless, settings);
  const roles = nameless.map((_, at) => ROLES.find((role) => places[role] === at));
  const has = (wanted: readonly Role[]): boolean => wanted.every((role) => places[role] !== ABSENT);
  const kind = has(CANDLE_ROLES) ? 'candles' : has(TRADE_ROLES) ? 'trades' : undefined;
  return kind === undefined ? undefined : layoutOfFormat({ kind, roles }, width, settings);
}

/** What the first rows of a file without a header make of it. Throws `FileRefused` where they are of no known format, or of several. */
export function layoutByRows(
  rows: readonly (readonly string[])[],
  path: string,
  market: Market,
  settings: Settings,
): Layout {
  const width = rows.reduce((widest, { length }) => Math.max(widest, length), 0);
  const said = layoutByNumbers(width, path, settings);
  if (said !== undefined) return checkedVolume(said, path, market);
  const formats = formatsOf(rows, market);
  const [format, other] = formats;
  if (format === undefined) throw new FileRefused(shapeWords.headerless(path, width));
  if (other !== undefined)
    throw new FileRefused(
      shapeWords.severalFormats(
        path,
        formats.map(({ name }) => name),
      ),
    );
  const layout = layoutOfFormat(format, width, settings);
  if (!isComputed(market.kind)) return layout;
  return { ...layout, places: { ...layout.places, volume: ABSENT, 'quote-volume': ABSENT, trades: ABSENT } };
}

function checkedVolume(layout: Layout, path: string, market: Market): Layout {
  const { places, hasNoVolume, kind } = layout;
  const says = places.volume !== ABSENT || places['quote-volume'] !== ABSENT || places.trades !== ABSENT;
  if (kind === 'candles' && !says && !hasNoVolume && !isComputed(market.kind))
    throw new FileRefused(shapeWords.noVolume(path, layout.ignored.join(', ')));
  return layout;
}
