import { describe, expect, it } from 'vitest';
import { KINDS } from '../../domain/market';
import { seriesLook, venueColour, venueDash, VENUES_WITH_LOOKS } from './venueColour';

type Rgb = readonly [number, number, number];
const linear = (hex: string): Rgb => {
  const channel = (at: number): number => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
};
const times = (matrix: readonly Rgb[], [r, g, b]: Rgb): Rgb =>
  matrix.map(([x, y, z]) => Math.max(0, x * r + y * g + z * b)) as unknown as Rgb;

/** Machado, Oliveira and Fernandes 2009, severity 1. */
const SIGHTS: Readonly<Record<string, readonly Rgb[]>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** CIE L*a*b* under D65. */
function lab(rgb: Rgb): Rgb {
  const [x, y, z] = times(
    [
      [0.4124, 0.3576, 0.1805],
      [0.2126, 0.7152, 0.0722],
      [0.0193, 0.1192, 0.9505],
    ],
    rgb,
  );
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [fx, fy, fz] = [f(x / 0.95047), f(y), f(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const distance = (a: Rgb, b: Rgb): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
const contrast = (a: string, b: string): number => {
  const light = (hex: string): number => times([[0.2126, 0.7152, 0.0722]], linear(hex))[0];
  const [x, y] = [light(a), light(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
};

describe('a venue’s colour', () => {
  it('is its own among at least sixteen venues, in both themes', () => {
    expect(VENUES_WITH_LOOKS.length).toBeGreaterThanOrEqual(16);
    for (const theme of ['light', 'dark'] as const)
      expect(new Set(VENUES_WITH_LOOKS.map((venue) => venueColour(venue, theme))).size).toBe(VENUES_WITH_LOOKS.length);
  });

  // A difference of 10 in L*a*b* is seen at a glance between two lines.
  it.each(Object.keys(SIGHTS))('can be told from the other solid lines with %s sight', (sight) => {
    const matrix = SIGHTS[sight] ?? [];
    for (const theme of ['light', 'dark'] as const) {
      const solid = VENUES_WITH_LOOKS.filter((venue) => venueDash(venue) === 'solid').map((venue) => ({
        venue,
        seen: lab(times(matrix, linear(venueColour(venue, theme)))),
      }));
      expect(solid).toHaveLength(8);
      solid.forEach((a, i) => {
        solid.slice(i + 1).forEach((b) => {
          expect(distance(a.seen, b.seen), `${a.venue} and ${b.venue}, ${theme}`).toBeGreaterThan(10);
        });
      });
    }
  });

  // 2.4 : 1 is little for text, enough for a line that its dash and legend name as well.
  it('stands out from the paper', () => {
    for (const venue of VENUES_WITH_LOOKS) {
      expect(contrast(venueColour(venue, 'light'), '#ffffff'), venue).toBeGreaterThan(2.4);
      expect(contrast(venueColour(venue, 'dark'), '#14181b'), venue).toBeGreaterThan(2.4);
    }
  });

  it('is carried by a dash too from the ninth venue on', () => {
    expect(VENUES_WITH_LOOKS.slice(0, 8).map(venueDash)).toEqual(Array<string>(8).fill('solid'));
    VENUES_WITH_LOOKS.slice(8).forEach((venue) => {
      expect(venueDash(venue)).not.toBe('solid');
    });
  });

  it('is the same every time for a venue nobody listed, dotted', () => {
    expect(venueColour('newvenue', 'light')).toBe(venueColour('newvenue', 'light'));
    expect(venueColour('newvenue', 'light')).toMatch(/^#[0-9a-f]{6}$/);
    expect(venueDash('constructor')).toBe('dotted');
  });
});

describe('a venue with several kinds of price', () => {
  it.each(['binance', 'htx', 'nobodyknows'])('%s draws each of them differently', (venue) => {
    for (const theme of ['light', 'dark'] as const) {
      const looks = KINDS.map((kind) => JSON.stringify(seriesLook({ venue, kind }, theme)));
      expect(new Set(looks).size).toBe(KINDS.length);
    }
  });

  it('keeps its colour in its contract, and its spot book looks as it does alone', () => {
    expect(seriesLook({ venue: 'okx', kind: 'perp' }, 'light').colour).toBe(venueColour('okx', 'light'));
    expect(seriesLook({ venue: 'okx', kind: 'spot' }, 'dark')).toEqual({
      colour: venueColour('okx', 'dark'),
      dash: venueDash('okx'),
    });
  });
});
