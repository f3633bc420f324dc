import type { Command } from 'commander';
import type { RevisedMinute, RevisionsAnswer, SourceCandle, SourcePair } from '../../api/revisions';
import { JSON_OR_CSV } from '../../words/en/cli/optionFaults';
import { revisionsText } from '../../words/en/cli/revisions';
import { REVISIONS } from '../../words/en/help/answers';
import { AS_OF, JSON_OBJECT, REHEARSAL } from '../../words/en/help/options';
import { revisions } from '../../server/revisions/revisions';
import { readRevisionsAsked } from '../../server/revisions/revisionsRequest';
import { csvOf } from '../../server/forms/csv';
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

/** `plumbline revisions [ASSET]`: minutes whose answer changed, or differs between sources; longer candles that are not their minutes; rows in quarantine. */
export function revisionsCommand(command: Command): void {
  command
    .option('--from <time>', REVISIONS.from)
    .option('--to <time>', REVISIONS.to)
    .option('--limit <n>', REVISIONS.limit)
    .option('--as-of <time>', AS_OF)
    .option('--json', JSON_OBJECT)
    .option('--csv', REVISIONS.csv)
    .option('--rehearsal', REHEARSAL)
    .action(async (asset: string | undefined, options: Options) => {
      if (options.json && options.csv) throw new BadInput(JSON_OR_CSV);
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
          options.json ? `${JSON.stringify(found, undefined, 2)}\n` : options.csv ? asCsv(found) : revisionsText(found),
        );
      });
    });
}

type Named = Pick<SourcePair, 'venue' | 'market' | 'kind'>;

const CANDLE = ['open', 'high', 'low', 'close', 'baseVolume', 'quoteVolume', 'trades'] as const;
const HEAD = [
  'what',
  'asset',
  'venue',
  'market',
  'kind',
  'minute',
  'timeframe',
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

/**
 * `first` and `second`: the two sources of a difference, the two moments of a revision; of a disagreement and of a quarantined row
 * its source and moment. A disagreement's first candle is what the minutes make, its second the longer one.
 */
function asCsv(found: RevisionsAnswer): string {
  const candles = (...both: readonly (SourceCandle | null)[]): readonly (number | null)[] =>
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
    line: Named & { readonly asset: string; readonly minute: string | null; readonly timeframe?: string },
  ): readonly (string | null)[] => [
    what,
    line.asset,
    line.venue,
    line.market,
    line.kind,
    line.minute,
    line.timeframe ?? null,
  ];
  return csvOf([
    HEAD,
    ...found.differences.map((line) => [
      ...named('difference', line),
      line.source,
      line.other,
      ...candles(line.said, line.otherSaid),
      ...apart(line),
    ]),
    ...found.disagreements.map((line) => [
      ...named('disagreement', { ...line, minute: line.from }),
      line.source,
      line.seen,
      ...candles(line.folded, line.said),
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
