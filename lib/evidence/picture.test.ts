import decodeQR from 'qr/decode.js';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chartSvg } from './chartSvg';
import { readPicture, renderPicture } from './picture';
import { pictureSvg } from './pictureSvg';
import { renumbered } from './renumbered';
import { escapeXml } from './xml';
import { textsOf } from '../sealed/pngFile';
import { pngOf } from './pngText';
import { pngPixels } from './testing/pngPixels';
import { hashOf, samplePicture } from './testing/samplePicture';

const sizeOf = (png: Buffer): readonly [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];
const svgOf = (simulated: boolean): { svg: string; height: number } => {
  const { chart, title, subtitle, footer } = samplePicture(simulated);
  return pictureSvg({
    title,
    subtitle,
    footer,
    simulated,
    width: 800,
    chart: { ...chart, theme: 'light', width: 800 },
  });
};

describe('a picture', () => {
  it('has the same bytes whatever was drawn before in the process', () => {
    const before = hashOf(renderPicture(samplePicture(false)));
    renderPicture(samplePicture(true));
    expect(hashOf(renderPicture(samplePicture(false)))).toBe(before);
  });

  it('has the same bytes in another process, in another time zone', () => {
    const program = join(import.meta.dirname, 'testing', 'samplePicture.ts');
    const other = spawnSync(process.execPath, ['--import', 'tsx', program, '--print-hash'], {
      encoding: 'utf8',
      env: { ...process.env, TZ: 'America/New_York', LANG: 'de_DE.UTF-8' },
    });
    expect(other.stderr).toBe('');
    expect(other.stdout).toBe(hashOf(renderPicture(samplePicture(false))));
  });

  it('gives back the metadata it was made with', () => {
    const { metadata } = samplePicture(false);
    expect(readPicture(renderPicture(samplePicture(false)))).toEqual(metadata);
  });

  it('is twice as large at two pixels a CSS pixel', () => {
    const [width, height] = sizeOf(renderPicture(samplePicture(false)));
    expect(
      sizeOf(renderPicture({ ...samplePicture(false), look: { size: 'sheet', theme: 'light', density: 2 } })),
    ).toEqual([2 * width, 2 * height]);
    expect(width).toBe(800);
  });

  it.each([
    ['light', 1],
    ['light', 2],
    ['dark', 1],
  ] as const)('says its address to whoever reads its QR code: %s, %i pixels a CSS pixel', (theme, density) => {
    const picture = samplePicture(true);
    expect(decodeQR(pngPixels(renderPicture({ ...picture, look: { size: 'sheet', theme, density } })))).toBe(
      picture.footer.qr,
    );
  });

  it('has what stands on it as texts beside its pixels, one line each', () => {
    const picture = samplePicture(false);
    const footer = { ...picture.footer, rates: '환산율 ±\u00a00.04\u00a0%', rateNotes: ['One.\n', 'Two.'] };
    const texts = textsOf(renderPicture({ ...picture, footer: { ...footer, asOf: '2025-11-01 08:30 UTC' } }));
    expect(Object.fromEntries(texts)).toMatchObject({
      'plumbline:title': 'ATOM',
      'plumbline:sentence': 'ATOM traded as low as 0.001 USD on binance.',
      'plumbline:window': '2025-10-10T21:10Z to 2025-10-10T21:30Z, UTC',
      'plumbline:books': 'binance ATOM/USDT (rest), coinbase ATOM/USD (rest)',
      'plumbline:reference': 'the others’ median',
      'plumbline:peers': '1',
      'plumbline:rates': '환산율 ± 0.04 %',
      'plumbline:threshold': '2 %; ends below 1 %',
      'plumbline:as-of': '2025-11-01 08:30 UTC',
      'plumbline:notes': 'One.  Two.',
    });
  });

  it('of simulated prices says so when only the answer knows it', () => {
    const picture = samplePicture(true);
    const png = renderPicture({ ...picture, metadata: { ...picture.metadata, simulated: false } });
    expect(readPicture(png)?.simulated).toBe(true);
  });

  it('of simulated prices says so in its title, its chart and its footer, so that no part of it can be cut free', () => {
    const { svg, height } = svgOf(true);
    const stamps = [...svg.matchAll(/translate\((-?[\d.]+) (-?[\d.]+)\) rotate\(-18\)[^>]*>SIMULATED</g)].map(
      ([, x, y]) => [Number(x), Number(y)] as const,
    );
    for (let top = 0; top + 300 <= height; top += 50) {
      for (let left = 0; left + 400 <= 800; left += 50) {
        const whole = stamps.some(([x, y]) => x >= left && x <= left + 400 && y >= top && y <= top + 300);
        expect(whole, `a cut of 400 × 300 at ${left}, ${top}`).toBe(true);
      }
    }
    expect(svg).toContain('NO EXCHANGE PUBLISHED THESE PRICES');
    expect(svgOf(false).svg).not.toContain('SIMULATED');
  });

  it('shows what is not markup as text', () => {
    expect(escapeXml('<a href="x">&\u0000')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;\ufffd');
    expect(() =>
      renderPicture({ ...samplePicture(false), title: '</text><script>"&\u0001', subtitle: '\ud800' }),
    ).not.toThrow();
  });

  it('refuses a width nobody can look at', () => {
    expect(() => renderPicture({ ...samplePicture(false), width: 1e9 })).toThrow('pixels wide');
  });
});

describe('the ids of a drawing', () => {
  it('are numbered by first appearance', () => {
    expect(renumbered('zr7-cls-12 zr7-c3 zr7-cls-12 zr7-cls-2')).toBe('zr-cls0 zr-c0 zr-cls0 zr-cls1');
  });

  it('do not depend on the charts drawn before', () => {
    const { chart } = samplePicture(false);
    const draw = (): string => chartSvg({ ...chart, theme: 'light', width: 600 });
    expect(draw()).toBe(draw());
  });
});

describe('a PNG', () => {
  it('is read by others as the pixels it was made from', () => {
    const [width, height] = [40, 30];
    const rgba = Buffer.from(
      Array.from({ length: width * height }, (_, i) => [i % 256, (i * 7) % 256, i % 40 > 20 ? 0 : 255, 255]).flat(),
    );
    expect(pngPixels(pngOf({ width, height, rgba }, { note: 'beside' })).data.equals(rgba)).toBe(true);
  });
});

describe('texts in a PNG', () => {
  const png = renderPicture(samplePicture(false));

  it('hold any sign', () => {
    const dot = { width: 1, height: 1, rgba: Buffer.from([1, 2, 3, 255]) };
    expect(textsOf(pngOf(dot, { note: 'Grüße, 한국어, −99.95 %' })).get('note')).toBe('Grüße, 한국어, −99.95 %');
  });

  it('of a damaged or cut file are refused', () => {
    const damaged = Buffer.from(png);
    damaged.writeUInt8(damaged.readUInt8(60) ^ 1, 60);
    expect(() => readPicture(damaged)).toThrow('damaged');
    expect(() => readPicture(png.subarray(0, png.length - 5))).toThrow('cut off');
    expect(() => readPicture(Buffer.from('GIF89a'))).toThrow('not a PNG');
  });

  it('of a stranger’s picture are not taken for ours', () => {
    const strange = Buffer.concat([png.subarray(0, 33), png.subarray(png.indexOf('IDAT') - 4)]);
    expect(readPicture(strange)).toBeUndefined();
  });
});
