// How far apart two colours are, to every eye.

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

/** Linear light as these see it: Machado, Oliveira and Fernandes 2009, severity 1. */
const MATRICES = {
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
} as const satisfies Readonly<Record<string, readonly Rgb[]>>;

export type Sight = keyof typeof MATRICES;
export const SIGHTS = Object.keys(MATRICES) as readonly Sight[];

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

/** A colour, `#rrggbb`, as that sight has it, in L*a*b*. */
export const seenAs = (hex: string, sight: Sight): Rgb => lab(times(MATRICES[sight], linear(hex)));

/** In L*a*b*: a difference of 10 is seen at a glance. */
export const distance = (a: Rgb, b: Rgb): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
/** As WCAG has it. */
export const contrast = (a: string, b: string): number => {
  const light = (hex: string): number => times([[0.2126, 0.7152, 0.0722]], linear(hex))[0];
  const [x, y] = [light(a), light(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
};
