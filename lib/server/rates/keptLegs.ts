import { endianness } from 'node:os';
import type { LegDay } from '../../analysis/rates/legDay';
import type { LegTeller, RatePair } from '../../analysis/rates/legs';
import { ONE, type Span } from '../../analysis/rates/span';
import type { LegMedians } from '../../analysis/rates/block/rateKernel';
import type { LeftOutBook } from '../../analysis/types';
import { MINUTES_PER_DAY } from '../../domain/minute';
import { sha256Bytes } from '../../evidence/sha256';

/** Raised when the file's form changes, or what legs say of the same candles: files of an earlier form are forgotten. */
const FORM = `1 ${endianness()}`;

/** What is said of all pairs that share one rate. */
interface Shared {
  readonly pairs: readonly RatePair[];
  readonly lenders: readonly string[];
}

interface TellerHead {
  readonly shared: readonly Shared[];
  /** Each quote, and its span as numbers are written in JavaScript, which is exact; without one: no leg. */
  readonly spans: readonly (readonly [quote: string, least?: string, most?: string])[];
}

interface Head {
  readonly form: string;
  readonly name: string;
  readonly legs: TellerHead;
  /** Where namesakes were left out. */
  readonly beforeNamesakes?: TellerHead;
  readonly leftOut: readonly (Omit<LeftOutBook, 'of' | 'factor'> & {
    readonly of?: LeftOutBook['of'];
    readonly factor?: string;
  })[];
}

const DIGEST_BYTES = 32;
const LENGTH_BYTES = 4;
const DOUBLE = Float64Array.BYTES_PER_ELEMENT;
/** Medians and errors. */
const DOUBLE_COLUMNS = 2;
/** Rules and counts of legs. */
const BYTE_COLUMNS = 2;
const COLUMNS_BYTES = MINUTES_PER_DAY * (DOUBLE_COLUMNS * DOUBLE + BYTE_COLUMNS);

const bytesOf = (column: Float64Array | Uint8Array): Uint8Array =>
  new Uint8Array(column.buffer, column.byteOffset, column.byteLength);

/**
 * What the legs of a day say of some pairs, as a file: SHA-256 of the rest (32 bytes), length of the head (4 bytes, little-endian), the head in JSON, blanks up to
 * a whole number of doubles, and the columns as the machine holds them. `name`: what it rests on.
 */
export function fileOfLegDay(
  name: string,
  { legs, beforeNamesakes, leftOut }: LegDay,
  pairs: readonly RatePair[],
): Buffer<ArrayBuffer> {
  const own = sharedOf(legs, pairs);
  const before = beforeNamesakes === legs ? undefined : sharedOf(beforeNamesakes, pairs);
  const head: Head = {
    form: FORM,
    name,
    legs: own.head,
    ...(before === undefined ? {} : { beforeNamesakes: before.head }),
    leftOut: leftOut.map(({ market, source, why, of, factor }) => ({
      market,
      source,
      why,
      ...(of === undefined ? {} : { of }),
      ...(factor === undefined ? {} : { factor: String(factor) }),
    })),
  };
  const text = Buffer.from(JSON.stringify(head));
  const first = firstColumn(text.length);
  const all = [...own.medians, ...(before?.medians ?? [])];
  const file = Buffer.allocUnsafeSlow(first + all.length * COLUMNS_BYTES);
  file.writeUInt32LE(text.length, DIGEST_BYTES);
  file.set(text, DIGEST_BYTES + LENGTH_BYTES);
  file.fill(0, DIGEST_BYTES + LENGTH_BYTES + text.length, first);
  let at = first;
  for (const { median, error, rule, legs: count } of all)
    for (const column of [median, error, rule, count]) {
      file.set(bytesOf(column), at);
      at += column.byteLength;
    }
  file.set(sha256Bytes(file.subarray(DIGEST_BYTES)));
  return file;
}

/** Where columns begin behind a head of so many bytes. */
const firstColumn = (head: number): number => Math.ceil((DIGEST_BYTES + LENGTH_BYTES + head) / DOUBLE) * DOUBLE;

interface SharedMedians {
  readonly head: TellerHead;
  readonly medians: readonly LegMedians[];
}

function sharedOf(teller: LegTeller, pairs: readonly RatePair[]): SharedMedians {
  const byMedians = new Map<LegMedians, { readonly pairs: RatePair[]; readonly lenders: readonly string[] }>();
  for (const { quote, venue } of pairs) {
    const medians = teller.medians(quote, venue);
    const shared = byMedians.get(medians) ?? { pairs: [], lenders: teller.lenders(quote, venue) };
    shared.pairs.push({ quote, venue });
    byMedians.set(medians, shared);
  }
  const spans = [...new Set(pairs.map(({ quote }) => quote))].map((quote): TellerHead['spans'][number] => {
    const span = teller.span(quote);
    return span === undefined ? [quote] : [quote, String(span.least), String(span.most)];
  });
  return { head: { shared: [...byMedians.values()], spans }, medians: [...byMedians.keys()] };
}

