import { graphic } from 'echarts/core';
import { FLAT_PATH, type FlatPath, type Form } from './flatForm';

interface Pen {
  moveTo(x: number, y: number): unknown;
  lineTo(x: number, y: number): unknown;
  closePath(): unknown;
}

const STRIDES: Readonly<Record<Form, number>> = { line: 2, polygon: 2, uprights: 3, boxes: 4, segments: 4 };

function buildPath(pen: Pen, { form, numbers }: FlatPath): void {
  if (form === 'line' || form === 'polygon') {
    parts(pen, numbers, form === 'polygon');
    return;
  }
  for (let i = 0; i < numbers.length; i += STRIDES[form]) {
    const [a = NaN, b = NaN, c = NaN, d = NaN] = [numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3]];
    if (form === 'boxes') {
      // Absolute, which a picture's clips are judged by.
      pen.moveTo(a, b);
      pen.lineTo(c, b);
      pen.lineTo(c, d);
      pen.lineTo(a, d);
      pen.closePath();
    } else {
      pen.moveTo(a, b);
      pen.lineTo(form === 'uprights' ? a : c, form === 'uprights' ? c : d);
    }
  }
}

function parts(pen: Pen, numbers: readonly number[], close: boolean): void {
  let drawing = false;
  for (let i = 0; i < numbers.length; i += 2) {
    const [x, y] = [numbers[i] as number, numbers[i + 1] as number];
    if (y !== y) {
      if (close && drawing) pen.closePath();
      drawing = false;
    } else if (drawing) pen.lineTo(x, y);
    else {
      pen.moveTo(x, y);
      drawing = true;
    }
  }
  if (close && drawing) pen.closePath();
}

/** Makes the shape known to ECharts, once a process. */
export function registerFlatPath(): void {
  graphic.registerShape(
    FLAT_PATH,
    graphic.extendShape({
      type: FLAT_PATH,
      shape: { form: 'line', numbers: [] },
      buildPath: buildPath as never,
    }),
  );
}
