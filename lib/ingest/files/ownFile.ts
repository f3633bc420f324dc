import { flawOf, type Candle } from '../../domain/candle';
import {
  CANDLE_FILE_COLUMNS,
  CANDLE_FILE_HEADER,
  marketAndSourceOf,
  type CandleFileRow,
} from '../../domain/candleFile';
import { isSimulated, KINDS, parseAsset, parseVenue, SOURCES } from '../../domain/market';
import { formatMinute, minuteRange, parseMinute, plus, union, type MinuteRange } from '../../domain/minute';
import type { Answer, Ledger, Provenance, Recorded } from '../../domain/observation';
import { parsed, type Parsed } from '../../domain/unit';
import { ownFileWords, shapeWords } from '../../words/en/files';
import { identified } from './checksum';
import { linesOf } from './lines';
import { isDecimal } from './numbers';
import { FileRefused, notImported } from './refused';
import { candleFlawWords } from '../../words/en/candleFlaws';

/** What importing a file of stored candles came to. */
export interface OwnImport {
  readonly rows: number;
  readonly candles: number;
  /** Markets and sources in it. */
  readonly markets: number;
  readonly range: MinuteRange;
  readonly recorded: Recorded;
}

export interface OwnImportOptions {
  readonly ledger: Ledger;
  readonly now: () => number;
  readonly onProgress?: (rows: number) => void;
}

/** Whether a file is one of stored candles, by its first line or, of Parquet, its columns. False for what cannot be read: others say why. */
export async function isOwnFile(path: string): Promise<boolean> {
  try {
    for await (const lines of linesOf(path)) return lines[0]?.text === CANDLE_FILE_HEADER;
    return false;
  } catch (error) {
    if (error instanceof FileRefused) return false;
    throw error;
  }
}

/** Brings back a file that was written here: every minute as it was, under its own venue, market, kind and source. */
export async function importOwnFile(path: string, options: OwnImportOptions): Promise<Parsed<OwnImport, string>> {
  try {
    const { provenance } = await identified(path, options.now);
    const total = {
      rows: 0,
      candles: 0,
      range: undefined as MinuteRange | undefined,
      recorded: { added: 0, unchanged: 0, revised: 0 },
    };
    const names = new Set<string>();
    for await (const rows of candleFileRows(path)) {
      const answers = answersOf(rows, options.now(), provenance, path);
      const { added, unchanged, revised } = await options.ledger.record(answers);
      total.recorded = {
        added: total.recorded.added + added,
        unchanged: total.recorded.unchanged + unchanged,
        revised: total.recorded.revised + revised,
      };
      total.rows += rows.length;
      for (const answer of answers) {
        total.candles += answer.candles.length;
        names.add(marketAndSourceOf(answer));
        total.range =
          total.range === undefined
            ? answer.asked
            : minuteRange(
                total.range.from < answer.asked.from ? total.range.from : answer.asked.from,
                total.range.to > answer.asked.to ? total.range.to : answer.asked.to,
              );
      }
      options.onProgress?.(total.rows);
    }
    if (total.range === undefined) return notImported(shapeWords.noRows(path));
    return parsed({
      rows: total.rows,
      candles: total.candles,
      markets: names.size,
      range: total.range,
      recorded: total.recorded,
    });
  } catch (error) {
    if (error instanceof FileRefused) return notImported(error.message);
    throw error;
  }
}

/** Answers of one piece: each market's and source's minutes, run by run. */
function answersOf(
  rows: readonly CandleFileRow[],
  askedAtMs: number,
  provenance: Provenance,
  path: string,
): readonly Answer[] {
  const groups = new Map<string, CandleFileRow[]>();
  for (const row of rows) {
    const key = marketAndSourceOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { market, source } = first;
    const sorted = [...group].sort((a, b) => a.minute - b.minute);
    const doubled = sorted.find(({ minute }, i) => sorted[i + 1]?.minute === minute);
    if (doubled !== undefined)
      throw new FileRefused(
        ownFileWords.changed(path, ownFileWords.doubled(formatMinute(doubled.minute), marketAndSourceOf(doubled))),
      );
    const candles = sorted.flatMap(({ minute, candle }): Candle[] =>
      candle === undefined ? [] : [{ minute, ...candle }],
    );
    return union(sorted.map(({ minute }) => minuteRange(minute, plus(minute, 1)))).map((asked): Answer => ({
      market,
      source,
      asked,
      askedAtMs,
      quarantined: [],
      provenance: [provenance],
      candles: candles.filter(({ minute }) => minute >= asked.from && minute < asked.to),
    }));
  });
}

/** Enough rows that a record call is worth it, few enough to hold in memory. */
const ROWS_AT_ONCE = 50_000;

async function* candleFileRows(path: string): AsyncGenerator<readonly CandleFileRow[]> {
  let rows: CandleFileRow[] = [];
  let isHeader = true;
  for await (const lines of linesOf(path)) {
    for (const line of lines) {
      if (isHeader) isHeader = false;
      else rows.push(candleFileRow(line.cells ?? line.text.split(','), `${path}, line ${String(line.number)}`));
    }
    if (rows.length >= ROWS_AT_ONCE) {
      yield rows;
      rows = [];
    }
  }
  if (rows.length > 0) yield rows;
}

const number = (text: string | undefined): number => (text === undefined || text === '' ? NaN : Number(text));

function candleFileRow(cells: readonly string[], where: string): CandleFileRow {
  const fault = (what: string): FileRefused => new FileRefused(ownFileWords.changed(where, what));
  if (cells.length !== CANDLE_FILE_COLUMNS.length)
    throw fault(ownFileWords.columns(cells.length, CANDLE_FILE_COLUMNS.length));
  const [venueText = '', baseText = '', quote = '', kindText = '', sourceText = '', minuteText = '', ...numbers] =
    cells;
  const [venue, base, minute] = [parseVenue(venueText), parseAsset(baseText), parseMinute(minuteText)];
  const kind = KINDS.find((known) => known === kindText);
  const source = SOURCES.find((known) => known === sourceText);
  if (
    !venue.ok ||
    !base.ok ||
    !minute.ok ||
    kind === undefined ||
    source === undefined ||
    !/^[A-Z0-9]{1,20}$/.test(quote)
  ) {
    throw fault(ownFileWords.noMinute(cells.slice(0, 6).join(',').slice(0, 80)));
  }
  if (isSimulated(source)) throw new FileRefused(ownFileWords.simulated(where));
  const market = { venue: venue.value, base: base.value, quote, kind };
  if (numbers.every((text) => text === '')) return { market, source, minute: minute.value, candle: undefined };
  const wordy = numbers.find((text) => text !== '' && !isDecimal(text));
  if (wordy !== undefined) throw fault(ownFileWords.noNumber(wordy.slice(0, 30)));
  const [open = NaN, high = NaN, low = NaN, close = NaN, baseVolume = NaN, quoteVolume = NaN, trades = NaN] =
    numbers.map(number);
  const candle = { open, high, low, close, baseVolume, quoteVolume, trades };
  const flaw = flawOf({ minute: minute.value, ...candle });
  if (flaw !== undefined) throw fault(candleFlawWords(flaw));
  return { market, source, minute: minute.value, candle };
}
