import type { Command } from 'commander';
import type {
  DifferingMinuteAnswer,
  RevisedMinute,
  RevisionsAnswer,
  SaidCandle,
  SourcePair,
} from '../../api/revisions';
import { formatRatio } from '../../words/en/numbers';
import { revisions } from '../../server/revisions/revisions';
import { readRevisionsAsked } from '../../server/revisions/revisionsRequest';
import { csvOf } from '../answers/csvRows';
import { BadInput, valueOf } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { withDataset } from '../../processes/dataset';
import { refusalWords } from '../../words/en/refusals';

interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly limit?: string;
  readonly asOf?: string;
  readonly json?: true;
  readonly csv?: true;
  readonly rehearsal?: true;
}

/** `plumbline revisions [ASSET]`: minutes whose answer changed, or differs between sources; rows in quarantine. */
export function revisionsCommand(program: Command): void {
  program
    .command('revisions [asset]')
    .description('minutes whose answer changed or differs between sources, worst first; rows in quarantine')
    .option(
      '--from <time>',
      'first minute, UTC, like 2025-10-10T20:00Z (default: all revisions; sources over the window an asset opens with)',
    )
    .option('--to <time>', 'the minute after the last one; at most 31 days after the first')
    .option('--limit <n>', 'how many lines a list may have, up to 1000 (default: 100)')
    .option('--as-of <time>', 'what had been said by then, UTC, like 2026-01-31T08:15Z')
    .option('--json', 'as one JSON object')
    .option('--csv', 'as one row per revision, difference and quarantined row')
    .option('--rehearsal', 'of the simulated candles')
    .action(async (asset: string | undefined, options: Options) => {
      if (options.json && options.csv) throw new BadInput('--json and --csv exclude one another; choose one');
      const read = readRevisionsAsked({
        asset,
        from: options.from,
        to: options.to,
        limit: options.limit,
        asOf: options.asOf,
      });
      if (!read.ok) throw new BadInput(refusalWords(read.error));
      await withDataset(options.rehearsal, async ({ context }) => {
        const found = valueOf(await revisions(context, read.value), options.rehearsal);
        await print(
          options.json ? `${JSON.stringify(found, undefined, 2)}\n` : options.csv ? asCsv(found) : asText(found),
        );
      });
    });
}

type Named = Pick<SourcePair, 'venue' | 'market' | 'kind'>;
const nameOf = ({ venue, market, kind }: Named): string => `${venue} ${market}${kind === 'spot' ? '' : ` ${kind}`}`;

