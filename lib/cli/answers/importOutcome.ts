import { nameOf, pairOf, type Market } from '../../domain/market';
import { formatMinute, type MinuteRange } from '../../domain/minute';
import type { Quarantined } from '../../domain/observation';
import type { OwnImport } from '../../ingest/files/ownFile';
import { differenceText, type Difference, type Trial } from '../../ingest/files/trial';
import type { ImportReport } from '../../ingest/files/importFile';
import {
  DRY_RUN,
  marketsAndSources,
  ownFileImported,
  quarantinedLine,
  storedMarkets,
  trialLine,
  worstDifference,
} from '../../words/en/cli/importLines';
import { marketAndSource } from '../../words/en/cli/marketLine';

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
  /** The first rows set aside. */
  readonly setAside: readonly Quarantined[];
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
    setAside: [],
    summary: ownFileImported({ ...recorded, file, rows, markets, candles, range }),
  };
}

/** A dry run for people: for every file a line and its first quarantined rows, then the largest difference of all. */
export function trialText(outcomes: readonly ImportOutcome[], trial: Trial): string {
  const worst = trial.worst();
  return [
    DRY_RUN,
    ...outcomes.flatMap((one) => [
      trialLine({ ...one, listed: one.setAside.length }),
      ...one.setAside.map(({ raw, reason }) => quarantinedLine(raw, reason)),
    ]),
    ...(worst === undefined ? [] : [worstDifference(differenceText(worst))]),
  ]
    .map((line) => `${line}\n`)
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
    ({ range, setAside, summary, file, stored, rows, candles, added, unchanged, revised, quarantined }) => ({
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
