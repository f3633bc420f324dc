import { encodeQR } from 'qr';

/** Modules of white on each side, without which readers do not find a code (ISO/IEC 18004, section 9.1). */
const QUIET = 4;
/** About as wide as a hand of text: a code of a short address has modules of five pixels, and survives being halved. */
const AIM = 205;
/** Of a module, in pixels; a long address makes a wider code instead of finer modules. */
const LEAST = 3;

export interface DrawnQr {
  /** Elements of an SVG, from 0, 0. */
  readonly svg: string;
  /** In pixels, the white around it included. */
  readonly size: number;
}

/** A text as a QR code, black on white whatever the theme, about `aim` pixels wide; of which about a seventh may be unreadable (level M). */
export function qrSvg(text: string, aim = AIM): DrawnQr {
  // The library draws a border of one module at least.
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 1 })
    .slice(1, -1)
    .map((row) => row.slice(1, -1));
  const module = Math.max(LEAST, Math.floor(aim / (modules.length + 2 * QUIET)));
  const size = module * (modules.length + 2 * QUIET);
  const runs = modules.flatMap((row, y) =>
    runsOf(row).map(
      ([from, to]) =>
        `M${String((QUIET + from) * module)} ${String((QUIET + y) * module)}h${String((to - from) * module)}v${String(module)}H${String((QUIET + from) * module)}z`,
    ),
  );
  const svg = `<g shape-rendering="crispEdges"><rect width="${String(size)}" height="${String(size)}" fill="#ffffff"/><path d="${runs.join('')}" fill="#000000"/></g>`;
  return { svg, size };
}

/** The stretches of a row that are dark, half-open. */
function runsOf(row: readonly boolean[]): readonly (readonly [from: number, to: number])[] {
  const edges = row.flatMap((isDark, x) => (isDark === (row[x - 1] ?? false) ? [] : [x]));
  if (row.at(-1) === true) edges.push(row.length);
  return edges.flatMap((from, i) => (i % 2 === 0 ? [[from, edges[i + 1] ?? row.length] as const] : []));
}
