import type { Ink } from '../../charts/look/theme';
import { MONO, SANS } from '../fonts';
import { widthOf, wrapped, type Face } from '../wrap';
import { escapeXml } from '../xml';

/** A part of a sheet, drawn from 0, 0. */
export interface Block {
  readonly svg: string;
  readonly height: number;
}

export const NOTHING: Block = { svg: '', height: 0 };

export interface Type {
  readonly size: number;
  readonly colour: string;
  readonly weight?: 400 | 600 | 700;
  readonly face?: Face;
  /** How it is broken into lines; default: between words. */
  readonly wrap?: typeof wrapped | undefined;
}

export const placed = ({ svg }: Pick<Block, 'svg'>, x: number, y: number): string =>
  `<g transform="translate(${x} ${y})">${svg}</g>`;

export const rule = (y: number, from: number, to: number, ink: Ink, colour: 'frame' | 'rule' = 'frame'): string =>
  `<path d="M${from} ${Math.round(y) + 0.5}H${to}" stroke="${ink[colour]}" stroke-width="1"/>`;

export function line(
  text: string,
  x: number,
  baseline: number,
  { size, colour, weight = 400, face = 'sans' }: Type,
  anchor: 'start' | 'end' = 'start',
): string {
  const end = anchor === 'end' ? ' text-anchor="end"' : '';
  return `<text x="${x}" y="${Math.round(baseline)}" font-family="${face === 'mono' ? MONO : SANS}" font-size="${size}" font-weight="${weight}" fill="${colour}"${end}>${escapeXml(text)}</text>`;
}

/** Lines under one another; the height counts from the top of the first to the foot of the last. */
export function paragraph(text: string, x: number, top: number, width: number, type: Type, leading = 1.35): Block {
  const { wrap = wrapped } = type;
  const lines = wrap(text, type.size, width, type.face);
  const step = type.size * leading;
  return {
    svg: lines.map((one, i) => line(one, x, top + type.size + i * step, type)).join('\n'),
    height: lines.length * step,
  };
}

/** What a footer says under a term. */
export interface Fact {
  readonly term: string;
  readonly text: string;
  readonly face?: Face;
  readonly wrap?: typeof wrapped;
}

/** The lines of a fact, the first of which begins behind its term. */
interface RunIn {
  readonly fact: Fact;
  readonly behind: number;
  readonly lines: readonly string[];
}

const LEADING = 1.32;
/** Between a term and its text, and between two facts, in letters' heights. */
const AFTER_TERM = 0.55;
const BETWEEN = 0.42;
/** No-break spaces stand for a term while its paragraph is broken into lines. */
const SPACER = '\u00a0';

function runIn(fact: Fact, size: number, width: number): RunIn {
  const { term, text, face = 'sans', wrap = wrapped } = fact;
  const own = ownSize(size, face);
  const behind = Math.ceil(widthOf(term, size, 'sans') * BOLDER + size * AFTER_TERM);
  const spacer = SPACER.repeat(Math.ceil(behind / widthOf(SPACER, own, face)));
  const [first = '', ...rest] = wrap(`${spacer}${text}`, own, width, face);
  return { fact, behind, lines: [first.slice(spacer.length), ...rest] };
}

const BOLDER = 1.04;
/** Letters of one width look larger than others of their size. */
const MONO_SHARE = 0.9;
/** No letter of a picture is smaller, in CSS pixels. */
const LEAST_SIZE = 11;

const ownSize = (size: number, face: Face): number =>
  face === 'mono' ? Math.max(LEAST_SIZE, size * MONO_SHARE) : size;

/** As many lines of facts as a height holds. */
const heightOf = (all: readonly RunIn[], size: number): number =>
  all.reduce((sum, { lines }) => sum + lines.length * size * LEADING + size * BETWEEN, 0);

/** Facts under one another, each a paragraph that begins with its term. */
function drawn(all: readonly RunIn[], size: number, ink: Ink): Block {
  let top = 0;
  const parts = all.map(({ fact: { term, face = 'sans' }, behind, lines }) => {
    const own = ownSize(size, face);
    const at = (i: number): number => top + size + i * size * LEADING;
    const svg = [
      line(term, 0, at(0), { size, colour: ink.quiet, weight: 600 }),
      ...lines.map((text, i) => line(text, i === 0 ? behind : 0, at(i), { size: own, colour: ink.ink, face })),
    ].join('\n');
    top += lines.length * size * LEADING + size * BETWEEN;
    return svg;
  });
  return { svg: parts.join('\n'), height: top };
}

/** Facts in a room: in the largest of these sizes in which all of them fit. */
export interface FittedFacts extends Block {
  readonly size: number;
  /** Whether all that they say stands there; else the longest of them end in an ellipsis. */
  readonly isWhole: boolean;
}

/**
 * Facts as large as they fit into one column or several of equal width; in the smallest size, if even that is too large, lines of the longest
 * facts give way, and these end in an ellipsis. `reserve`: what is taken from the height once something gave way, for who says so.
 */
export function fittedFacts(
  all: readonly Fact[],
  {
    width,
    height,
    sizes,
    ink,
    columns = 1,
    gap = 0,
    reserve = 0,
  }: {
    readonly width: number;
    readonly height: number;
    readonly sizes: readonly number[];
    readonly ink: Ink;
    readonly columns?: 1 | 2;
    readonly gap?: number;
    readonly reserve?: number;
  },
): FittedFacts {
  const column = (width - (columns - 1) * gap) / columns;
  const put = (runs: readonly RunIn[], size: number): Block => {
    const parted = inColumns(runs, columns, size).map((some) => drawn(some, size, ink));
    return {
      svg: parted.map((block, i) => placed(block, i * (column + gap), 0)).join('\n'),
      height: Math.max(0, ...parted.map((block) => block.height)),
    };
  };
  for (const size of sizes) {
    const block = put(
      all.map((fact) => runIn(fact, size, column)),
      size,
    );
    if (block.height <= height) return { ...block, size, isWhole: true };
  }
  const size = sizes.at(-1) as number;
  let runs = all.map((fact) => runIn(fact, size, column));
  let block = put(runs, size);
  while (block.height > height - reserve) {
    const most = Math.max(...runs.map(({ lines }) => lines.length));
    if (most <= 1) break;
    const longest = runs.findIndex(({ lines }) => lines.length === most);
    runs = runs.map((run, i) => (i === longest ? { ...run, lines: shorter(run.lines) } : run));
    block = put(runs, size);
  }
  return { ...block, size, isWhole: false };
}

/** A line less, and the sign that something is left out. */
const shorter = (lines: readonly string[]): readonly string[] => {
  const last = (lines.at(-2) ?? '').replace(/[\s\u00a0…]*\S{0,2}$/u, '');
  return [...lines.slice(0, -2), `${last}…`];
};

/** In their order, so that the taller column is as short as it can be. */
function inColumns(runs: readonly RunIn[], columns: 1 | 2, size: number): readonly (readonly RunIn[])[] {
  if (columns === 1) return [runs];
  const tall = (at: number): number => Math.max(heightOf(runs.slice(0, at), size), heightOf(runs.slice(at), size));
  const cuts = runs.map((_, at) => at);
  const best = cuts.reduce((least, at) => (tall(at) < tall(least) ? at : least), 0);
  return [runs.slice(0, best), runs.slice(best)];
}
