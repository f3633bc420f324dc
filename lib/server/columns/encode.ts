import { crc32 } from 'node:zlib';
import {
  CODE_COLUMNS,
  FORM,
  HEADER_BYTES,
  PRICE_OF,
  SIGNATURE,
  type CodeColumn,
  type ColumnsHead,
  type NumberColumn,
} from '../../api/columns/format';
import { closesBefore } from '../../api/columns/closesBefore';
import { Median } from '../../api/columns/leaveOneOut';
import { pairOf } from '../../domain/market';
import { parseMinute } from '../../domain/minute';
import { promised } from '../../domain/unit';
import { Bytes } from './bytes';
import type { Deviations } from '../deviations/deviationsAnswer';
import type { SeriesRows } from '../deviations/rows';
import { writeNumbers, type Numbers } from './numbers';
import { writePool, writePools } from './pools';
import { drawnRows } from './drawn';
import {
  drawnPrice,
  drawnRatio,
  EXACT,
  keepingExtremes,
  ROUNDED,
  roundedUncertainties,
  writtenPrice,
  writtenRatio,
} from './rounded';

/**
 * An answer as binary columns (`docs/columns.md`): every minute's figures to the bit; those of a long window, whose rows stand
 * for buckets, rounded to what pages write.
 */
export function columnsOf({ facts, rows: all }: Deviations): Uint8Array<ArrayBuffer> {
  const isEvery = facts.resolutionMinutes === 1;
  const rows = isEvery ? all : all.map((series) => drawnRows(series, facts.resolutionMinutes));
  const median = isEvery ? medianFor(facts.reference) : null;
  const head: ColumnsHead = {
    answer: facts,
    rounded: isEvery ? EXACT : ROUNDED,
    median,
    series: rows.map(({ market, minutes }) => ({
      venue: market.venue,
      market: pairOf(market),
      kind: market.kind,
      isPeer: market.kind === 'spot' && (facts.bloc === 'all' || facts.bloc === market.quote),
      rows: minutes.length,
    })),
  };
  const out = new Bytes();
  const text = new TextEncoder().encode(JSON.stringify(head));
  out.uint32(text.length);
  out.all(text);
  writeMinutes(out, rows, promised(parseMinute(facts.from)));
  for (const name of CODE_COLUMNS) writeCodes(out, name, rows, isEvery);
  if (isEvery) writeEvery(out, head, rows);
  else writeRounded(out, rows, facts.resolutionMinutes);
  return sealed(out.done());
}

/** Signature, length and checksum in front. */
function sealed(body: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(HEADER_BYTES + body.length);
  whole.set(SIGNATURE);
  whole.set(body, HEADER_BYTES);
  const view = new DataView(whole.buffer);
  view.setUint32(8, whole.length, true);
  view.setUint32(12, crc32(body), true);
  return whole;
}

const medianFor = (reference: string): ColumnsHead['median'] =>
  reference === 'others' || reference === 'all' ? reference : null;

/** 0: a row a minute from the window's first on; 1: each minute less the one before, the first less the window's first. */
function writeMinutes(out: Bytes, rows: readonly SeriesRows[], from: number): void {
  const isUnbroken = rows.every(({ minutes }) => minutes.every((at, i) => at === from + i));
  out.byte(isUnbroken ? 0 : 1);
  if (isUnbroken) return;
  const gaps: number[] = [];
  for (const { minutes } of rows)
    minutes.forEach((at, i) => gaps.push(at - (i === 0 ? from : (minutes[i - 1] as number))));
  out.integers(gaps);
}

function writeCodes(out: Bytes, name: CodeColumn, rows: readonly SeriesRows[], isEvery: boolean): void {
  if (!isEvery && name === 'peers') {
    out.byte(FORM.absent);
    return;
  }
  const steps = new Int32Array(rows.reduce((sum, { minutes }) => sum + minutes.length, 0));
  let at = 0;
  for (const series of rows) {
    const codes = series[name];
    let before = 0;
    for (let i = 0; i < codes.length; i += 1) {
      const code = codes[i] as number;
      steps[at] = code - before;
      before = code;
      at += 1;
    }
  }
  out.byte(FORM.codes);
  out.integers(steps);
}

function writeEvery(out: Bytes, head: ColumnsHead, rows: readonly SeriesRows[]): void {
  const all = (name: Exclude<NumberColumn, 'open'>): readonly Float64Array[] => rows.map((series) => series[name]);
  writePools(out, all('rate'));
  writePool(out, all('rateUncertainty').map(roundedUncertainties));
  writePool(out, all('uncertainty').map(roundedUncertainties));
  const close = pricesOf(rows, 'close');
  writeNumbers(out, close);
  writeNumbers(out, pricesOf(rows, 'low'), close);
  writeNumbers(out, pricesOf(rows, 'high'), close);
  for (const name of ['referenceClose', 'referenceLow', 'referenceHigh'] as const) {
    const values = all(name);
    if (head.median !== null && areSame(values, mediansOf(head, rows, PRICE_OF[name]))) out.byte(FORM.derived);
    else writePools(out, values);
  }
  for (const [name, reference] of [
    ['dLow', 'referenceLow'],
    ['dHigh', 'referenceHigh'],
  ] as const) {
    const values = all(name);
    const isDerived = rows.every((series) => isDerivedFrom(series[name], series[PRICE_OF[name]], series[reference]));
    if (isDerived) out.byte(FORM.derived);
    else writeNumbers(out, asTheyAre(values));
  }
  if (rows.every(({ open }) => open !== undefined))
    writeNumbers(out, pricesOf(rows, 'open'), { ...close, values: close.values.map(closesBefore) });
  else out.byte(FORM.absent);
}

