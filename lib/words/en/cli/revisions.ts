import type {
  DifferingMinuteAnswer,
  QuarantinedRow,
  RevisedMinute,
  RevisionsAnswer,
  SourceCandle,
  SourcePair,
  TimeframeDisagreement,
} from '../../../api/revisions';
import { marketLabel } from '../market';
import { count, finePercent, rawPrice } from '../numbers';
import { sourceWords } from '../sources';
import { longerName, timeframeSums } from '../timeframes';
import { answerText } from './lines';
import { marketAndSource } from './marketLine';

/** What `revisions` prints for people. */
export const revisionsText = (answer: RevisionsAnswer): string =>
  answerText(answer.simulated, [
    ...(answer.asOf === null ? [] : [`As known at ${answer.asOf}.`]),
    ...answer.notes,
    '',
    answer.pairs.length === 0 ? 'Sources: none to compare.' : 'Sources of one market compared, in minutes:',
    ...answer.pairs.map((pair) => `  ${pairLine(pair)}`),
    ...listed(
      'Minutes where sources differ',
      'largest first',
      answer.differing,
      answer.differences.map(differenceLine),
    ),
    ...(answer.timeframes.length === 0
      ? ['Longer candles: none stored.']
      : [
          'Longer candles compared with their minutes:',
          ...timeframeSums(answer.timeframes).map((line) => `  ${line}`),
          ...listed(
            'Longer candles that differ from their minutes',
            'largest first',
            answer.disagreeing,
            answer.disagreements.map(disagreementLine),
          ),
        ]),
    ...listed('Revised minutes', 'largest first', answer.revised, answer.revisions.map(revisionLine)),
    ...listed('Rows in quarantine', 'newest first', answer.quarantined, answer.quarantine.map(quarantineLine)),
  ]);

function listed(title: string, order: string, all: number, lines: readonly string[]): readonly string[] {
  if (all === 0) return [`${title}: none.`];
  const shown = all > lines.length ? `${count(lines.length)} of ${count(all)}` : count(all);
  return [`${title}, ${order} (${shown}):`, ...lines.map((line) => `  ${line}`)];
}

/** "OKX ATOM/USDT, official archive and imported file: 240 compared, 238 identical, 2 differ (1 in price, 1 in volume only)". */
function pairLine(pair: SourcePair): string {
  const source = sourceWords(pair.source);
  const other = sourceWords(pair.other);
  const how = [
    [pair.priceDiffers, 'in price'],
    [pair.onlySourceTraded, `with a candle only in the ${source}`],
    [pair.onlyOtherTraded, `with a candle only in the ${other}`],
    [pair.volumeDiffers, 'in volume only'],
  ] as const;
  const ways = how.filter(([minutes]) => minutes > 0).map(([minutes, words]) => `${count(minutes)} ${words}`);
  return [
    `${marketLabel(pair)}, ${source} and ${other}: ${count(pair.compared)} compared`,
    `${count(pair.alike)} identical`,
    `${count(pair.differing)} ${pair.differing === 1 ? 'differs' : 'differ'}${ways.length === 0 ? '' : ` (${ways.join(', ')})`}`,
    ...(pair.onlySource > 0 ? [`${count(pair.onlySource)} answered only by the ${source}`] : []),
    ...(pair.onlyOther > 0 ? [`${count(pair.onlyOther)} answered only by the ${other}`] : []),
  ].join(', ');
}

const differenceLine = (line: DifferingMinuteAnswer): string =>
  `${line.minute} ${marketLabel(line)}: ${sourceWords(line.source)} ${candleWords(line.said)}; ${sourceWords(line.other)} ${candleWords(line.otherSaid)}; ${gapWords(line)}`;

const disagreementLine = (line: TimeframeDisagreement): string =>
  `${line.from} ${marketAndSource(line)}: minutes ${candleWords(line.folded)}; ${longerName(line.timeframe)} ${candleWords(line.said)}, seen ${line.seen}${
    line.stands ? '' : ' (an earlier answer)'
  }; ${gapWords(line)}`;

const revisionLine = (line: RevisedMinute): string =>
  `${line.minute} ${marketAndSource(line)}: ${candleWords(line.before)}, first seen ${line.firstSeen}; ${candleWords(line.after)}, seen ${line.seenAgain}; ${gapWords(line)}`;

const quarantineLine = (row: QuarantinedRow): string =>
  `${row.minute ?? 'no readable time'} ${marketAndSource(row)}: ${row.reason}; ${onOneLine(row.raw)}`;

const candleWords = (candle: SourceCandle | null): string =>
  candle === null ? 'no trade' : `${rawPrice(candle.low)} to ${rawPrice(candle.high)}, close ${rawPrice(candle.close)}`;

function gapWords({
  fields,
  low,
  high,
  price,
  volume,
}: Pick<RevisedMinute, 'fields' | 'low' | 'high' | 'price' | 'volume'>): string {
  if (fields.length === 0) return 'identical in everything that is compared';
  if (price === null) return 'only one has a candle';
  if (price !== 0) return `price ${ratioWords(price)} (low ${ratioWords(low)}, high ${ratioWords(high)})`;
  return volume === null ? 'volume differs' : `volume ${ratioWords(volume)}`;
}

const ratioWords = (ratio: number | null): string =>
  ratio === null ? 'unknown' : ratio === 0 ? 'identical' : finePercent(ratio);

/** A row is printed up to here: enough to recognise it by. */
const RAW_LENGTH = 200;
const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, RAW_LENGTH);
