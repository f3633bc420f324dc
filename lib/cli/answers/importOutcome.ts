import { nameOf, pairOf, type Market } from '../../domain/market';
import { formatMinute, minuteAt, type MinuteRange } from '../../domain/minute';
import type { Quarantined } from '../../domain/observation';
import type { OwnImport } from '../../ingest/files/ownFile';
import { differenceText, type Difference, type Trial } from '../../ingest/files/trial';
import type { Findings } from '../../ingest/files/findings';
import type { ImportReport } from '../../ingest/files/importFile';
import type { ShownRow } from '../../ingest/files/shownRows';
import {
  DRY_RUN,
  marketsAndSources,
  ownFileImported,
  quarantinedLine,
  readLine,
  shownCandle,
  shownTrade,
  storedMarkets,
  trialLine,
  worstDifference,
} from '../../words/en/cli/importLines';
import { marketAndSource } from '../../words/en/cli/marketLine';
import { readingWords } from '../../words/en/importedFile';
import { plainLine } from '../../domain/plainLine';

/** What importing one file did; of a dry run, what it would do. */
export interface ImportOutcome {
  readonly file: string;
  /** For machines: `coinbase ATOM/USD (file)`, or how many markets a file of ours holds. */
  readonly stored: string;
  /** For people: `Coinbase ATOM/USD (imported file)`. */
  readonly label: string;
  readonly rows: number;
  readonly candles: number;
  readonly added: number;
  readonly unchanged: number;
  readonly revised: number;
  readonly quarantined: number;
  readonly range: MinuteRange;
  /** Minutes kept apart: first and last ones of a trade file, and candles of volume 0 whose prices moved. */
  readonly edges: number;
  readonly moved: number;
  /** The first rows set aside. */
  readonly setAside: readonly Quarantined[];
  /** How the file was read, and its first rows as they are understood; undefined: it is a file of ours. */
  readonly findings: Findings | undefined;
  readonly shown: readonly ShownRow[];
  /** One line, of what was done. */
  readonly summary: string;
}

export const fileOutcome = (file: string, market: Market, report: ImportReport): ImportOutcome => ({
  ...report,
  file,
  stored: `${nameOf(market)} (${report.source})`,
  label: marketAndSource({ ...market, market: pairOf(market), source: report.source }),
});

export function ownOutcome(file: string, { rows, candles, markets, range, recorded }: OwnImport): ImportOutcome {
  return {
    file,
    stored: storedMarkets(markets),
    label: marketsAndSources(markets),
    rows,
    candles,
    ...recorded,
    quarantined: 0,
    range,
    edges: 0,
    moved: 0,
    setAside: [],
    findings: undefined,
    shown: [],
    summary: ownFileImported({ ...recorded, file, rows, markets, candles, range }),
  };
}

const isoOf = (ms: number): string => new Date(ms).toISOString();

const shownLine = (row: ShownRow): string =>
  row.kind === 'candle'
    ? shownCandle({ ...row, minute: formatMinute(minuteAt(row.ms)) })
    : shownTrade({ ...row, time: isoOf(row.ms) });

/** The same for machines: `null`, as JSON writes NaN, where the file does not say. */
const shownJson = ({ ms, ...row }: ShownRow): object => ({ time: isoOf(ms), ...row });

/** A dry run for people: for every file a line, how it is read, its first rows and its first quarantined ones, then the largest difference of all. */
export function trialText(outcomes: readonly ImportOutcome[], trial: Trial): string {
  const worst = trial.worst();
  return [
    DRY_RUN,
    ...outcomes.flatMap((one) => [
      trialLine({ ...one, listed: one.setAside.length }),
      ...(one.findings === undefined ? [] : [readLine(readingWords(one.findings))]),
      ...one.shown.map(shownLine),
      ...one.setAside.map(({ raw, reason }) => quarantinedLine(raw, reason)),
    ]),
    ...(worst === undefined ? [] : [worstDifference(differenceText(worst))]),
  ]
    .map((line) => `${plainLine(line)}\n`)
    .join('');
}

const differenceJson = ({ market, source, minute, stored, found }: Difference): object => ({
  market,
  source,
  minute: formatMinute(minute),
  held: stored,
  said: found,
});

/** The same for machines: of a dry run with `worst`, null where nothing differs. */
export function importJson(outcomes: readonly ImportOutcome[], trial: Trial | undefined): string {
  const files = outcomes.map(
    ({ range, setAside, summary, file, stored, rows, candles, added, unchanged, revised, quarantined, ...more }) => ({
      file,
      stored,
      from: formatMinute(range.from),
      to: formatMinute(range.to),
      rows,
      candles,
      added,
      unchanged,
      revised,
      quarantined,
      edges: more.edges,
      moved: more.moved,
      findings: more.findings ?? null,
      shown: more.shown.map(shownJson),
      setAside: setAside.map(({ minute, reason, raw }) => ({
        minute: minute === undefined ? null : formatMinute(minute),
        reason,
        raw,
      })),
      ...(trial === undefined ? { summary } : {}),
    }),
  );
  const worst = trial?.worst();
  return `${JSON.stringify({ dryRun: trial !== undefined, files, ...(trial === undefined ? {} : { worst: worst === undefined ? null : differenceJson(worst) }) }, null, 2)}\n`;
}
