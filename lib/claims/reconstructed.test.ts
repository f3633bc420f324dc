import { describe, expect, it } from 'vitest';
import { MarkWatch } from './reconstructed';

const seen = (name: string, ...chunks: readonly Uint8Array[]): boolean => {
  const watch = new MarkWatch(name);
  for (const chunk of chunks) watch.take(chunk);
  return watch.isSeen;
};
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const TEXT = 'Time,Price,Note\n2025-10-10,RRECONSTRUCTED EXAMPLE; invented\n2025-10-11,1\n';

describe('the mark of the worked example', () => {
  it.each([
    ['in a row of a file of any name', 'mine.csv', TEXT, true],
    ['in its name alone', 'reconstructed-example-fills.csv', 'Time\n', true],
    ['in neither', 'mine.csv', 'Time,Price\n2025,RECONSTRUCTED\nEXAMPLE\n', false],
    ['in a file of nothing', 'mine.csv', '', false],
  ])('%s', (_, name, text, is) => {
    expect(seen(name, utf8(text))).toBe(is);
  });

  it('is seen wherever the file is cut, to single bytes', () => {
    const bytes = utf8(TEXT);
    for (let at = 0; at <= bytes.length; at += 1)
      expect(seen('mine.csv', bytes.subarray(0, at), bytes.subarray(at)), String(at)).toBe(true);
    expect(seen('mine.csv', ...Array.from(bytes, (byte) => Uint8Array.of(byte)))).toBe(true);
  });

  it('is seen in UTF-16, of either order', () => {
    for (const isBig of [false, true]) {
      const bytes = new Uint8Array(2 * TEXT.length);
      const view = new DataView(bytes.buffer);
      for (let i = 0; i < TEXT.length; i += 1) view.setUint16(2 * i, TEXT.charCodeAt(i), !isBig);
      expect(seen('mine.csv', bytes)).toBe(true);
    }
  });
});
