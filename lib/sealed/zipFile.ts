import { textOf, viewOf, type Bytes } from './bytes';
import { inflated } from './inflated';

/** What of a zip is read at most. A bundle has some dozen files; two days of the candles of a hundred books are some 40 MB. */
export const MOST = { files: 128, bytes: 400 * 1024 * 1024, ratio: 300 } as const;

/** What a small zip may always unpack to, whatever the ratio: a file of one long run packs a thousandfold. */
const SMALL = 4 * 1024 * 1024;

/** Why a zip cannot be read: it unpacks to more than any bundle; its names leave its folder or stand twice; it is cut off or of another kind. */
export type ZipFault = 'unpacks-large' | 'names' | 'damaged';

export interface ZipEntry {
  readonly name: string;
  /** undefined: it cannot be unpacked. */
  readonly content: () => Bytes | undefined;
}

const END = { mark: 0x06_05_4b_50, size: 22, comment: 0xff_ff } as const;
const LISTED = { mark: 0x02_01_4b_50, size: 46 } as const;
const LOCAL = { mark: 0x04_03_4b_50, size: 30 } as const;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/**
 * The files of a zip by its list of them (APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16), each unpacked when it is asked for and no further than the
 * list says. Without zip64, which no bundle needs.
 */
export function zipEntries(zip: Bytes): readonly ZipEntry[] | ZipFault {
  try {
    return entriesOf(zip);
  } catch (cause) {
    if (cause instanceof RangeError) return 'damaged';
    throw cause;
  }
}

function entriesOf(zip: Bytes): readonly ZipEntry[] | ZipFault {
  const view = viewOf(zip);
  const end = endOf(view);
  if (end === undefined) return 'damaged';
  const count = view.getUint16(end + 10, true);
  if (count > MOST.files) return 'unpacks-large';
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let [at, total] = [view.getUint32(end + 16, true), 0];
  for (let i = 0; i < count; i += 1) {
    const listed = listedAt(zip, view, at);
    if (listed === undefined) return 'damaged';
    const { name, size } = listed;
    total += size;
    if (total > MOST.bytes || total > Math.max(SMALL, MOST.ratio * zip.length)) return 'unpacks-large';
    if (!isPlainName(name) || names.has(name)) return 'names';
    names.add(name);
    // A folder has no content.
    if (!name.endsWith('/')) entries.push({ name, content: () => contentOf(zip, view, listed) });
    at = listed.next;
  }
  return entries;
}

/** Where the end's record begins: the last one whose comment reaches the end of the file. */
function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END.size;
  for (let at = last; at >= Math.max(0, last - END.comment); at -= 1)
    if (view.getUint32(at, true) === END.mark && view.getUint16(at + 20, true) === last - at) return at;
  return undefined;
}

interface Listed {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly local: number;
  /** Where the next one is listed. */
  readonly next: number;
}

function listedAt(zip: Bytes, view: DataView, at: number): Listed | undefined {
  if (view.getUint32(at, true) !== LISTED.mark || (view.getUint16(at + 8, true) & ENCRYPTED) !== 0) return undefined;
  const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
    number,
    number,
    number,
  ];
  return {
    name: textOf(zip.subarray(at + LISTED.size, at + LISTED.size + name)),
    method: view.getUint16(at + 10, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    local: view.getUint32(at + 42, true),
    next: at + LISTED.size + name + extra + comment,
  };
}

/** A name that stays in its folder wherever it is unpacked. */
const isPlainName = (name: string): boolean =>
  name !== '' && !/[\\\p{Cc}\ufffd]|^[A-Za-z]:/u.test(name) && !name.startsWith('/') && !name.split('/').includes('..');

function contentOf(zip: Bytes, view: DataView, { method, packed, size, local }: Listed): Bytes | undefined {
  if (local + LOCAL.size > zip.length || view.getUint32(local, true) !== LOCAL.mark) return undefined;
  const from = local + LOCAL.size + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + packed > zip.length) return undefined;
  const bytes = zip.subarray(from, from + packed);
  if (method === STORED) return packed === size ? bytes : undefined;
  return method === DEFLATED ? inflated([bytes], size, 'raw') : undefined;
}
