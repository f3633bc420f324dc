/** An image, four bytes a pixel: red, green, blue, and how opaque; row by row from the top. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const BYTES = 4;

/** At most so wide: each pixel the mean of those that it stands for. */
export function narrowed(pixels: Pixels, most: number): Pixels {
  if (pixels.width <= most) return pixels;
  const [width, height] = [most, Math.max(1, Math.round((pixels.height * most) / pixels.width))];
  const rgba = new Uint8Array(BYTES * width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rgba.set(
        meanOf(pixels, stretch(x, width, pixels.width), stretch(y, height, pixels.height)),
        BYTES * (y * width + x),
      );
  return { width, height, rgba };
}

type Stretch = readonly [from: number, to: number];

/** Which of `all` one of `some` stands for, half-open; at least one. */
function stretch(i: number, some: number, all: number): Stretch {
  const from = Math.floor((i * all) / some);
  return [from, Math.max(from + 1, Math.floor(((i + 1) * all) / some))];
}

function meanOf({ width, rgba }: Pixels, [left, right]: Stretch, [top, bottom]: Stretch): readonly number[] {
  const sum = [0, 0, 0, 0];
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1)
      for (let i = 0; i < BYTES; i += 1) sum[i] = (sum[i] as number) + (rgba[BYTES * (y * width + x) + i] as number);
  return sum.map((one) => one / ((right - left) * (bottom - top)));
}
