import { brotliCompressSync, constants } from 'node:zlib';
import { HEADER_BYTES, SIGNATURE } from '../../api/columns/format';

/** Something a page asked for besides itself. */
export interface Fetched {
  readonly address: string;
  /** Milliseconds from the start of the navigation. */
  readonly askedAtMs: number;
  /** Of the body as it came over the wire, compressed. */
  readonly bytes: number;
}

/** What a page asked for, when it was first painted, and the addresses of the scripts that its HTML names. */
export interface Asked {
  readonly fetched: readonly Fetched[];
  /** Milliseconds from the start of the navigation. */
  readonly contentful: number;
  readonly named: readonly string[];
}

/** Bytes of scripts as they came: those that the page begins with, which its HTML names or it asks for before its first paint; the others; and of these the chart's own. */
export interface ScriptBytes {
  readonly begun: number;
  readonly after: number;
  readonly chart: number;
}

const isScript = ({ address }: Fetched): boolean => new URL(address).pathname.endsWith('.js');
const isData = ({ address }: Fetched): boolean => new URL(address).searchParams.get('format') === 'columns';

const total = (fetched: readonly Fetched[]): number => fetched.reduce((sum, { bytes }) => sum + bytes, 0);

/**
 * A script asked for at the moment of the paint itself came after it. The chart's own are those that a page with the
 * chart and nothing else does not begin with either: `chartAlone`, by their addresses.
 */
export function scriptBytes(asked: Asked, chartAlone: ReadonlySet<string>): ScriptBytes {
  const after = scriptsAfter(asked);
  return {
    begun: total(asked.fetched.filter(isScript)) - total(after),
    after: total(after),
    chart: total(after.filter(({ address }) => chartAlone.has(address))),
  };
}

export const scriptsAfter = ({ fetched, contentful, named }: Asked): readonly Fetched[] =>
  fetched.filter((one) => isScript(one) && !named.includes(one.address) && !(one.askedAtMs < contentful));

/** Bytes of the answers that a page asked for to draw its chart. */
export const dataBytes = (fetched: readonly Fetched[]): number => total(fetched.filter(isData));

/** What the server compresses with while a reader waits. */
const QUALITY = 5;
/** Bytes on the wire. */
export const compressed = (body: string | Uint8Array): number =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }).length;

/** Next's pieces of a page that are bytes, as base64: `self.__next_f.push([3,"…"])`. */
const PIECES = /self\.__next_f\.push\(\[3,"([A-Za-z0-9+/=]*)"\]\)/g;

/** An answer as columns inside bytes: where it begins and ends; undefined where there is none. */
function columnsIn(bytes: Buffer): { readonly from: number; readonly to: number } | undefined {
  const from = bytes.indexOf(Buffer.from(SIGNATURE));
  if (from < 0 || from + HEADER_BYTES > bytes.length) return undefined;
  return { from, to: from + bytes.readUInt32LE(from + SIGNATURE.length) };
}

/** By how many bytes the columns inside a page's HTML make it longer on the wire. 0: it has none. */
export function columnsInside(html: string): number {
  const bytes = Buffer.concat([...html.matchAll(PIECES)].map(([, text]) => Buffer.from(text ?? '', 'base64')));
  const found = columnsIn(bytes);
  if (found === undefined) return 0;
  const rest = Buffer.concat([bytes.subarray(0, found.from), bytes.subarray(found.to)]);
  const around = html.replaceAll(PIECES, '');
  return compressed(around + bytes.toString('base64')) - compressed(around + rest.toString('base64'));
}
