import { brokenWords } from '../../../words/en/formats';

const MAGIC = 0x184d2204;
/** A block that did not shrink is stored as it is, and says so in its highest bit. */
const STORED = 0x80000000;

class Broken extends Error {}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A length above 14 goes on in bytes, each added, the last of them below 255. */
function lengthAt(input: DataView, at: number, short: number): readonly [length: number, at: number] {
  if (short < 15) return [short, at];
  for (let length = short; ;) {
    const byte = input.getUint8(at);
    length += byte;
    at += 1;
    if (byte < 255) return [length, at];
  }
}

/** Writes bytes again from `offset` back; where they overlap what they write, they repeat. */
function repeat(output: Uint8Array, end: number, offset: number, length: number): void {
  for (let done = 0; done < length;) {
    const more = Math.min(offset + done, length - done);
    output.copyWithin(end + done, end - offset, end - offset + more);
    done += more;
  }
}

/**
 * Unpacks one LZ4 block to `to` and gives where it ends. A match may reach back before the block: blocks of a frame are linked unless
 * it says otherwise. Throws a RangeError for a block that is cut off. Format: lz4.org, "LZ4 Block Format Description".
 */
function unpackBlock(bytes: Uint8Array, output: Uint8Array, to: number): number {
  const input = viewOf(bytes);
  let [at, end] = [0, to];
  while (at < bytes.length) {
    const token = input.getUint8(at);
    const [literals, from] = lengthAt(input, at + 1, token >> 4);
    if (from + literals > bytes.length || end + literals > output.length) throw new Broken(brokenWords.overruns);
    output.set(bytes.subarray(from, from + literals), end);
    end += literals;
    at = from + literals;
    if (at === bytes.length) break;
    const offset = input.getUint16(at, true);
    const [extra, next] = lengthAt(input, at + 2, token & 15);
    const length = extra + 4;
    if (offset === 0 || offset > end || end + length > output.length) throw new Broken(brokenWords.match);
    repeat(output, end, offset, length);
    end += length;
    at = next;
  }
  return end;
}

/**
 * Unpacks an LZ4 frame, as Arrow packs its buffers, to the number of bytes it is known to hold. Its checksums are passed over: Arrow
 * writes none. Throws for what is no frame, or is cut off. Format: lz4.org, "LZ4 Frame Format Description".
 */
export function unpackLz4Frame(input: Uint8Array, length: number): Uint8Array {
  const view = viewOf(input);
  if (input.length < 7 || view.getUint32(0, true) !== MAGIC) throw new Broken(brokenWords.noFrame);
  const flags = view.getUint8(4);
  const [sumsBlocks, saysSize, namesDictionary] = [flags & 16, flags & 8, flags & 1];
  if (namesDictionary !== 0) throw new Broken(brokenWords.dictionary);
  const output = new Uint8Array(length);
  let end = 0;
  for (let at = saysSize === 0 ? 7 : 15; ;) {
    if (at + 4 > input.length) throw new Broken(brokenWords.frameCutOff);
    const size = view.getUint32(at, true);
    at += 4;
    if (size === 0) break;
    const bytes = size & ~STORED;
    if (at + bytes > input.length) throw new Broken(brokenWords.frameCutOff);
    const block = input.subarray(at, at + bytes);
    if (size >= STORED) {
      if (end + bytes > length) throw new Broken(brokenWords.overruns);
      output.set(block, end);
      end += bytes;
    } else end = unpackBlock(block, output, end);
    at += bytes + (sumsBlocks === 0 ? 0 : 4);
  }
  if (end !== length) throw new Broken(brokenWords.otherLength);
  return output;
}
