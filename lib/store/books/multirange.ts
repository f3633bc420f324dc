import { minute, minuteRange, type MinuteRange } from '../../domain/minute';

/** `{[a,b),[c,d)}`: as Postgres reads and writes an int4multirange. */
export const multirangeText = (ranges: readonly MinuteRange[]): string =>
  `{${ranges.map(({ from, to }) => `[${String(from)},${String(to)})`).join(',')}}`;

/** Ranges as Postgres writes them: sorted, disjoint, half-open. Throws where it wrote something else. */
export function rangesOf(text: string): readonly MinuteRange[] {
  if (text === '{}') return [];
  return text
    .slice(1, -1)
    .split(/(?<=\)),/)
    .map((part) => {
      const [, from, to] = /^\[(\d+),(\d+)\)$/.exec(part) ?? [];
      if (from === undefined || to === undefined) throw new TypeError(`"${part}" is no range of minutes`);
      return minuteRange(minute(Number(from)), minute(Number(to)));
    });
}
