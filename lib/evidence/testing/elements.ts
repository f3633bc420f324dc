/** An element of a drawing, however it is spelled: what it is and says, how it is painted, and through which numbers it runs. */
export interface Seen {
  readonly what: string;
  readonly paint: string;
  readonly numbers: readonly number[];
}

const ELEMENT = /<(path|rect|circle|text)\b([^>]*?)\/?>(?:([^<]*)<\/text>)?/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;
const RGB = /^rgba?\((\d+),(\d+),(\d+)(?:,([\d.]+))?\)$/;

/** The elements of an SVG of ECharts or of ours, in the order they are painted. Without those that paint nothing. */
export function elementsIn(svg: string): readonly Seen[] {
  const family = /^<svg[^>]*font-family="([^"]*)"/.exec(svg)?.[1];
  return [...svg.matchAll(ELEMENT)].flatMap(([, tag = '', written = '', text = '']) => {
    const of = new Map([...written.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value]));
    const paint = `${coloured(of, 'fill')} ${stroke(of)} ${tag === 'text' ? letters(of, family) : ''}`.trim();
    if (paint === 'none none') return [];
    if (tag === 'text') return [{ what: `text ${text}`, paint, numbers: placeOf(of) }];
    if (tag === 'circle') return [{ what: tag, paint, numbers: ['cx', 'cy', 'r'].map((name) => Number(of.get(name))) }];
    const parts = partsOf(tag, of);
    const shape = parts.map(({ corners, isClosed }) => `${String(corners.length)}${isClosed ? 'z' : ''}`);
    return parts.length === 0
      ? []
      : [{ what: `path ${shape.join(' ')}`, paint, numbers: parts.flatMap(({ corners }) => corners.flat()) }];
  });
}

type Attributes = ReadonlyMap<string, string>;

/** Colour and opacity in one. */
function coloured(of: Attributes, name: 'fill' | 'stroke'): string {
  const colour = of.get(name) ?? 'none';
  const [, red, green, blue, alpha] = RGB.exec(colour) ?? [];
  const opacity = Number(of.get(`${name}-opacity`) ?? 1) * Number(alpha ?? 1);
  if (colour === 'none') return colour;
  return `${red === undefined ? colour : `rgb(${red},${String(green)},${String(blue)})`} ${String(opacity)}`;
}

function stroke(of: Attributes): string {
  const colour = coloured(of, 'stroke');
  if (colour === 'none') return colour;
  const rest = ['stroke-width', 'stroke-dasharray', 'stroke-linecap', 'paint-order'].map((name) => of.get(name) ?? '');
  return [colour, ...rest, of.get('stroke-linejoin') ?? 'miter'].join(' ');
}

function letters(of: Attributes, ofAll = 'sans-serif'): string {
  const style = of.get('style') ?? '';
  const [, size, family] =
    /font: normal normal ([\d.]+)px (.*)/.exec(style) ?? /font-size:([\d.]+)px;font-family:([^;]*)/.exec(style) ?? [];
  const weight = /font-weight:(\d+)/.exec(style)?.[1] ?? of.get('font-weight') ?? '400';
  return `${size ?? of.get('font-size') ?? ''} ${family ?? of.get('font-family') ?? ofAll} ${weight} ${of.get('text-anchor') ?? ''}`;
}

/** A distance that is not written is none. */
const orNothing = (written = '0'): number => Number(written);

/** Where a text stands, and the whole degrees it is turned by. */
function placeOf(of: Attributes): readonly number[] {
  const moved = of.get('transform') ?? '';
  const [, a, b, x1, y1] = /matrix\(([-\d.]+),([-\d.]+),[-\d.]+,[-\d.]+,([-\d.]+),([-\d.]+)\)/.exec(moved) ?? [];
  const [, x2 = '0', y2 = '0'] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(moved) ?? [];
  const turned =
    a === undefined
      ? orNothing(/rotate\(([-\d.]+)\)/.exec(moved)?.[1])
      : (Math.atan2(Number(b), Number(a)) * 180) / Math.PI;
  return [Number(x1 ?? x2) + orNothing(of.get('x')), Number(y1 ?? y2) + orNothing(of.get('y')), Math.round(turned)];
}

type Corner = readonly [x: number, y: number];
interface Part {
  readonly corners: Corner[];
  isClosed: boolean;
}

/** Two corners nearer than this are one: tenths of a pixel, where one is written more finely than the other. */
const ONE = 0.11;

/** The parts of a path, absolute; a part of one corner paints nothing. */
function partsOf(tag: string, of: Attributes): readonly Part[] {
  if (tag === 'rect') {
    const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((name) => Number(of.get(name)));
    return partsOf('path', new Map([['d', `M${x} ${y}H${x + width}V${y + height}H${x}Z`]]));
  }
  let [x, y] = [0, 0];
  const parts: Part[] = [];
  for (const [, command, written = ''] of (of.get('d') ?? '').matchAll(/([MLlHVZ])([^MLlHVZ]*)/g)) {
    const [a = 0, b = 0] = written.split(' ').map(Number);
    if (command === 'l') [x, y] = [x + a, y + b];
    else if (command === 'H') x = a;
    else if (command === 'V') y = a;
    else if (command !== 'Z') [x, y] = [a, b];
    if (command === 'M') parts.push({ corners: [], isClosed: false });
    const part = parts.at(-1);
    if (part === undefined) continue;
    if (command === 'Z') part.isClosed = true;
    else part.corners.push([x, y]);
  }
  return parts
    .map(({ corners, isClosed }) => ({
      isClosed,
      corners: isClosed && corners.length <= BOX ? corners : told(corners),
    }))
    .filter(({ corners }) => corners.length > 1);
}

/** A box keeps its corners however narrow it is: a tenth of a pixel more or less makes no other shape of it. */
const BOX = 4;

/** Corners that are told apart from the one before. */
const told = (corners: readonly Corner[]): Corner[] =>
  corners.reduce<Corner[]>((kept, [x, y]) => {
    const [lastX = NaN, lastY = NaN] = kept.at(-1) ?? [];
    if (!(Math.abs(lastX - x) < ONE && Math.abs(lastY - y) < ONE)) kept.push([x, y]);
    return kept;
  }, []);

/** How far two drawings of the same elements lie apart at most, in pixels. */
export const apart = (some: readonly Seen[], others: readonly Seen[]): number =>
  Math.max(
    0,
    ...some.map(({ numbers }, i) =>
      numbers.reduce((most, at, k) => Math.max(most, Math.abs(at - (others[i]?.numbers[k] ?? NaN))), 0),
    ),
  );
