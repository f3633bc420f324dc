import { CANDLE_FIELDS, type Candle } from '../../domain/candle';
import { formatMinute, MINUTE_MS, minuteAt, type Minute } from '../../domain/minute';
import { rowWords } from '../../words/en/files';
import { flawIn } from '../candleFlaw';
import type { CandleColumn, Places } from './columns';
import { cellsOf } from './cells';
import type { Line } from './lines';
import type { FileRecorder } from './recorder';
import { msOf, type TimeUnit } from './time';
import { volumesOf, type VolumeUnit } from './volume';

/** How files write that a value is not known. */
const HOLE = /^(|null|none|nan|n\/a|-)$/i;

/** A cell's number; NaN for a hole; undefined for a text that is neither. */
function numberOf(cells: readonly string[], at: number): number | undefined {
  const text = cells[at]?.trim() ?? '';
  if (HOLE.test(text)) return NaN;
  const value = Number(text);
  return Number.isNaN(value) ? undefined : value;
}

interface RowOptions {
  readonly path: string;
  readonly places: Places<CandleColumn>;
  /** How many cells a whole row has. */
  readonly width: number;
  readonly unit: TimeUnit;
  readonly isUtc: boolean;
  readonly volumeUnit: VolumeUnit;
  /** Whether the prices are computed, not traded: then there is no volume. */
  readonly isComputed: boolean;
  readonly recorder: Pick<FileRecorder, 'setAside' | 'take'>;
}

interface Sound {
  readonly candle: Candle;
  readonly line: Line;
}

/** Reads the rows of a candle file, which ascend (see `rowsOf`); rows of one minute are judged together. */
export class CandleRows {
  #at: Minute | undefined;
  #sound: Sound[] = [];
  rows = 0;

  constructor(readonly options: RowOptions) {}

  async take(line: Line): Promise<void> {
    const { path, places, width, unit, isUtc, volumeUnit, isComputed, recorder } = this.options;
    this.rows += 1;
    const cells = cellsOf(line, path);
    const ms = msOf(cells[places.time]?.trim() ?? '', unit, isUtc);
    if (!(Number.isInteger(ms) && ms % MINUTE_MS === 0)) {
      recorder.setAside(undefined, line.number, line.text, rowWords.noMinute);
      return;
    }
    const at = minuteAt(ms);
    if (at !== this.#at) await this.#settle();
    this.#at = at;
    if (cells.length < width) {
      recorder.setAside(at, line.number, line.text, rowWords.cutOff(cells.length, width));
      return;
    }
    const numbers = (['open', 'high', 'low', 'close', 'volume', 'quoteVolume', 'trades'] as const).map((column) =>
      numberOf(cells, places[column]),
    );
    const text = numbers.indexOf(undefined);
    if (text !== -1) {
      recorder.setAside(at, line.number, line.text, rowWords.noNumber);
      return;
    }
    const [open = NaN, high = NaN, low = NaN, close = NaN, volume = NaN, quoteVolume = NaN, trades = NaN] = numbers;
    const candle: Candle = {
      minute: at,
      open,
      high,
      low,
      close,
      trades,
      ...volumesOf(volume, quoteVolume, volumeUnit),
    };
    const flaw = flawIn(candle, isComputed);
    if (flaw !== undefined) recorder.setAside(at, line.number, line.text, flaw);
    else if (
      !this.#sound.some((other) => CANDLE_FIELDS.every((field) => Object.is(other.candle[field], candle[field])))
    )
      this.#sound.push({ candle, line });
  }

  async end(): Promise<void> {
    await this.#settle();
  }

  async #settle(): Promise<void> {
    const [only, ...others] = this.#sound;
    const { recorder } = this.options;
    if (only !== undefined && others.length === 0) await recorder.take(only.candle);
    else
      for (const { candle, line } of this.#sound)
        recorder.setAside(
          candle.minute,
          line.number,
          line.text,
          rowWords.doubled(this.#sound.length, formatMinute(candle.minute)),
        );
    this.#sound = [];
  }
}
