import { crc32, deflateRawSync } from 'node:zlib';

/** 1980-01-01T00:00, the first time a zip entry can name: fixed, so that the same file has the same bytes everywhere. */
const DOS_TIME = 0;
const DOS_DATE = 0x0021;
/** Version 2.0: deflate. */
const VERSION = 20;
const DEFLATED = 8;

/** The fields both headers of an entry share. */
function commonFields(packed: Buffer, whole: Buffer, nameLength: number): Buffer {
  const out = Buffer.alloc(26);
  out.writeUInt16LE(VERSION, 0);
  out.writeUInt16LE(DEFLATED, 4);
  out.writeUInt16LE(DOS_TIME, 6);
  out.writeUInt16LE(DOS_DATE, 8);
  out.writeUInt32LE(crc32(whole), 10);
  out.writeUInt32LE(packed.length, 14);
  out.writeUInt32LE(whole.length, 18);
  out.writeUInt16LE(nameLength, 22);
  return out;
}

const signature = (value: number): Buffer => {
  const out = Buffer.alloc(4);
  out.writeUInt32LE(value);
  return out;
};

/** A zip of files, as PKWARE's APPNOTE 6.3 lays it out; up to 4 GB. The same bytes whenever and wherever it is made. */
export function zipOfFiles(files: readonly { readonly name: string; readonly whole: Buffer }[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const { name, whole } of files) {
    const packed = deflateRawSync(whole);
    const nameBytes = Buffer.from(name, 'utf8');
    const common = commonFields(packed, whole, nameBytes.length);
    const local = Buffer.concat([signature(0x04034b50), common, nameBytes, packed]);
    // Made by version 2.0; then the common fields, no comment, disk 0, no attributes, and where the entry begins.
    centrals.push(
      Buffer.concat([
        signature(0x02014b50),
        Buffer.from([VERSION, 0]),
        common,
        Buffer.alloc(10),
        signature(at),
        nameBytes,
      ]),
    );
    locals.push(local);
    at += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, central, signature(0x06054b50), end]);
}

/** A zip of one file. */
export const zipOf = (name: string, whole: Buffer): Buffer => zipOfFiles([{ name, whole }]);