const areSame = (some: readonly Float64Array[], others: readonly Float64Array[]): boolean =>
  some.every((own, s) => isSame(own, others[s] as Float64Array));

// Plain loops: the methods of typed arrays that take a function are several times as slow.

/** To the bit, the sign of 0 included; holes are equal. */
function isSame(own: Float64Array, other: Float64Array): boolean {
  for (let i = 0; i < own.length; i += 1) if (!Object.is(own[i], other[i])) return false;
  return true;
}

function isDerivedFrom(own: Float64Array, price: Float64Array, reference: Float64Array): boolean {
  for (let i = 0; i < own.length; i += 1)
    if (!Object.is(own[i], (price[i] as number) / (reference[i] as number) - 1)) return false;
  return true;
}

const asTheyAre = (values: readonly Float64Array[]): Numbers => ({ values, inQuote: values.map(() => false) });

/** A price column: in its quote where the rate times it is the price, to the bit, in every row that has one. */
function pricesOf(rows: readonly SeriesRows[], name: 'open' | 'low' | 'high' | 'close') {
  const all = rows.map((series) => series[name] ?? new Float64Array(0));
  const quoted = rows.map((series, s) => {
    const raw = series.quoted?.()[name];
    return raw === undefined ? undefined : quotedAs(all[s] as Float64Array, raw, series.rate);
  });
  return {
    values: rows.map((_, s) => quoted[s] ?? (all[s] as Float64Array)),
    inQuote: quoted.map((raw) => raw !== undefined),
  };
}

/** The prices in their quote, holes where the price has one; undefined where some price is not its rate times it, to the bit. */
function quotedAs(own: Float64Array, raw: Float64Array, rate: Float64Array): Float64Array | undefined {
  const out = new Float64Array(own.length).fill(NaN);
  for (let i = 0; i < own.length; i += 1) {
    const [value, price] = [own[i] as number, raw[i] as number];
    if (value !== value) continue;
    if (!Object.is(value, price * (rate[i] as number))) return undefined;
    out[i] = price;
  }
  return out;
}

/** What the reader derives: of each series and minute the median of the peers' prices, without its own venue's or with it. */
function mediansOf(
  { median, answer, series }: ColumnsHead,
  rows: readonly SeriesRows[],
  price: 'low' | 'high' | 'close',
): readonly Float64Array[] {
  const peers = rows.filter((_, s) => series[s]?.isPeer === true);
  const own = rows.map(({ market }) =>
    median === 'others' ? peers.find((peer) => peer.market.venue === market.venue) : undefined,
  );
  const out = rows.map(({ minutes }) => new Float64Array(minutes.length));
  const sorted = new Median(peers.length);
  const prices = peers.map((peer) => peer[price]);
  const left = own.map((peer) => peer?.[price]);
  for (let i = 0; i < (rows[0]?.minutes.length ?? NaN); i += 1) {
    sorted.clear();
    for (const column of prices) sorted.add(column[i] as number);
    for (let s = 0; s < out.length; s += 1)
      (out[s] as Float64Array)[i] = sorted.without(left[s]?.[i] ?? NaN, answer.minPeers);
  }
  return out;
}

function writeRounded(out: Bytes, rows: readonly SeriesRows[], size: number): void {
  const all = (name: Exclude<NumberColumn, 'open'>): readonly Float64Array[] => rows.map((series) => series[name]);
  out.byte(FORM.absent);
  out.byte(FORM.absent);
  writePool(out, all('uncertainty').map(roundedUncertainties));
  const prices = { written: writtenPrice, drawn: drawnPrice(all('close')) };
  const ratios = { written: writtenRatio, drawn: drawnRatio([...all('dLow'), ...all('dHigh')]) };
  const kept = (name: 'low' | 'high' | 'dLow' | 'dHigh', sign: 1 | -1, roundings: typeof prices): Numbers =>
    asTheyAre(rows.map((series) => keepingExtremes(series[name], series.minutes, size, sign, roundings)));
  const drawn = (name: 'close' | 'referenceClose'): Numbers =>
    asTheyAre(all(name).map((column) => column.map(prices.drawn)));
  const close = drawn('close');
  writeNumbers(out, close);
  writeNumbers(out, kept('low', -1, prices), close);
  writeNumbers(out, kept('high', 1, prices), close);
  writeNumbers(out, drawn('referenceClose'), close);
  out.byte(FORM.absent);
  out.byte(FORM.absent);
  writeNumbers(out, { ...kept('dLow', -1, ratios), isNoise: true });
  writeNumbers(out, { ...kept('dHigh', 1, ratios), isNoise: true });
  out.byte(FORM.absent);
}
