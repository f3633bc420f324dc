import type { SeriesColumns } from '../../domain/seriesColumns';
import { crc32 } from './crc32';
import {
  CODE_COLUMNS,
  FORM,
  HEADER_BYTES,
  NUMBER_COLUMNS,
  PRICE_OF,
  SIGNATURE,
  type CodeColumn,
  type ColumnsAnswer,
  type ColumnsHead,
  type NumberColumn,
} from './format';
import { closesBefore } from './closesBefore';
import { Median } from './leaveOneOut';
import { minutesIn, parseRange } from '../../domain/minute';
import { promised } from '../../domain/unit';
import { ColumnsUnreadable, Reader } from './bytes';
import { readNumbers, readPools, type NumbersRead } from './numbers';

/**
 * An answer that came as binary columns (`docs/columns.md`). Throws `ColumnsUnreadable` for bytes that were cut off or altered,
 * and for those of another version.
 */
export function answerOfColumns(bytes: Uint8Array): ColumnsAnswer {
  const { head, reader } = opened(bytes);
  const rows = head.series.map(({ rows: count }) => count);
  const minutes = readMinutes(reader, head, rows);
  const codes = new Map<CodeColumn, readonly Uint8Array[]>();
  for (const name of CODE_COLUMNS) {
    const read = readCodes(reader, name, rows);
    if (read !== undefined) codes.set(name, read);
  }
  const numbers = new Map<NumberColumn, readonly Float64Array[]>();
  let closes: NumbersRead | undefined;
  for (const name of NUMBER_COLUMNS) {
    reader.part = name;
    const form = reader.byte();
    if (form === FORM.absent) continue;
    if (form === FORM.pools || form === FORM.pool) numbers.set(name, readPools(reader, form, rows));
    else if (form === FORM.derived) numbers.set(name, derived(reader, name, head, numbers));
    else if (form === FORM.numbers) {
      const isDeviation = name === 'dLow' || name === 'dHigh';
      const read = readNumbers(reader, rows, isDeviation ? undefined : name === 'open' ? before(closes) : closes);
      numbers.set(name, read.values);
      if (name === 'close') closes = { ...read, values: read.values.map((own) => own.slice()) };
      convert(read, numbers.get('rate'));
    } else throw reader.flaw();
  }
  if (!reader.isAtEnd) throw reader.flaw();
  return {
    ...head.answer,
    series: head.series.map(({ venue, market, kind }, s) => {
      const own = <T>(all: readonly T[] | undefined): T | undefined => all?.[s];
      const columns = Object.fromEntries([
        ...[...codes].map(([name, all]) => [name, own(all)]),
        ...[...numbers].map(([name, all]) => [name, own(all)]),
      ]) as Omit<SeriesColumns, 'venue' | 'market' | 'kind' | 'minutes'>;
      return { venue, market, kind, minutes: minutes[s] ?? new Int32Array(0), ...columns };
    }),
  };
}

const before = (closes: NumbersRead | undefined): NumbersRead | undefined =>
  closes === undefined ? undefined : { ...closes, values: closes.values.map(closesBefore) };

function opened(bytes: Uint8Array): { readonly head: ColumnsHead; readonly reader: Reader } {
  const VERSION = 4;
  const isOurs = (at: number): boolean => bytes[at] === SIGNATURE[at];
  if (bytes.length < HEADER_BYTES || ![0, 1, 2, 3].every(isOurs)) throw new ColumnsUnreadable({ kind: 'not-columns' });
  if (!isOurs(VERSION)) throw new ColumnsUnreadable({ kind: 'version', version: bytes[VERSION] as number });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const said = view.getUint32(8, true);
  if (said !== bytes.length) throw new ColumnsUnreadable({ kind: 'length', said, came: bytes.length });
  const body = bytes.subarray(HEADER_BYTES);
  if (!SIGNATURE.every((_, at) => isOurs(at)) || crc32(body) !== view.getUint32(12, true))
    throw new ColumnsUnreadable({ kind: 'checksum' });
  const reader = new Reader(body);
  const text = new TextDecoder().decode(reader.take(reader.uint32()));
  // The checksum holds, so this is what the server wrote.
  return { head: JSON.parse(text) as ColumnsHead, reader };
}

