import type { FlatPath } from '../../charts/shapes/flatForm';
import { tenth } from '../../charts/shapes/paneView';

/** Of a place where letters stand, in pixels. */
export const hundredth = (value: number): number => Math.round(value * 100) / 100;

/** Writes the `d` of a path: lines along an axis by one number, and none of no length, whose round ends would show. */
class PathWriter {
  #text = '';
  #x = NaN;
  #y = NaN;

  moveTo(x: number, y: number): void {
    this.#x = tenth(x);
    this.#y = tenth(y);
    this.#text += `M${this.#x} ${this.#y}`;
  }

  lineTo(toX: number, toY: number): void {
    const [x, y] = [tenth(toX), tenth(toY)];
    if (y === this.#y) {
      if (x !== this.#x) this.#text += `H${x}`;
    } else if (x === this.#x) this.#text += `V${y}`;
    else this.#text += `L${x} ${y}`;
    this.#x = x;
    this.#y = y;
  }

  close(): void {
    this.#text += 'Z';
  }

  get d(): string {
    return this.#text;
  }
}

const STRIDES: Readonly<Record<Exclude<FlatPath['form'], 'line' | 'polygon'>, number>> = {
  uprights: 3,
  boxes: 4,
  segments: 4,
};

/** A flat path as the `d` of an SVG path. */
export function pathOf({ form, numbers }: FlatPath): string {
  const path = new PathWriter();
  if (form === 'line' || form === 'polygon') {
    through(path, numbers, form === 'polygon');
    return path.d;
  }
  for (let i = 0; i < numbers.length; i += STRIDES[form]) {
    const [a, b, c, d] = [
      numbers[i] as number,
      numbers[i + 1] as number,
      numbers[i + 2] as number,
      numbers[i + 3] ?? NaN,
    ];
    path.moveTo(a, b);
    if (form === 'uprights') path.lineTo(a, c);
    else if (form === 'segments') path.lineTo(c, d);
    else {
      path.lineTo(c, b);
      path.lineTo(c, d);
      path.lineTo(a, d);
      path.close();
    }
  }
  return path.d;
}

function through(path: PathWriter, numbers: readonly number[], close: boolean): void {
  let drawing = false;
  for (let i = 0; i < numbers.length; i += 2) {
    const [x, y] = [numbers[i] as number, numbers[i + 1] as number];
    if (y !== y) {
      if (close && drawing) path.close();
      drawing = false;
    } else if (drawing) path.lineTo(x, y);
    else {
      path.moveTo(x, y);
      drawing = true;
    }
  }
  if (close && drawing) path.close();
}
