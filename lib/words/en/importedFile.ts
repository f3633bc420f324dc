import { count } from './numbers';
import { contentsName } from './formats';
import { formatName, timeUnitName, type FileFormat } from './files';

/** How a file was read, as far as its summary says it. */
interface Found {
  readonly kind: 'candles' | 'trades';
  readonly format: FileFormat | null;
  readonly delimiter: 'comma' | 'semicolon' | 'tab';
  readonly bannerLines: number;
  readonly columns: Readonly<Record<string, string>>;
  readonly ignored: readonly string[];
  readonly timeUnit: keyof typeof timeUnitName;
  readonly zoneMinutes: number | null;
  readonly timeIs: 'open' | 'end';
  readonly otherTimes: readonly { readonly column: string; readonly offsetMinutes: readonly number[] }[];
  readonly interval: string;
  readonly order: 'ascending' | 'descending' | 'unsorted';
  readonly decimal: 'point' | 'comma';
  /** `base`, `quote`, `none`, `contracts:0.01 BTC`. */
  readonly volumeUnit: string;
  readonly gaps: 'no-trade' | 'unknown';
  readonly gapsBecause: 'option' | 'format' | 'ids' | 'default' | 'unplaced';
  readonly unended: { readonly line: number; readonly value: string } | null;
}

interface ImportedFile {
  readonly path: string;
  readonly findings: Found;
  readonly rows: number;
  readonly candles: number;
  readonly duplicates: number;
  readonly added: number;
  readonly unchanged: number;
  readonly revised: number;
  readonly quarantined: number;
  readonly edges: number;
  readonly moved: number;
  readonly empty: number;
  /** Rows whose time cannot be read or is off the grid. */
  readonly unplaced: number;
  /** `2025-10-10T21:20Z to 2025-10-10T21:21Z`. */
  readonly range: string;
  readonly checked: boolean;
  readonly format: {
    readonly contents: keyof typeof contentsName;
    readonly packing: 'gzip' | 'zip' | undefined;
    readonly entry: string | undefined;
  };
}

const HOUR = 60;
const MOST_LISTED = 12;

