import { nameOf, type Market } from '../../domain/market';
import { formatMinute, type MinuteRange } from '../../domain/minute';
import type { Quarantined } from '../../domain/observation';
import type { OwnImport } from '../../ingest/files/ownFile';
import { differenceText, type Difference, type Trial } from '../../ingest/files/trial';
import type { ImportReport } from '../../ingest/files/importFile';
import { rangeText } from '../../words/en/markets';

/** What one file came to, of a dry run what it would come to. */
export interface ImportSaid {
  readonly file: string;
  /** `coinbase ATOM/USD (file)`, or how many markets a file of ours holds. */
  readonly stored: string;
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

export const fileSaid = (file: string, market: Market, report: ImportReport): ImportSaid => ({
  ...report,
  file,
  stored: `${nameOf(market)} (${report.source})`,
});

export function ownSaid(file: string, { rows, candles, markets, range, recorded }: OwnImport): ImportSaid {
  const changed = [
    `${String(recorded.added)} new`,
    ...(recorded.unchanged > 0 ? [`${String(recorded.unchanged)} known`] : []),
    ...(recorded.revised > 0 ? [`${String(recorded.revised)} differ from before`] : []),
  ];
  return {
    file,
    stored: `${String(markets)} markets and sources`,
    rows,
    candles,
    ...recorded,
    quarantined: 0,
    range,
    setAside: [],
    summary: `${file}: ${String(rows)} minutes of ${String(markets)} markets and sources, ${String(candles)} candles (${changed.join(', ')}), ${rangeText(range)}`,
  };
}

const asideLine = ({ raw, reason }: Quarantined): string => `  ${raw}: ${reason}`;

/** A dry run's words: for every file a line and its rows set aside, and of all of them the worst difference. */
export function trialText(said: readonly ImportSaid[], trial: Trial): string {
  const worst = trial.worst();
  return [
    'dry run: nothing was written',
    ...said.flatMap(({ file, stored, added, unchanged, revised, quarantined, setAside, range }) => [
      `${file}: ${stored}, ${rangeText(range)}: ${String(added)} candles would be added, ${String(unchanged)} are held alike, ${String(revised)} minutes differ from what is held and would be revisions, ${String(quarantined)} rows would be quarantined${quarantined > setAside.length ? `, of which the first ${String(setAside.length)}` : ''}`,
      ...setAside.map(asideLine),
    ]),
    ...(worst === undefined ? [] : [`worst difference: ${differenceText(worst)}`]),
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
export function importJson(said: readonly ImportSaid[], trial: Trial | undefined): string {
  const files = said.map(
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
