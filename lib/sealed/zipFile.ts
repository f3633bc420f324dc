import { crc32, textOf, viewOf, type Bytes } from './bytes';
import { inflated } from './inflated';

/** What of a zip is read at most. A bundle has some dozen files; two days of the candles of a hundred books are some 40 MB. */
export const MOST = { files: 128, bytes: 400 * 1024 * 1024, ratio: 300 } as const;
export type MostOfZip = Readonly<Record<keyof typeof MOST, number>>;

/** What a small zip may always unpack to, whatever the ratio: a file of one long run packs a thousandfold. */
const SMALL = 4 * 1024 * 1024;

/**
 * Why a zip cannot be read: it unpacks to more than any bundle; its names leave its folder or stand twice; it is cut off; it is packed in another way than
 * bundles are, so that two programs could unpack two things from it.
 */
export type ZipFault = 'unpacks-large' | 'names' | 'damaged' | 'packed-otherwise';

export interface ZipEntry {
  readonly name: string;
  /** What it unpacks to, in bytes. */
  readonly size: number;
  /** undefined: it cannot be unpacked. */
  readonly content: () => Bytes | undefined;
}

const END = { mark: 0x06_05_4b_50, size: 22 } as const;
const LISTED = { mark: 0x02_01_4b_50, size: 46 } as const;
const LOCAL = { mark: 0x04_03_4b_50, size: 30 } as const;
const STORED = 0;
const DEFLATED = 8;
/** As bundles are written: names in UTF-8, a file's sizes before it; of 1980-01-01; by Unix, a plain file that its owner may write. */
const OURS = { flags: 0x08_00, time: 0, date: 0x21, system: 3, attributes: 0o100644 * 0x1_00_00 } as const;

/**
 * The files of a zip by its list of them (APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16), each unpacked when it is asked for and no further than the
 * list says. Only the shape that bundles have is read: files end to end from the first byte, each called the same before it as in the list; the list right
 * behind them; behind that the end, with no comment. Whoever reads it from the front, from the back or by its list finds the same. Nothing has an
 * extra field, in which another name or size could stand; zip64 is one.
 */
export function zipEntries(zip: Bytes, most: MostOfZip = MOST): readonly ZipEntry[] | ZipFault {
  try {
    return entriesOf(zip, most);
  } catch (cause) {
    if (cause instanceof RangeError) return 'damaged';
    throw cause;
  }
}

function entriesOf(zip: Bytes, most: MostOfZip): readonly ZipEntry[] | ZipFault {
  const view = viewOf(zip);
  const end = zip.length - END.size;
  if (view.getUint32(end, true) !== END.mark) return 'damaged';
  const [disk, listDisk, here, count] = shortsAt(view, end + 4, 4);
  const [list, comment] = [view.getUint32(end + 16, true), view.getUint16(end + 20, true)];
  const isOneDisk = disk === 0 && listDisk === 0 && here === count;
  if (!isOneDisk || comment !== 0 || list + view.getUint32(end + 12, true) !== end) return 'packed-otherwise';
  if (count > most.files) return 'unpacks-large';
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let [at, local, total] = [list, 0, 0];
  for (let i = 0; i < count; i += 1) {
    const listed = listedAt(zip, view, at);
    if (listed === undefined || listed.local !== local || !isSameBefore(zip, view, listed)) return 'packed-otherwise';
    const { name, size } = listed;
    total += size;
    if (total > most.bytes || total > Math.max(SMALL, most.ratio * zip.length)) return 'unpacks-large';
    if (!isPlainName(name) || names.has(name)) return 'names';
    names.add(name);
    const packed = zip.subarray(contentAt(listed), contentAt(listed) + listed.packed);
    entries.push({ name, size, content: () => contentOf(packed, listed) });
    local = contentAt(listed) + listed.packed;
    at = listed.next;
  }
  return at === end && local === list ? entries : 'packed-otherwise';
}

type Shorts = readonly [number, number, number, number];
const shortsAt = (view: DataView, at: number, count: 4): Shorts =>
  Array.from({ length: count }, (_, i) => view.getUint16(at + 2 * i, true)) as unknown as Shorts;

interface Listed {
  readonly name: string;
  readonly nameBytes: Bytes;
  readonly method: number;
  /** The CRC-32 of what it unpacks to. */
  readonly sum: number;
  readonly packed: number;
  readonly size: number;
  /** Where the file begins, with what stands before it. */
  readonly local: number;
  /** Where in the list it stands, and the next one does. */
  readonly at: number;
  readonly next: number;
}

/** A file as the list has it; undefined: in another way than bundles do. */
function listedAt(zip: Bytes, view: DataView, at: number): Listed | undefined {
  const [name, extra, comment, disk] = shortsAt(view, at + 28, 4);
  const [flags, method, time, date] = shortsAt(view, at + 8, 4);
  const nameBytes = zip.subarray(at + LISTED.size, at + LISTED.size + name);
  const isOurs =
    view.getUint32(at, true) === LISTED.mark &&
    view.getUint8(at + 5) === OURS.system &&
    flags === OURS.flags &&
    (method === STORED || method === DEFLATED) &&
    time === OURS.time &&
    date === OURS.date &&
    extra === 0 &&
    comment === 0 &&
    disk === 0 &&
    view.getUint16(at + 36, true) === 0 &&
    view.getUint32(at + 38, true) === OURS.attributes;
  if (!isOurs) return undefined;
  return {
    name: textOf(nameBytes),
    nameBytes,
    method,
    sum: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    local: view.getUint32(at + 42, true),
    at,
    next: at + LISTED.size + name,
  };
}

/** Whether the same stands before a file as in the list: version, flags, method, time, checksum, sizes, the name, and no extra field. */
function isSameBefore(zip: Bytes, view: DataView, { local, at, nameBytes }: Listed): boolean {
  if (local + LOCAL.size + nameBytes.length > zip.length || view.getUint32(local, true) !== LOCAL.mark) return false;
  // From the version on both have the same fields, 26 bytes with the lengths of name and extra field.
  for (let i = 0; i < LOCAL.size - 4; i += 1) if (zip[local + 4 + i] !== zip[at + 6 + i]) return false;
  return nameBytes.every((byte, i) => zip[local + LOCAL.size + i] === byte);
}

const contentAt = ({ local, nameBytes }: Listed): number => local + LOCAL.size + nameBytes.length;

/** A name that stays in its folder wherever it is unpacked, and is one of a file. */
const isPlainName = (name: string): boolean =>
  !/[\\\p{Cc}\ufffd]|^[A-Za-z]:/u.test(name) && !name.split('/').some((part) => ['', '.', '..'].includes(part));

/** undefined: it cannot be unpacked, or some program would not: its checksum is another. */
function contentOf(packed: Bytes, { method, sum, size }: Listed): Bytes | undefined {
  const content = method === STORED ? storedOf(packed, size) : deflatedOf(packed, size);
  return content === undefined || crc32(content) !== sum ? undefined : content;
}

const storedOf = (packed: Bytes, size: number): Bytes | undefined => (packed.length === size ? packed : undefined);

function deflatedOf(packed: Bytes, size: number): Bytes | undefined {
  const found = inflated([packed], size, 'raw');
  return found?.isExact === true ? found.bytes : undefined;
}