/** "UTC", "UTC+02:00", "UTC−04:00". */
export function zoneName(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / HOUR), Math.abs(minutes) % HOUR];
  return `UTC${minutes < 0 ? '−' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

const listed = (names: readonly string[]): string =>
  names.length > MOST_LISTED
    ? `${names.slice(0, MOST_LISTED).join(', ')} and ${count(names.length - MOST_LISTED)} more`
    : names.join(', ');

function timeWords({ timeUnit, zoneMinutes, timeIs }: Found): string {
  const zone = timeUnit === 'iso' && zoneMinutes !== null ? ` (${zoneName(zoneMinutes)} where they name no zone)` : '';
  return `times read as ${timeUnitName[timeUnit]}${zone}${timeIs === 'end' ? ', the end of each candle' : ''}`;
}

const otherTimeWords = ({ otherTimes }: Found): readonly string[] =>
  otherTimes.map(({ column, offsetMinutes }) =>
    offsetMinutes.every((minutes) => minutes === 0)
      ? `${column} agrees`
      : `${column} is a clock at ${offsetMinutes.map(zoneName).join(' or ')} and was not used`,
  );

const DELIMITERS = { comma: '', semicolon: 'semicolons between cells', tab: 'tabs between cells' } as const;

/** What is out of the ordinary about a file’s writing. */
const writingWords = ({ format, delimiter, bannerLines, decimal }: Found): readonly string[] => [
  ...(format === null ? [] : [`no header, read as ${formatName[format]}`]),
  ...(delimiter === 'comma' ? [] : [DELIMITERS[delimiter]]),
  ...(bannerLines === 0
    ? []
    : [
        bannerLines === 1
          ? '1 line before the header left out'
          : `${String(bannerLines)} lines before the header left out`,
      ]),
  ...(decimal === 'comma' ? ['decimal commas'] : []),
];

function volumeWords({ kind, columns, volumeUnit }: Found): readonly string[] {
  if (volumeUnit === 'none') return ['volumes left unknown'];
  const { volume, 'quote-volume': quoteVolume, amount } = columns;
  if (kind === 'trades') return [`amount from ${amount ?? ''} (${volumeUnit})`];
  return [
    ...(volume === undefined ? [] : [`volume from ${volume} (${volumeUnit})`]),
    ...(quoteVolume === undefined || volumeUnit !== 'base' ? [] : [`quote volume from ${quoteVolume}`]),
    ...(volume === undefined && quoteVolume === undefined ? ['no volume'] : []),
  ];
}

const BECAUSE = {
  option: '',
  default: '',
  format: ', as its publisher says',
  ids: ', because the trade ids count up by one',
  unplaced: '',
} as const;

/** So many rows of the file. */
const rows = (many: number): string => (many === 1 ? '1 row' : `${count(many)} rows`);

/** What minutes without a row count as, and why: one clause. */
function gapsWords({ findings: { gaps, gapsBecause, interval }, unplaced }: ImportedFile): string {
  const between =
    interval === '1m' ? 'minutes in between without a row' : `${interval} candles in between without a row`;
  if (gapsBecause === 'unplaced')
    return `${between} stay unknown, because the times of ${rows(unplaced)} cannot be read or are off the grid`;
  return `${between} ${gaps === 'no-trade' ? 'count as no trade' : 'stay unknown'}${BECAUSE[gapsBecause]}`;
}

/** What was kept apart, or left out. */
const apartWords = ({ edges, moved, empty, quarantined }: ImportedFile): readonly string[] => [
  ...(moved > 0 ? [`${count(moved)} ${moved === 1 ? 'minute' : 'minutes'} kept apart: volume 0, prices moved`] : []),
  ...(empty > 0 ? [`${rows(empty)} without figures passed over`] : []),
  ...(edges > 0
    ? [
        edges === 1
          ? '1 minute at its edge was set aside, because the file may hold only a part of it (--whole keeps it)'
          : 'its first and last minute were set aside, because the file may hold only a part of them (--whole keeps them)',
      ]
    : []),
  ...(quarantined > 0 ? [`${rows(quarantined)} in quarantine`] : []),
];

/** A last row that nothing shows to be whole. */
const unendedWords = ({ unended }: Found): readonly string[] =>
  unended === null
    ? []
    : [
        `the file has no line end after line ${String(unended.line)}, so the last value there (${unended.value === '' ? 'empty' : unended.value}) may be cut off`,
      ];

/** How a file was read, in clauses. */
export const readingWords = (findings: Found): readonly string[] => [
  timeWords(findings),
  ...writingWords(findings),
  ...volumeWords(findings),
  ...otherTimeWords(findings),
  ...(findings.ignored.length === 0 ? [] : [`ignored: ${listed(findings.ignored)}`]),
];

/** What was read, where it is not the text of the file named. */
function contentsParts({ contents, entry }: ImportedFile['format']): readonly string[] {
  const what = contents === 'text' ? '' : ` as ${contentsName[contents]}`;
  if (entry !== undefined) return [`read ${entry} in it${what}`];
  return what === '' ? [] : [`read${what}`];
}

/** What importing a file came to, on one line. */
export function importedWords(file: ImportedFile): string {
  const { findings } = file;
  const repeated = file.duplicates > 0 ? ` (${String(file.duplicates)} repeated)` : '';
  const read =
    findings.kind === 'trades'
      ? `${file.rows === 1 ? '1 trade' : `${count(file.rows)} trades`}${repeated} made`
      : `${rows(file.rows)} gave`;
  const counts = [
    `${String(file.added)} new`,
    ...(file.unchanged > 0 ? [`${String(file.unchanged)} known`] : []),
    ...(file.revised > 0 ? [`${String(file.revised)} differ from before`] : []),
  ];
  const candles = file.candles === 1 ? 'candle' : 'candles';
  const what = findings.interval === '1m' ? candles : `${findings.interval} ${candles}`;
  return [
    `${file.path}: ${read} ${String(file.candles)} ${what} (${counts.join(', ')}), ${file.range}`,
    ...contentsParts(file.format),
    ...readingWords(findings),
    gapsWords(file),
    ...(findings.order !== 'ascending' && findings.kind === 'candles'
      ? ['its rows were not in order of time and were sorted']
      : []),
    ...(file.checked ? ['its SHA-256 matches its .CHECKSUM'] : []),
    ...(!file.checked && file.format.packing === 'zip' ? ['not checked: there is no .CHECKSUM file beside it'] : []),
    ...apartWords(file),
    ...unendedWords(findings),
  ].join('; ');
}
