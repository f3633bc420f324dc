import { Resvg } from '@resvg/resvg-js';
import type { Language } from '../../words/languages';
import { fontFiles, withPartedLetters, SANS } from '../fonts';

/** A line of upright text as it lies on a drawing, in its pixels: from the height of a capital to the foot of its letters. */
export interface TextBox {
  readonly text: string;
  readonly size: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Placing {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const TOKEN = /<(g|svg|text)\b([^>]*?)(\/?)>(?:([^<]*)<\/text>)?|<\/(g|svg)>/g;
/** As an attribute, or among ECharts' styles. */
const number = (written: string, name: string): number | undefined => {
  const found = new RegExp(`(?<![\\w-])${name}(?:="|:)(-?[\\d.]+)`).exec(written)?.[1];
  return found === undefined ? undefined : Number(found);
};

/** Every upright line of text of a sheet; those that are turned are stamps. Its letters are measured by resvg itself, in the faces of the language. */
export function textBoxes(svg: string, language: Language): readonly TextBox[] {
  const stack: Placing[] = [{ x: 0, y: 0, scale: 1 }];
  const boxes: TextBox[] = [];
  let family = '';
  for (const [, tag, written = '', closed, text = '', end] of svg.matchAll(TOKEN)) {
    const at = stack.at(-1) as Placing;
    if (end !== undefined) stack.pop();
    else if (tag === 'text') {
      if (written.includes('rotate(')) continue;
      boxes.push(boxOf(within(at, written), written, text, family, language));
    } else {
      family = /font-family="([^"]*)"/.exec(written)?.[1] ?? family;
      if (closed !== '/') stack.push(within(at, written));
    }
  }
  return boxes;
}

/** A distance that is not written is none. */
const orNothing = (written = 0): number => written;

function within({ x, y, scale }: Placing, written: string): Placing {
  const [, left = '0', top = '0'] = /translate\((-?[\d.]+) (-?[\d.]+)\)/.exec(written) ?? [];
  const [, larger = '1'] = /scale\(([\d.]+)\)/.exec(written) ?? [];
  return { x: x + scale * Number(left), y: y + scale * Number(top), scale: scale * Number(larger) };
}

function boxOf(at: Placing, written: string, text: string, family: string, language: Language): TextBox {
  const [, short, letters] = /font: normal (?:normal|\d+) ([\d.]+)px ([^;"]*)/.exec(written) ?? [];
  const size = short === undefined ? number(written, 'font-size') : Number(short);
  if (size === undefined) throw new TypeError(`a text without a size: ${written}`);
  const weight = number(written, 'font-weight') ?? 400;
  const face = letters ?? /font-family(?:="|:)([^";]*)/.exec(written)?.[1] ?? family;
  const spaced = orNothing(number(written, 'letter-spacing')) * Array.from(text).length;
  const width = unitWidth(text, weight, face, language) * size + spaced;
  const anchor = /text-anchor="(\w+)"/.exec(written)?.[1] ?? 'start';
  const left = orNothing(number(written, 'x')) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
  const y = orNothing(number(written, 'y'));
  const [above, below] = written.includes('dominant-baseline="central"') ? [0.36, 0.36] : [0.72, 0.02];
  return {
    text,
    size: size * at.scale,
    left: at.x + at.scale * left,
    right: at.x + at.scale * (left + width),
    top: at.y + at.scale * (y - above * size),
    bottom: at.y + at.scale * (y + below * size),
  };
}

const known = new Map<string, number>();
const MEASURED_AT = 100;

/** The width of a text, in letters' sizes. */
function unitWidth(text: string, weight: number, face: string, language: Language): number {
  const key = JSON.stringify([text, weight, face, language]);
  const found = known.get(key);
  if (found !== undefined) return found;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="200"><text x="0" y="120" font-family="${face}" font-size="${String(MEASURED_AT)}" font-weight="${String(weight)}">${text}</text></svg>`;
  const font = { loadSystemFonts: false, fontFiles: [...fontFiles(language)], defaultFontFamily: SANS };
  const box = new Resvg(withPartedLetters(svg, language), { font }).getBBox();
  const width = box === undefined ? 0 : (box.x + box.width) / MEASURED_AT;
  known.set(key, width);
  return width;
}

/** Two lines may touch by so much: the box of a line is taller than most of its letters. */
const TOUCHING = 1;

/** Pairs of lines that lie over each other. */
export const overlapping = (boxes: readonly TextBox[]): readonly string[] =>
  boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > TOUCHING &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > TOUCHING,
      )
      .map((b) => `${a.text} | ${b.text}`),
  );

/** Lines that leave a drawing of this size. */
export const cutOff = (boxes: readonly TextBox[], width: number, height: number): readonly string[] =>
  boxes
    .filter(({ left, top, right, bottom }) => left < 0 || top < 0 || right > width || bottom > height)
    .map(({ text }) => text);
