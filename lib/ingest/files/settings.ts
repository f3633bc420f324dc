import type { Market } from '../../domain/market';
import { parsed, type Parsed } from '../../domain/unit';
import { readAsTakes, settingWords } from '../../words/en/fileSettings';
import { INTERVALS, type Interval } from './intervals';
import type { DecimalMark } from './numbers';
import type { Gaps } from './recorder';
import { notImported } from './refused';
import { DISPENSABLE, ROLES, type Role } from './roles';
import { TIME_UNITS, zoneOf, type TimeUnit } from './time';
import { contractWorth, type VolumeUnit } from './volume';

export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** What the reader says of a file instead of what would be found: `--read-as KEY=VALUE`, a key at a time. */
export interface ReadAs {
  readonly interval?: Interval;
  readonly timeUnit?: TimeUnit;
  /** Minutes east of UTC of times that name no zone. */
  readonly zone?: number;
  readonly delimiter?: Delimiter;
  readonly hasHeader?: boolean;
  readonly decimal?: DecimalMark;
  readonly gaps?: Gaps;
}

/** A column by its name, or by its number from 1; `none`: the file has none, or it is left out. */
export type Columns = Readonly<Partial<Record<Role, string>>>;
export const NO_COLUMN = 'none';

/** How a file is to be read, where it is not left to be found. */
export interface Settings {
  readonly columns: Columns;
  readonly readAs: ReadAs;
  readonly volumeUnit?: VolumeUnit | undefined;
  /** The first and the last minute of a trade file count as whole. */
  readonly isWhole: boolean;
}

export const NOTHING_SAID: Settings = { columns: {}, readAs: {}, isWhole: false };

/** The options as they were typed. */
export interface TypedSettings {
  readonly column: readonly string[];
  readonly readAs: readonly string[];
  readonly volumeUnit: string | undefined;
  readonly gaps: string | undefined;
  readonly whole: boolean;
}

const GAPS = ['no-trade', 'unknown'] as const;
const one = <T extends string>(text: string, allowed: readonly T[]): T | undefined =>
  allowed.find((value) => value === text.toLowerCase());

const DELIMITER_NAMES: Readonly<Record<string, Delimiter>> = {
  ',': ',',
  comma: ',',
  ';': ';',
  semicolon: ';',
  '\t': '\t',
  '\\t': '\t',
  tab: '\t',
};

/** How each key of `--read-as` is read. */
const KEYS: Readonly<Record<keyof typeof readAsTakes, (text: string) => ReadAs | undefined>> = {
  interval: (text) => wrapped('interval', one(text, INTERVALS)),
  'time-unit': (text) => wrapped('timeUnit', one(text, TIME_UNITS)),
  zone: (text) => wrapped('zone', zoneOf(text)),
  delimiter: (text) => wrapped('delimiter', DELIMITER_NAMES[text.toLowerCase()]),
  header: (text) => (one(text, ['yes', 'no']) === undefined ? undefined : { hasHeader: text.toLowerCase() === 'yes' }),
  decimal: (text) => wrapped('decimal', one(text, ['point', 'comma'] as const)),
  gaps: (text) => wrapped('gaps', one(text, GAPS)),
};

const keyNamed = (text: string): keyof typeof readAsTakes | undefined =>
  (Object.keys(KEYS) as (keyof typeof readAsTakes)[]).find((key) => key === text);

function wrapped<K extends keyof ReadAs>(key: K, value: ReadAs[K]): ReadAs | undefined {
  return value === undefined ? undefined : { [key]: value };
}

/** `NAME=VALUE`; a value may hold further equals signs. */
function halves(text: string): readonly [string, string] | undefined {
  const at = text.indexOf('=');
  return at < 1 || at === text.length - 1 ? undefined : [text.slice(0, at).trim().toLowerCase(), text.slice(at + 1)];
}

function readColumns(texts: readonly string[]): Parsed<Columns, string> {
  const columns: Partial<Record<Role, string>> = {};
  for (const text of texts) {
    const [role, name] = halves(text) ?? [];
    if (role === undefined || name === undefined) return notImported(settingWords.notColumn(text));
    const known = ROLES.find((one) => one === role);
    if (known === undefined) return notImported(settingWords.unknownRole(role, ROLES));
    if (name.trim().toLowerCase() === NO_COLUMN && !DISPENSABLE.includes(known))
      return notImported(settingWords.neededRole(known, DISPENSABLE));
    columns[known] = name.trim();
  }
  return parsed(columns);
}

function readReadAs(texts: readonly string[]): Parsed<ReadAs, string> {
  let readAs: ReadAs = {};
  for (const text of texts) {
    const [key, value] = halves(text) ?? [];
    if (key === undefined || value === undefined) return notImported(settingWords.notReadAs(text, Object.keys(KEYS)));
    const known = keyNamed(key);
    if (known === undefined) return notImported(settingWords.unknownKey(key, Object.keys(KEYS)));
    const read = KEYS[known](value === '\t' ? value : value.trim());
    if (read === undefined) return notImported(settingWords.badValue(known, value));
    readAs = { ...readAs, ...read };
  }
  return parsed(readAs);
}

function readVolumeUnit(text: string, market: Market): VolumeUnit | undefined {
  if (text === 'base' || text === 'quote') return { kind: text };
  const size = /^contracts:(\d+(?:\.\d+)?(?:e-?\d+)?)$/i.exec(text)?.[1];
  const value = Number(size);
  return size === undefined || !(value > 0)
    ? undefined
    : { kind: 'contracts', size: value, worthIn: contractWorth(market) };
}

/** Reads the options that say how a file is to be read. The error is one line that names the mend. */
export function readSettings(typed: TypedSettings, market: Market): Parsed<Settings, string> {
  const columns = readColumns(typed.column);
  if (!columns.ok) return columns;
  const readAs = readReadAs([...typed.readAs, ...(typed.gaps === undefined ? [] : [`gaps=${typed.gaps}`])]);
  if (!readAs.ok) return readAs;
  const volumeUnit = typed.volumeUnit === undefined ? undefined : readVolumeUnit(typed.volumeUnit.trim(), market);
  if (typed.volumeUnit !== undefined && volumeUnit === undefined)
    return notImported(settingWords.badVolumeUnit(typed.volumeUnit));
  return parsed({ columns: columns.value, readAs: readAs.value, volumeUnit, isWhole: typed.whole });
}
