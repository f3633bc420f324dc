import type { Bytes } from '../../sealed/bytes';

/** Texts one behind the other as UTF-8. Each may go when the next is made: at no time the whole stands as text beside its bytes. */
export function bytesOfPieces(pieces: Iterable<string>): Bytes {
  const encoder = new TextEncoder();
  const parts: Bytes[] = [];
  let length = 0;
  for (const piece of pieces) {
    const part = encoder.encode(piece);
    parts.push(part);
    length += part.length;
  }
  const out = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** What `JSON.stringify` makes of an object, each element of its lists a piece: of an answer a piece holds one venue's rows. */
export function* jsonPieces(value: object): Generator<string, void, undefined> {
  let before = '{';
  for (const [name, own] of Object.entries(value) as [string, unknown][]) {
    const key = `${before}${JSON.stringify(name)}:`;
    if (Array.isArray(own)) {
      yield `${key}[`;
      for (const [i, element] of own.entries()) yield `${i === 0 ? '' : ','}${written(element) ?? 'null'}`;
      yield ']';
    } else {
      const text = written(own);
      if (text === undefined) continue;
      yield key + text;
    }
    before = ',';
  }
  yield before === '{' ? '{}' : '}';
}

/** undefined: no JSON has it. */
const written = (value: unknown): string | undefined => JSON.stringify(value);
