/** A group that clips what it holds to a rectangle, as ECharts writes it: nothing inside but paths. */
const GROUP = /<g clip-path="url\(#([\w-]+)\)">\n((?:<path [^>]*><\/path>\n)+)<\/g>/g;
/** The rectangle: `M80 89.6l1106 0l0 324.9l-1106 0Z`. */
const CLIP =
  /<clipPath id="([\w-]+)">\n?<path d="M([\d.-]+) ([\d.-]+)l([\d.-]+) 0l0 ([\d.-]+)l-[\d.-]+ 0Z"[^>]*><\/path>\n?<\/clipPath>/g;
const PATH = /<path d="([^"]*)"([^>]*)>/g;
/** Absolute lines and curves alone; a curve stays within its control points. */
const PLAIN = /^[MLCZ\d\s.,-]*$/;
const WIDTH = /stroke-width="([\d.]+)"/;
/** What is not scaled, turned or moved lies where its numbers say. */
const MOVED = /transform=/;

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The same SVG without the clips that cut nothing off. A renderer gives each clipped group a layer as large as the picture: seventy of them
 * take longer to draw than all they hold.
 */
export function withoutIdleClips(svg: string): string {
  const clips = new Map<string, Rectangle>();
  for (const [, id = '', ...numbers] of svg.matchAll(CLIP)) {
    const [left = NaN, top = NaN, width = NaN, height = NaN] = numbers.map(Number);
    clips.set(id, { left, top, right: left + width, bottom: top + height });
  }
  return svg.replace(GROUP, (group, id: string, paths: string) => {
    const clip = clips.get(id);
    return clip !== undefined && [...paths.matchAll(PATH)].every(([, d = '', rest = '']) => isWithin(clip, d, rest))
      ? paths.trimEnd()
      : group;
  });
}

/** Whether a path, its stroke and the tips of its joins lie within a rectangle. */
function isWithin({ left, top, right, bottom }: Rectangle, d: string, rest: string): boolean {
  if (!PLAIN.test(d) || MOVED.test(rest)) return false;
  // A sharp join reaches four halves of the width beyond its corner (SVG 2, 13.5.5), and no other join as far.
  const around = rest.includes('stroke="none"') ? 0 : 2 * Number(WIDTH.exec(rest)?.[1] ?? 1);
  const numbers = d.match(/-?\d*\.?\d+/g) ?? [];
  return numbers.every((text, i) => {
    const at = Number(text);
    return i % 2 === 0 ? at - around >= left && at + around <= right : at - around >= top && at + around <= bottom;
  });
}
