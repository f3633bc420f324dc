import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { Damaged, packedLines, type Packed } from './lines';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-lines-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Lines that do not pack well, so that a cut falls amid them. */
const TEXT = Array.from({ length: 20_000 }, (_, i) => String(Math.sin(i))).join('\n');

async function zipped(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function linesIn(bytes: Buffer, packed: Packed): Promise<readonly string[]> {
  const file = join(folder, 'piece');
  await writeFile(file, bytes);
  const lines: string[] = [];
  for await (const chunk of packedLines(file, packed)) lines.push(...chunk.map(({ text }) => text));
  return lines;
}

describe('a packed file', () => {
  it.each([
    ['a gzip', 'gzip', () => gzipSync(TEXT)],
    ['a zip', 'zip', () => zipped({ 'a.csv': TEXT })],
  ] as const)('is read line by line from %s, empty lines counted, whatever ends them', async (_, packed, bytes) => {
    expect((await linesIn(await bytes(), { packed })).join('\n')).toBe(TEXT);
    const odd = packed === 'gzip' ? gzipSync('a\r\n\r\n\nb') : await zipped({ 'a.csv': 'a\r\n\r\n\nb' });
    await writeFile(join(folder, 'piece'), odd);
    const numbered: unknown[] = [];
    for await (const chunk of packedLines(join(folder, 'piece'), { packed })) numbered.push(...chunk);
    expect(numbered).toEqual([
      { number: 1, text: 'a' },
      { number: 4, text: 'b' },
    ]);
  });

  it.each([
    ['a gzip that is cut off', 'gzip', () => gzipSync(TEXT).subarray(0, 40_000)],
    ['a file that is no gzip', 'gzip', () => Buffer.from(TEXT)],
    ['a zip that is cut off', 'zip', async () => (await zipped({ 'a.csv': TEXT })).subarray(0, 40_000)],
    [
      'a zip with a byte changed amid its contents',
      'zip',
      async () => {
        const bytes = await zipped({ 'a.csv': TEXT });
        bytes.writeUInt8(bytes.readUInt8(50_000) ^ 0xff, 50_000);
        return bytes;
      },
    ],
    ['a zip of two files', 'zip', () => zipped({ 'a.csv': 'a', 'b.csv': 'b' })],
  ] as const)('ends with an error, and never hangs, for %s', async (_, packed, bytes) => {
    await expect(linesIn(await bytes(), { packed })).rejects.toThrow(Damaged);
  });

  it('that is not there ends with an error', async () => {
    await expect(packedLines(join(folder, 'none'), { packed: 'gzip' }).next()).rejects.toThrow(Damaged);
    await expect(packedLines(join(folder, 'none'), { packed: 'zip' }).next()).rejects.toThrow(Damaged);
  });

  it('of many files gives the one that is named, in whatever folder, and says which it lacks', async () => {
    const zip = await zipped({ 'Q4/ATOMUSD_1.csv': 'one', 'Q4/ATOMUSD_5.csv': 'five', 'Q4/XBTUSD_1.csv': 'btc' });
    expect(await linesIn(zip, { packed: 'zip', entry: 'ATOMUSD_1.csv' })).toEqual(['one']);
    await expect(linesIn(zip, { packed: 'zip', entry: 'ATOMEUR_1.csv' })).rejects.toThrow(
      'it contains no file ATOMEUR_1.csv',
    );
  });

  it('may be left amid its lines', async () => {
    await writeFile(join(folder, 'piece'), gzipSync(TEXT));
    let chunks = 0;
    for await (const chunk of packedLines(join(folder, 'piece'), { packed: 'gzip' })) {
      expect(chunk.length).toBeGreaterThan(0);
      chunks += 1;
      break;
    }
    expect(chunks).toBe(1);
  });
});
