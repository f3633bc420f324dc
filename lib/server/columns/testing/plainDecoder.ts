// A second reader of columns, made from docs/columns.md alone: one value at a time, without regard to speed. It shares nothing with
// the first, so that where both agree the page describes what is written.

type Row = number;
type Column = Row[][];

export interface PlainAnswer {
  readonly head: {
    readonly answer: { readonly from: string; readonly minPeers: number };
    readonly median: string | null;
    readonly series: readonly { readonly venue: string; readonly rows: number; readonly isPeer: boolean }[];
  };
  readonly minutes: Column;
  readonly columns: Readonly<Record<string, Column>>;
}

const NAMES = [
  ...['missing', 'weak', 'peers', 'rateRule', 'rate', 'rateUncertainty', 'uncertainty', 'close', 'low', 'high'],
  ...['referenceClose', 'referenceLow', 'referenceHigh', 'dLow', 'dHigh', 'open'],
];

export function plainlyRead(bytes: Uint8Array): PlainAnswer {
  const buffer = Buffer.from(bytes);
  let at = 0;
  const take = (length: number): Buffer => {
    if (at + length > buffer.length) throw new Error('too short');
    return buffer.subarray(at, (at += length));
  };
  const uint32 = (): number => take(4).readUInt32LE();
  const byte = (): number => take(1).readUInt8();
  const integers = (n: number): number[] => {
    const w = byte();
    const planes = Array.from({ length: w }, () => take(n));
    return Array.from({ length: n }, (_, i) => {
      const zigZagged = planes.reduceRight((sum, plane) => sum * 256n + BigInt(plane.readUInt8(i)), 0n);
      return Number(zigZagged % 2n === 0n ? zigZagged / 2n : -(zigZagged + 1n) / 2n);
    });
  };
  const doubles = (n: number): number[] => {
    const planes = Array.from({ length: 8 }, () => take(n));
    return Array.from({ length: n }, (_, i) => Buffer.from(planes.map((plane) => plane.readUInt8(i))).readDoubleBE());
  };

  if (take(8).toString('latin1') !== 'PLBC\u0002\0\0\0') throw new Error('no columns');
  if (uint32() !== buffer.length) throw new Error('another length');
  if (uint32() !== plainCrc(buffer.subarray(16))) throw new Error('another checksum');
  const head = JSON.parse(take(uint32()).toString('utf8')) as PlainAnswer['head'];
  const { series } = head;
  const total = series.reduce((sum, { rows }) => sum + rows, 0);
  const bySeries = (values: readonly number[]): Column => {
    let from = 0;
    return series.map(({ rows }) => values.slice(from, (from += rows)));
  };
  const summed = (column: Column, first: number): Column =>
    column.map((steps) => steps.map((_, i) => steps.slice(0, i + 1).reduce((sum, step) => sum + step, first)));

  const first = Date.parse(head.answer.from) / 60_000;
  const minutes =
    byte() === 0
      ? series.map(({ rows }) => Array.from({ length: rows }, (_, i) => first + i))
      : summed(bySeries(integers(total)), first);
  const columns: Record<string, Column> = {};
  let quotedClose: Column = [];

  const numbers = (name: string): Column => {
    const [ways, scales, holes, inQuote] = [
      take(series.length),
      take(series.length),
      take(series.length),
      take(series.length),
    ];
    const bitmaps = series.map(({ rows }, s) => (holes[s] === 1 ? take(Math.ceil(rows / 8)) : undefined));
    const firsts = integers(series.length);
    const whole = integers(uint32());
    const real = doubles(uint32());
    const odd = uint32();
    const [places, instead] = [integers(odd), doubles(odd)];
    const values = series.map(({ rows }, s) => {
      const power = Number(`1e${String(scales[s])}`);
      let before = firsts[s] ?? NaN;
      return Array.from({ length: rows }, (_, i) => {
        const own = quotedClose[s]?.[i] ?? NaN;
        const last = quotedClose[s]?.[i - 1] ?? NaN;
        const close = name === 'open' && !Number.isNaN(own) && !Number.isNaN(last) ? last : own;
        const bit = ((bitmaps[s]?.[i >> 3] ?? 255) >> (i % 8)) % 2;
        if (bit === 0 || (holes[s] === 2 && Number.isNaN(close))) return NaN;
        if (ways[s] === 2) return real.shift() ?? NaN;
        const integer = whole.shift() ?? NaN;
        if (ways[s] === 3) return integer / power;
        if (ways[s] === 1) return (integer + (Number.isNaN(close) ? 0 : Math.round(close * power))) / power;
        before += integer;
        return before / power;
      });
    });
    let place = 0;
    places.forEach((step, i) => {
      place += step;
      let [s, row] = [0, place];
      while (row >= (series[s]?.rows ?? Infinity)) row -= series[s++]?.rows ?? NaN;
      (values[s] ?? [])[row] = instead[i] ?? NaN;
    });
    if (quotedClose.length === 0) quotedClose = values.map((own) => [...own]);
    return values.map((own, s) =>
      own.map((value, i) => (inQuote[s] === 1 ? value * (columns['rate']?.[s]?.[i] ?? NaN) : value)),
    );
  };
  const pools = (): Column => {
    const [first = { rows: 0 }] = series;
    const counts = integers(first.rows);
    const values = doubles(counts.reduce((sum, count) => sum + count, 0));
    return bySeries(integers(total)).map((own) =>
      own.map((place, i) =>
        place === 0 ? NaN : (values[counts.slice(0, i).reduce((sum, count) => sum + count, 0) + place - 1] ?? NaN),
      ),
    );
  };
  const pool = (): Column => {
    const values = doubles(uint32());
    return bySeries(integers(total)).map((own) => own.map((place) => (place === 0 ? NaN : (values[place - 1] ?? NaN))));
  };
  const derived = (name: string): Column => {
    const price = { C: 'close', L: 'low', H: 'high' }[/[CLH]/.exec(name)?.[0] ?? ''] ?? '';
    const prices = columns[price] ?? [];
    if (name.startsWith('d')) {
      const references = columns[price === 'low' ? 'referenceLow' : 'referenceHigh'] ?? [];
      return prices.map((own, s) => own.map((value, i) => value / (references[s]?.[i] ?? NaN) - 1));
    }
    return series.map(({ rows, venue }) =>
      Array.from({ length: rows }, (_, i) => {
        const peers = series.flatMap((one, s) =>
          one.isPeer && !(head.median === 'others' && one.venue === venue) ? [prices[s]?.[i] ?? NaN] : [],
        );
        const sorted = peers.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
        if (sorted.length < head.answer.minPeers || sorted.length === 0) return NaN;
        const middle = sorted.length / 2;
        return sorted.length % 2 === 1
          ? (sorted[Math.floor(middle)] ?? NaN)
          : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
      }),
    );
  };

  for (const name of NAMES) {
    const form = byte();
    if (form === 0) continue;
    columns[name] =
      form === 1
        ? summed(bySeries(integers(total)), 0)
        : form === 2
          ? numbers(name)
          : form === 3
            ? pools()
            : form === 4
              ? pool()
              : derived(name);
  }
  if (at !== buffer.length) throw new Error('too long');
  return { head, minutes, columns };
}

/** RFC 1952, section 8, a bit at a time. */
function plainCrc(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1;
  }
  return (crc ^ 0xffff_ffff) >>> 0;
}
