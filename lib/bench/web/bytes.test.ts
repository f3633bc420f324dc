import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { columnsInside, dataBytes, scriptBytes, type Fetched } from './bytes';

const HOST = 'http://127.0.0.1:1';
const fetched: readonly Fetched[] = [
  { address: `${HOST}/_next/static/chunks/a.js`, askedAtMs: 10, bytes: 1_000 },
  { address: `${HOST}/_next/static/chunks/b.js?v=1`, askedAtMs: 90, bytes: 200 },
  { address: `${HOST}/_next/static/chunks/c.css`, askedAtMs: 10, bytes: 40_000 },
  { address: `${HOST}/_next/static/chunks/chart.js`, askedAtMs: 100, bytes: 30 },
  { address: `${HOST}/api/v1/deviations?asset=ATOM&format=columns`, askedAtMs: 120, bytes: 5 },
  { address: `${HOST}/api/v1/deviations?asset=ATOM&format=json`, askedAtMs: 120, bytes: 70 },
];

describe('bytes of scripts', () => {
  const chartAlone = new Set([`${HOST}/_next/static/chunks/a.js`, `${HOST}/_next/static/chunks/chart.js`]);

  it('are parted by the first paint', () => {
    expect(scriptBytes({ fetched, contentful: 100, named: [] }, chartAlone)).toEqual({
      begun: 1_200,
      after: 30,
      chart: 30,
    });
  });

  it('are what the page begins with where its HTML names them, however late they are asked for', () => {
    const named = [`${HOST}/_next/static/chunks/a.js`];
    expect(scriptBytes({ fetched, contentful: 0, named }, chartAlone)).toEqual({ begun: 1_000, after: 230, chart: 30 });
  });

  it('are all after a paint that never came', () => {
    expect(scriptBytes({ fetched, contentful: NaN, named: [] }, chartAlone)).toEqual({
      begun: 0,
      after: 1_230,
      chart: 1_030,
    });
  });

  it('are not the chart’s where a page with the chart alone does without them', () => {
    expect(scriptBytes({ fetched, contentful: 50, named: [] }, chartAlone)).toEqual({
      begun: 1_000,
      after: 230,
      chart: 30,
    });
  });
});

describe('bytes of data', () => {
  it('are those of columns', () => {
    expect(dataBytes(fetched)).toBe(5);
  });
});

describe('columns inside a page', () => {
  const SIZE = 9_000;
  /** Noise, so that no compression makes it shorter: 16 bytes of header say its length. */
  const columns = Buffer.concat([
    Buffer.from([0x50, 0x4c, 0x42, 0x43, 2, 0, 0, 0, SIZE & 255, SIZE >> 8, 0, 0, 1, 2, 3, 4]),
    Buffer.concat(Array.from({ length: 281 }, (_, at) => createHash('sha256').update(String(at)).digest())).subarray(
      0,
      SIZE - 16,
    ),
  ]);
  const page = (bytes: Buffer, cut: number): string => {
    const piece = (part: Buffer): string => `<script>self.__next_f.push([3,"${part.toString('base64')}"])</script>`;
    return `<html><p>${'text '.repeat(400)}</p>${piece(bytes.subarray(0, cut))}${piece(bytes.subarray(cut))}</html>`;
  };
  const [before, behind] = [Buffer.from('before '.repeat(50)), Buffer.from(' behind'.repeat(50))];

  it('weigh what they weigh, cut in two pieces or whole', () => {
    const bytes = Buffer.concat([before, columns, behind]);
    for (const cut of [10, 5_000]) {
      const weight = columnsInside(page(bytes, cut));
      // Base64 has four letters of 64 for three bytes of 256: compressed again it is within some percent of the bytes themselves.
      expect(weight).toBeGreaterThan(0.98 * SIZE);
      expect(weight).toBeLessThan(1.06 * SIZE);
    }
  });

  it('are nothing where there are none', () => {
    expect(columnsInside(page(Buffer.concat([before, behind]), 10))).toBe(0);
    expect(columnsInside('<html></html>')).toBe(0);
  });
});
