/** An element of a drawing, however it is spelled: what it is and says, how it is painted, and where it lies. */
export interface Seen {
  readonly what: string;
  readonly paint: string;
  readonly parts: readonly Part[];
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
    if (tag === 'text')
      return [
        {
          what: `text ${text} ${String(Math.round(turnedBy(of.get('transform') ?? '')))}°`,
          paint,
          parts: [pointAt(placeOf(of))],
        },
      ];
    if (tag === 'circle') {
      const [cx = NaN, cy = NaN, r = NaN] = ['cx', 'cy', 'r'].map((name) => Number(of.get(name)));
      return [{ what: `${tag} ${String(r)}`, paint, parts: [pointAt([cx, cy])] }];
    }
    const parts = partsOf(tag, of);
    const shape = parts.map(({ isClosed }) => (isClosed ? 'z' : '-')).join('');
    return parts.length === 0 ? [] : [{ what: `path ${shape}`, paint, parts }];
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

const turnedBy = (moved: string): number => {
  const [, a, b] = /matrix\(([-\d.]+),([-\d.]+),/.exec(moved) ?? [];
  if (a !== undefined) return (Math.atan2(Number(b), Number(a)) * 180) / Math.PI;
  return orNothing(/rotate\(([-\d.]+)\)/.exec(moved)?.[1]);
};

/** Where a text stands. */
function placeOf(of: Attributes): Corner {
  const moved = of.get('transform') ?? '';
  const [, x1, y1] = /matrix\([-\d.]+,[-\d.]+,[-\d.]+,[-\d.]+,([-\d.]+),([-\d.]+)\)/.exec(moved) ?? [];
  const [, x2 = '0', y2 = '0'] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(moved) ?? [];
  return [Number(x1 ?? x2) + orNothing(of.get('x')), Number(y1 ?? y2) + orNothing(of.get('y'))];
}

type Corner = readonly [x: number, y: number];
interface Part {
  readonly corners: Corner[];
  isClosed: boolean;
}

const pointAt = (at: Corner): Part => ({ corners: [at], isClosed: false });

/** The parts of a path, absolute. */
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
  return parts;
}

/**
 * How far two drawings of the same elements lie apart at most, in pixels: the corners of each from the outline of the other. Corners are not
 * counted: two that lie within a tenth of a pixel are one where coordinates are written in tenths.
 */
export const apart = (some: readonly Seen[], others: readonly Seen[]): number =>
  Math.max(0, ...some.map(({ parts }, i) => partsApart(parts, others[i]?.parts ?? [])));

const partsApart = (some: readonly Part[], others: readonly Part[]): number =>
  some.reduce((most, part, i) => {
    const other = others[i] ?? { corners: [], isClosed: false };
    return Math.max(most, farthest(part.corners, outlineOf(other)), farthest(other.corners, outlineOf(part)));
  }, 0);

const outlineOf = ({ corners, isClosed }: Part): readonly Corner[] =>
  isClosed || corners.length === 1 ? [...corners, ...corners.slice(0, 1)] : corners;

/** Nearer than this counts as met: a tenth of a pixel each way. */
export const MET = 0.15;

/** How far the farthest corner lies from an outline. Both run the same way: a corner is looked for from where the one before was met. */
function farthest(corners: readonly Corner[], outline: readonly Corner[]): number {
  const sides = outline.length - 1;
  let at = 0;
  return corners.reduce((most, corner) => {
    let nearest = Infinity;
    for (let k = 0; k < sides && nearest > MET; k += 1) {
      const side = (at + k) % sides;
      const away = fromSide(corner, outline[side] as Corner, outline[side + 1] as Corner);
      if (away < nearest) nearest = away;
      if (nearest <= MET) at = side;
    }
    return Math.max(most, nearest);
  }, 0);
}

function fromSide([x, y]: Corner, [ax, ay]: Corner, [bx, by]: Corner): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = dx === 0 && dy === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