function asText(found: RevisionsAnswer): string {
  const lines = [
    ...(found.simulated ? ['SIMULATED: no exchange ever said these prices.'] : []),
    ...(found.asOf === null ? [] : [`As known at ${found.asOf}.`]),
    ...found.notes,
    '',
    found.pairs.length === 0 ? 'Sources: none to compare.' : 'Sources of one market against each other, minutes:',
    ...found.pairs.map((pair) => `  ${nameOf(pair)}, ${pair.source} and ${pair.other}: ${pairWords(pair)}`),
    ...listed('Minutes in which sources differ, worst first', found.differing, found.differences.map(differenceLine)),
    ...listed('Minutes whose answer changed, worst first', found.revised, found.revisions.map(revisionLine)),
    ...listed(
      'Rows in quarantine, newest seen first',
      found.quarantined,
      found.quarantine.map(
        (row) =>
          `  ${nameOf(row)} (${row.source}) ${row.minute ?? 'of no readable minute'}: ${row.reason}; ${onOneLine(row.raw)}`,
      ),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function listed(title: string, all: number, lines: readonly string[]): readonly string[] {
  if (all === 0) return [`${title.replace(/,.*/, '')}: none.`];
  return [
    `${title}${all > lines.length ? ` (${String(lines.length)} of ${String(all)})` : ` (${String(all)})`}:`,
    ...lines,
  ];
}

/** "240 compared, 238 alike, 2 differ (1 in a price, 1 in a volume alone)". */
function pairWords(pair: SourcePair): string {
  const parts = [
    [pair.priceDiffers, 'in a price'],
    [pair.onlySourceTraded, `with a candle of ${pair.source} alone`],
    [pair.onlyOtherTraded, `with a candle of ${pair.other} alone`],
    [pair.volumeDiffers, 'in a volume alone'],
  ] as const;
  const how = parts.filter(([minutes]) => minutes > 0).map(([minutes, words]) => `${String(minutes)} ${words}`);
  const alone = [
    [pair.onlySource, pair.source],
    [pair.onlyOther, pair.other],
  ]
    .filter(([minutes]) => minutes !== 0)
    .map(([minutes, source]) => `, ${String(minutes)} answered by ${String(source)} alone`);
  return `${String(pair.compared)} compared, ${String(pair.alike)} alike, ${String(pair.differing)} differ${how.length === 0 ? '' : ` (${how.join(', ')})`}${alone.join('')}`;
}

const differenceLine = (line: DifferingMinuteAnswer): string =>
  `  ${line.minute} ${nameOf(line)}: ${line.source} says ${candleWords(line.said)}, ${line.other} says ${candleWords(line.otherSaid)}; ${apartWords(line)}`;

const revisionLine = (line: RevisedMinute): string =>
  `  ${line.minute} ${nameOf(line)} (${line.source}): ${candleWords(line.before)} first seen ${line.firstSeen}, ${candleWords(line.after)} at ${line.seenAgain}; ${apartWords(line)}`;

/** To the last digit a float carries: prices that differ must not be written alike. */
const rawPrice = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 15 });

const candleWords = (candle: SaidCandle | null): string =>
  candle === null
    ? 'no trade'
    : `${rawPrice.format(candle.low)} to ${rawPrice.format(candle.high)}, close ${rawPrice.format(candle.close)}`;

function apartWords({
  fields,
  low,
  high,
  price,
  volume,
}: Pick<RevisedMinute, 'fields' | 'low' | 'high' | 'price' | 'volume'>): string {
  if (fields.length === 0) return 'alike in all that is compared';
  if (price === null) return 'one has a candle, the other none';
  if (price !== 0) return `price ${ratioWords(price)} (low ${ratioWords(low)}, high ${ratioWords(high)})`;
  return volume === null ? 'a volume differs' : `volume ${ratioWords(volume)}`;
}

/** A ratio that is not 0 is never written as if it were. */
function ratioWords(ratio: number | null): string {
  if (ratio === null) return 'unknown';
  if (ratio === 0) return 'alike';
  const text = formatRatio(ratio);
  return /[1-9]/.test(text) ? `${ratio > 0 ? '+' : ''}${text}` : 'by less than 0.01 %';
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 200);

const CANDLE = ['open', 'high', 'low', 'close', 'baseVolume', 'quoteVolume', 'trades'] as const;
const HEAD = [
  'what',
  'asset',
  'venue',
  'market',
  'kind',
  'minute',
  'first',
  'second',
  ...CANDLE.map((name) => `${name}First`),
  ...CANDLE.map((name) => `${name}Second`),
  'fields',
  'low',
  'high',
  'price',
  'volume',
  'reason',
  'raw',
  'simulated',
];

/** `first` and `second`: the two sources of a difference, the two moments of a revision; a quarantined row's source and moment. */
function asCsv(found: RevisionsAnswer): string {
  const candles = (...both: readonly (SaidCandle | null)[]): readonly (number | null)[] =>
    both.flatMap((candle) => CANDLE.map((name) => candle?.[name] ?? null));
  const apart = ({
    fields,
    low,
    high,
    price,
    volume,
  }: Pick<RevisedMinute, 'fields' | 'low' | 'high' | 'price' | 'volume'>): readonly (string | number | null)[] => [
    fields.join(' '),
    low,
    high,
    price,
    volume,
    null,
    null,
    String(found.simulated),
  ];
  const named = (
    what: string,
    line: Named & { readonly asset: string; readonly minute: string | null },
  ): readonly (string | null)[] => [what, line.asset, line.venue, line.market, line.kind, line.minute];
  return csvOf([
    HEAD,
    ...found.differences.map((line) => [
      ...named('difference', line),
      line.source,
      line.other,
      ...candles(line.said, line.otherSaid),
      ...apart(line),
    ]),
    ...found.revisions.map((line) => [
      ...named('revision', line),
      line.firstSeen,
      line.seenAgain,
      ...candles(line.before, line.after),
      ...apart(line),
    ]),
    ...found.quarantine.map((row) => [
      ...named('quarantine', row),
      row.source,
      row.seen,
      ...candles(null, null),
      null,
      null,
      null,
      null,
      null,
      row.reason,
      row.raw,
      String(found.simulated),
    ]),
  ]);
}
