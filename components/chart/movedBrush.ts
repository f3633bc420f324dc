import type { DeviationChart } from '@/lib/charts/chart';
import { brushShapes, type BrushShape } from '@/lib/charts/look/brush';
import type { Layout } from '@/lib/charts/look/layout';
import { pixelAt } from '@/lib/charts/pointing/movedPicture';
import { widthOf, type Sight } from '@/lib/charts/pointing/sight';
import { zonedText } from '@/lib/charts/pointing/zonedText';
import type { Canvas } from './movedCanvas';

/** Where a hand has moved a chart to. */
export interface Moved {
  readonly wanted: Sight;
  readonly whole: Sight;
  /** The brush is in the hand: its ends are told, as ECharts tells them. */
  readonly isBrushed: boolean;
}

/** From the middle of the brush's handles to their times. */
const HANDLE = 8;

/** The overview brush with what is wanted in sight; while it is in the hand, with the times of its ends, as ECharts tells them. */
export function movedBrush(
  { pen, ink, paper, face }: Canvas,
  { zone }: DeviationChart,
  { slider, width, fontSize }: Layout,
  { wanted, whole: all, isBrushed }: Moved,
): void {
  if (slider === undefined) return;
  pen.fillStyle = paper;
  pen.fillRect(0, slider.top - 1, width, slider.height + 2);
  const [from, to] = [wanted.from, wanted.to].map((instant) => (instant - all.from) / widthOf(all)) as [number, number];
  for (const shape of brushShapes(slider, ink, { from, to })) trace(pen, shape);
  if (!isBrushed) return;
  pen.font = `${String(fontSize)}px ${face}`;
  pen.textBaseline = 'middle';
  pen.lineJoin = 'round';
  pen.lineWidth = 3;
  pen.strokeStyle = paper;
  pen.fillStyle = ink.quiet;
  const y = slider.top + slider.height / 2;
  const told = (instant: number, outwards: -1 | 1): void => {
    const text = zonedText(instant, zone);
    const wide = pen.measureText(text).width;
    const end = pixelAt(all, slider, instant) + outwards * HANDLE;
    // Wholly on the chart: cut off, it would be another time.
    const left = Math.max(1, Math.min(width - 1 - wide, outwards < 0 ? end - wide : end));
    pen.strokeText(text, left, y);
    pen.fillText(text, left, y);
  };
  told(wanted.from, -1);
  told(wanted.to, 1);
}

function trace(pen: CanvasRenderingContext2D, drawn: BrushShape): void {
  const { fill, stroke, lineWidth = 1 } = drawn.style;
  pen.beginPath();
  if (drawn.type === 'rect') pen.rect(drawn.shape.x, drawn.shape.y, drawn.shape.width, drawn.shape.height);
  else {
    pen.moveTo(drawn.shape.x1, drawn.shape.y1);
    pen.lineTo(drawn.shape.x2, drawn.shape.y2);
  }
  if (fill !== 'none') {
    pen.fillStyle = fill;
    pen.fill();
  }
  if (stroke === undefined) return;
  pen.strokeStyle = stroke;
  pen.lineWidth = lineWidth;
  pen.stroke();
}
