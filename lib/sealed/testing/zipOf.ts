import { crc32, deflateRawSync } from 'node:zlib';
import type { Bytes } from '../bytes';

/** A file of a zip; what is not said is as bundles have it. */
export interface Part {
  readonly name: string;
  readonly content?: Uint8Array;
  /** What it says it unpacks to; default: what it does. */
  readonly size?: number;
  readonly method?: number;
  /** Its checksum, where that is not true. */
  readonly sum?: number;
  readonly flags?: number;
  readonly time?: number;
  readonly attributes?: number;
  readonly extra?: string;
  readonly comment?: string;
  /** Bytes behind the packed ones that count as such. */
  readonly behind?: string;
  /** What stands before the file where that is not what the list says. */
  readonly before?: Partial<Record<'method' | 'flags' | 'size' | 'packed', number> & Record<'name' | 'extra', string>>;
}

/** A zip, byte by byte (APPNOTE, section 4.3): files with what stands before each, the list, the end. */
export function zipOf(parts: readonly Part[]): Bytes {
  const [locals, list]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const part of parts) {
    const { name, content = new Uint8Array(), size = content.length, method = 8, flags = 0x08_00, before = {} } = part;
    const { extra = '', comment = '', time = 0, attributes = 0o100644 * 65_536 } = part;
    const packed = Buffer.concat([
      method === 8 ? deflateRawSync(content) : content,
      Buffer.from(part.behind ?? '', 'latin1'),
    ]);
    const common = {
      name,
      size,
      method,
      flags,
      time,
      packed: packed.length,
      extra: '',
      sum: part.sum ?? crc32(content),
    };
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields({ ...common, ...before })]);
    const rest = Buffer.alloc(14);
    rest.writeUInt16LE(comment.length, 0);
    rest.writeUInt32LE(attributes, 6);
    rest.writeUInt32LE(at, 10);
    const own = fields({ ...common, extra });
    const one = [Buffer.from('504b01023f03', 'hex'), own.subarray(0, 26), rest, own.subarray(26), Buffer.from(comment)];
    locals.push(local, packed);
    list.push(...one);
    at += local.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(list).length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...locals, ...list, end]));
}

interface Fields extends Record<'method' | 'flags' | 'time' | 'sum' | 'packed' | 'size', number> {
  readonly name: string;
  readonly extra: string;
}

/** What stands before a file and in the list alike. */
function fields({ name, method, flags, time, sum, packed, size, extra }: Fields): Buffer {
  const fixed = Buffer.alloc(26);
  for (const [at, value] of [
    [0, 20],
    [2, flags],
    [4, method],
    [6, time],
    // 1980-01-01.
    [8, 0x21],
    [22, Buffer.byteLength(name)],
    [24, extra.length],
  ] as const)
    fixed.writeUInt16LE(value, at);
  for (const [at, value] of [
    [10, sum],
    [14, packed],
    [18, size],
  ] as const)
    fixed.writeUInt32LE(value, at);
  return Buffer.concat([fixed, Buffer.from(name), Buffer.from(extra)]);
}

/** A zip in pieces: its files, and their list for files that begin so many bytes later. */
export function partsOf(zip: Bytes): { readonly locals: Buffer; readonly list: (later: number) => Buffer } {
  const bytes = Buffer.from(zip);
  const end = bytes.length - 22;
  const from = bytes.readUInt32LE(end + 16);
  return {
    locals: bytes.subarray(0, from),
    list: (later) => {
      const list = Buffer.from(bytes.subarray(from, end));
      for (
        let at = 0;
        at < list.length;
        at += 46 + [28, 30, 32].reduce((sum, one) => sum + list.readUInt16LE(at + one), 0)
      )
        list.writeUInt32LE(list.readUInt32LE(at + 42) + later, at + 42);
      return list;
    },
  };
}
