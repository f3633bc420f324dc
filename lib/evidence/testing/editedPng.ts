import { crc32, deflateSync, inflateSync } from 'node:zlib';

interface EditedChunk {
  readonly type: string;
  readonly content: Buffer;
}

/** A PNG written anew with its chunks changed, checksums right: as an editor would save it. */
export function editedPng(png: Buffer, edit: (chunk: EditedChunk) => readonly EditedChunk[]): Buffer {
  const parts = [png.subarray(0, 8)];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const content = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    for (const one of edit({ type: png.toString('latin1', at + 4, at + 8), content })) {
      const named = Buffer.concat([Buffer.from(one.type, 'latin1'), one.content]);
      const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
      size.writeUInt32BE(one.content.length);
      sum.writeUInt32BE(crc32(named));
      parts.push(size, named, sum);
    }
  }
  return Buffer.concat(parts);
}

const keywordOf = ({ type, content }: EditedChunk): string | undefined =>
  type === 'iTXt' ? content.toString('latin1', 0, content.indexOf(0)) : undefined;

/** One text with something in it replaced. */
export const withText = (png: Buffer, keyword: string, from: string, to: string): Buffer =>
  editedPng(png, (chunk) =>
    keywordOf(chunk) === keyword
      ? [{ ...chunk, content: Buffer.from(chunk.content.toString('utf8').replace(from, to), 'utf8') }]
      : [chunk],
  );

/** Without the texts whose keywords match. */
export const withoutTexts = (png: Buffer, keywords: RegExp): Buffer =>
  editedPng(png, (chunk) => (keywords.test(keywordOf(chunk) ?? '') ? [] : [chunk]));

/** The pixels packed anew: with one of them another by one step, or with none changed. */
export const repacked = (png: Buffer, step: 0 | 1): Buffer =>
  editedPng(png, (chunk) => {
    if (chunk.type !== 'IDAT') return [chunk];
    const rows = inflateSync(chunk.content);
    const middle = Math.floor(png.readUInt32BE(20) / 2) * (1 + 4 * png.readUInt32BE(16)) + 1;
    rows.writeUInt8(rows.readUInt8(middle) ^ step, middle);
    return [{ type: 'IDAT', content: deflateSync(rows, { level: 9 }) }];
  });