function readMinutes(reader: Reader, { answer }: ColumnsHead, rows: readonly number[]): readonly Int32Array[] {
  reader.part = 'minutes';
  const range = promised(parseRange(answer.from, answer.to));
  if (reader.byte() === 0) {
    const every = Int32Array.from({ length: minutesIn(range) }, (_, i) => range.from + i);
    return rows.map((count) => (count === every.length ? every : every.subarray(0, count)));
  }
  const gaps = reader.integers(rows.reduce((sum, count) => sum + count, 0));
  let at = 0;
  return rows.map((count) => {
    const out = new Int32Array(count);
    let minute: number = range.from;
    for (let i = 0; i < count; i += 1) out[i] = minute += gaps[at++] as number;
    return out;
  });
}

function readCodes(reader: Reader, name: CodeColumn, rows: readonly number[]): readonly Uint8Array[] | undefined {
  reader.part = name;
  const form = reader.byte();
  if (form === FORM.absent) return undefined;
  if (form !== FORM.codes) throw reader.flaw();
  const steps = reader.integers(rows.reduce((sum, count) => sum + count, 0));
  let at = 0;
  return rows.map((count) => {
    const out = new Uint8Array(count);
    let code = 0;
    for (let i = 0; i < count; i += 1) out[i] = code += steps[at++] as number;
    return out;
  });
}

/** Prices in the quote of their series, times its rate. */
function convert({ values, inQuote }: NumbersRead, rates: readonly Float64Array[] | undefined): void {
  values.forEach((own, s) => {
    const rate = rates?.[s];
    if (inQuote[s] !== true || rate === undefined) return;
    for (let i = 0; i < own.length; i += 1) own[i] = (own[i] as number) * (rate[i] as number);
  });
}

/** The medians of the peers' prices, or the deviations from them. */
function derived(
  reader: Reader,
  name: NumberColumn,
  head: ColumnsHead,
  numbers: ReadonlyMap<NumberColumn, readonly Float64Array[]>,
): readonly Float64Array[] {
  if (!(name in PRICE_OF)) throw reader.flaw();
  const prices = numbers.get(PRICE_OF[name as keyof typeof PRICE_OF]);
  if (prices === undefined) throw reader.flaw();
  if (name !== 'dLow' && name !== 'dHigh') return medians(head, prices);
  const references = numbers.get(name === 'dLow' ? 'referenceLow' : 'referenceHigh');
  return prices.map((own, s) => {
    const reference = references?.[s];
    if (reference === undefined) throw reader.flaw();
    const out = new Float64Array(own.length);
    for (let i = 0; i < own.length; i += 1) out[i] = (own[i] as number) / (reference[i] as number) - 1;
    return out;
  });
}

function medians({ median, answer, series }: ColumnsHead, prices: readonly Float64Array[]): readonly Float64Array[] {
  const peers = prices.filter((_, s) => series[s]?.isPeer === true);
  const own = series.map(({ venue }) => {
    const at = median === 'others' ? series.findIndex((one) => one.isPeer && one.venue === venue) : -1;
    return prices[at];
  });
  const out = prices.map(({ length }) => new Float64Array(length));
  const sorted = new Median(peers.length);
  const minutes = prices[0]?.length ?? NaN;
  for (let i = 0; i < minutes; i += 1) {
    sorted.clear();
    for (const peer of peers) sorted.add(peer[i] as number);
    for (let s = 0; s < out.length; s += 1)
      (out[s] as Float64Array)[i] = sorted.without(own[s]?.[i] ?? NaN, answer.minPeers);
  }
  return out;
}