/** A day's legs as they were kept, and of which pairs they tell. */
export interface KeptLegDay {
  readonly legDay: LegDay;
  readonly pairs: readonly RatePair[];
}

/** undefined: torn, altered, of another form, or of other candles than those asked for. The columns are views of `bytes` where that is possible. */
export function legDayOfFile(bytes: Buffer, name: string): KeptLegDay | undefined {
  const rest = bytes.subarray(DIGEST_BYTES);
  const isWhole = rest.length >= LENGTH_BYTES && sha256Bytes(rest).equals(bytes.subarray(0, DIGEST_BYTES));
  return isWhole ? legDayOfMade(bytes, name) : undefined;
}

/** The same of a file that was made just now, by this process. */
export function legDayOfMade(bytes: Buffer, name: string): KeptLegDay | undefined {
  const rest = bytes.subarray(DIGEST_BYTES);
  const length = rest.readUInt32LE();
  const head = JSON.parse(rest.subarray(LENGTH_BYTES, LENGTH_BYTES + length).toString()) as Head;
  if (head.form !== FORM || head.name !== name) return undefined;
  const tail = bytes.subarray(firstColumn(length));
  const columns = tail.byteOffset % DOUBLE === 0 ? tail : new Uint8Array(tail);
  const legs = new KeptLegs(head.legs, columns, 0);
  const legDay: LegDay = {
    legs,
    beforeNamesakes:
      head.beforeNamesakes === undefined
        ? legs
        : new KeptLegs(head.beforeNamesakes, columns, head.legs.shared.length * COLUMNS_BYTES),
    leftOut: head.leftOut.map(({ market, source, why, of, factor }) => ({
      market,
      source,
      why,
      of,
      factor: factor === undefined ? undefined : Number(factor),
    })),
  };
  return { legDay, pairs: head.legs.shared.flatMap(({ pairs }) => pairs) };
}

interface Told {
  readonly medians: LegMedians;
  readonly lenders: readonly string[];
}

const keyOf = ({ quote, venue }: RatePair): string => `${quote} ${venue}`;

/** The legs of a day as far as they were kept. */
class KeptLegs implements LegTeller {
  readonly hasLegs = false;
  readonly #told = new Map<string, Told>();
  readonly #spans: ReadonlyMap<string, Span | undefined>;

  constructor({ shared, spans }: TellerHead, columns: Uint8Array, from: number) {
    for (const [i, { pairs, lenders }] of shared.entries()) {
      const told = { medians: mediansAt(columns, from + i * COLUMNS_BYTES), lenders };
      for (const pair of pairs) this.#told.set(keyOf(pair), told);
    }
    this.#spans = new Map(
      spans.map(([quote, least, most]) => [
        quote,
        least === undefined || most === undefined ? undefined : { least: Number(least), most: Number(most) },
      ]),
    );
  }

  tells(pair: RatePair): boolean {
    return this.#told.has(keyOf(pair));
  }

  medians(quote: string, leftOut: string): LegMedians {
    return this.#of(quote, leftOut).medians;
  }

  lenders(quote: string, leftOut: string): readonly string[] {
    return this.#of(quote, leftOut).lenders;
  }

  span(quote: string): Span | undefined {
    if (quote === 'USD') return ONE;
    if (!this.#spans.has(quote)) throw new RangeError(`no legs of ${quote} were kept`);
    return this.#spans.get(quote);
  }

  legsAt(): never {
    throw new RangeError('single legs are not kept');
  }

  #of(quote: string, venue: string): Told {
    const told = this.#told.get(keyOf({ quote, venue }));
    if (told === undefined) throw new RangeError(`no legs of ${quote} for ${venue} were kept`);
    return told;
  }
}

function mediansAt(columns: Uint8Array, from: number): LegMedians {
  const { buffer, byteOffset } = columns;
  const double = (i: number): Float64Array =>
    new Float64Array(buffer, byteOffset + from + i * DOUBLE * MINUTES_PER_DAY, MINUTES_PER_DAY);
  const byte = (i: number): Uint8Array =>
    new Uint8Array(buffer, byteOffset + from + (DOUBLE_COLUMNS * DOUBLE + i) * MINUTES_PER_DAY, MINUTES_PER_DAY);
  return { median: double(0), error: double(1), rule: byte(0), legs: byte(1) };
}
