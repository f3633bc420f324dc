import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { withoutIdleClips } from './idleClips';
import { drawPicture } from './picture';
import { samplePicture } from './testing/samplePicture';

/** A rectangle of 80 by 40 at 10, 10, which clips one path. */
const clipped = (path: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="60" viewBox="0 0 100 60"><defs><clipPath id="zr-c0">\n<path d="M10 10l80 0l0 40l-80 0Z" fill="#000"></path>\n</clipPath></defs>
<g clip-path="url(#zr-c0)">
${path}
</g>
</svg>`;
const line = (d: string, rest = 'stroke-width="2"'): string =>
  `<path d="${d}" fill="none" stroke="#000" ${rest}></path>`;
const pixels = (svg: string): Buffer => new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels;
const isClipped = (svg: string): boolean => svg.includes('<g clip-path');

describe('a clip', () => {
  it.each([
    ['a line within it', line('M20 20L40 45.5L80 14.5')],
    ['a curve whose control points lie within it', line('M20 20C30 15 40 45 80 30')],
    ['several lines within it', `${line('M20 20L40 30')}\n${line('M20 40L40 30')}`],
    ['an area without a stroke that fills it', '<path d="M10 10L90 10L90 50L10 50Z" fill="#000" stroke="none"></path>'],
  ])('that cuts nothing off %s is left out, and the picture is the same', (_, path) => {
    const svg = clipped(path);
    const lean = withoutIdleClips(svg);
    expect(isClipped(lean)).toBe(false);
    expect(pixels(lean).equals(pixels(svg))).toBe(true);
  });

  it.each([
    ['a line that leaves it', line('M20 20L40 70')],
    ['a line that leaves it by a negative number', line('M-5 20L40 30')],
    ['a line whose stroke leaves it', line('M20 11L40 11', 'stroke-width="4"')],
    ['a line whose stroke is one wide unless it says so', line('M20 10.2L40 10.2', '')],
    ['a curve whose control point leaves it', line('M20 20C30 -10 40 48 80 30')],
    ['one of two lines', `${line('M20 20L40 30')}\n${line('M20 20L95 30')}`],
    ['a path in steps', line('M20 20l20 50')],
    ['a path that is moved', line('M20 20L40 30', 'transform="translate(60 0)"')],
    ['a text', '<text x="5" y="30">low</text>'],
  ])('that may cut something off stays: %s', (_, path) => {
    const svg = clipped(path);
    expect(withoutIdleClips(svg)).toBe(svg);
  });

  it('that is no rectangle stays', () => {
    const svg = clipped(line('M20 20L40 30')).replace('M10 10l80 0l0 40l-80 0Z', 'M10 10L90 10L50 50Z');
    expect(withoutIdleClips(svg)).toBe(svg);
  });

  it('is rare in a picture', () => {
    const svg = withoutIdleClips(drawPicture(samplePicture(false)));
    expect(svg.split('<g clip-path').length - 1).toBeLessThan(4);
  });
});
