import { escapeXml } from '../xml';
import type { Style, TextStyle, Thing } from './option';
import { tenth } from '../../charts/shapes/paneView';
import { hundredth, pathOf } from './shapes';

/** What all elements of a drawing share. */
export interface Paint {
  /** What stands for a colour. */
  readonly colourOf: (colour: string) => string;
  /** Of the whole drawing. */
  readonly fontFamily: string;
}

function colourAttributes(
  { colourOf }: Paint,
  name: 'fill' | 'stroke',
  colour: string | undefined,
  opacity: number,
): string {
  if (colour === undefined || colour === 'none') return name === 'fill' ? ' fill="none"' : '';
  return ` ${name}="${colourOf(colour)}"${opacity < 1 ? ` ${name}-opacity="${opacity}"` : ''}`;
}

function styleAttributes(paint: Paint, style: Style): string {
  const { fill, stroke, lineWidth = 1, opacity = 1, lineDash, lineCap = 'butt', lineJoin = 'miter' } = style;
  const filled = colourAttributes(paint, 'fill', fill, opacity);
  const stroked = colourAttributes(paint, 'stroke', stroke, opacity);
  if (stroked === '') return filled;
  return [
    filled,
    stroked,
    lineWidth === 1 ? '' : ` stroke-width="${lineWidth}"`,
    lineDash === undefined ? '' : ` stroke-dasharray="${lineDash.join(',')}"`,
    lineCap === 'butt' ? '' : ` stroke-linecap="${lineCap}"`,
    lineJoin === 'miter' ? '' : ` stroke-linejoin="${lineJoin}"`,
  ].join('');
}

const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const;
/** From where a text is to stand to its middle, in letters' heights. */
const LIFTS = { top: 0.5, middle: 0, bottom: -0.5 } as const;
const DEGREES = 180 / Math.PI;

/** A line of text; nothing where it is empty. */
export function textSvg(paint: Paint, style: TextStyle, rotation = 0): string {
  const {
    text,
    x = 0,
    y = 0,
    align = 'left',
    verticalAlign = 'top',
    fontSize,
    fontWeight,
    fontFamily = 'sans-serif',
  } = style;
  if (text === '') return '';
  const level = y + LIFTS[verticalAlign] * fontSize;
  const place =
    rotation === 0
      ? ` x="${hundredth(x)}" y="${hundredth(level)}"`
      : ` transform="translate(${hundredth(x)} ${hundredth(level)})rotate(${hundredth(-rotation * DEGREES)})"`;
  const stroked = colourAttributes(paint, 'stroke', style.stroke, 1);
  return [
    `<text dominant-baseline="central" text-anchor="${ANCHORS[align]}"${place} font-size="${fontSize}"`,
    fontWeight === undefined || fontWeight === 400 ? '' : ` font-weight="${fontWeight}"`,
    fontFamily === paint.fontFamily ? '' : ` font-family="${escapeXml(fontFamily)}"`,
    colourAttributes(paint, 'fill', style.fill, 1),
    stroked === ''
      ? ''
      : `${stroked} stroke-width="${style.lineWidth ?? 1}" paint-order="stroke" stroke-miterlimit="2"`,
    `>${escapeXml(text)}</text>`,
  ].join('');
}

/** One thing as an SVG element; nothing where it has no extent. */
export function thingSvg(paint: Paint, thing: Thing): string {
  switch (thing.type) {
    case 'flat-path': {
      const d = pathOf(thing.shape);
      return d === '' ? '' : `<path d="${d}"${styleAttributes(paint, thing.style)}/>`;
    }
    case 'line': {
      const { x1, y1, x2, y2 } = thing.shape;
      return `<path d="${pathOf({ form: 'segments', numbers: [x1, y1, x2, y2] })}"${styleAttributes(paint, thing.style)}/>`;
    }
    case 'rect': {
      const { x, y, width, height } = thing.shape;
      return `<rect x="${tenth(x)}" y="${tenth(y)}" width="${tenth(width)}" height="${tenth(height)}"${styleAttributes(paint, thing.style)}/>`;
    }
    case 'circle': {
      const { cx, cy, r } = thing.shape;
      return `<circle cx="${tenth(cx)}" cy="${tenth(cy)}" r="${r}"${styleAttributes(paint, thing.style)}/>`;
    }
    case 'text': {
      const { x, y, rotation, style } = thing;
      return textSvg(paint, x === undefined || y === undefined ? style : { ...style, x, y }, rotation);
    }
  }
}
