import { panned, widthOf, type Sight } from './sight';

/** What of the overview brush a hand takes hold of: an end, what is between them, or the window beside it. */
export type BrushPart = 'from' | 'to' | 'between' | 'beside';

/** `ends`: the pixels of the two; within `reach` of one, it is that which is held. Between two that are near each other there is room for what is between. */
export function brushPartAt(ends: Sight, x: number, reach: number): BrushPart {
  const inside = Math.min(reach, widthOf(ends) / 4);
  if (x >= ends.from - reach && x <= ends.from + inside) return 'from';
  if (x <= ends.to + reach && x >= ends.to - inside) return 'to';
  return x > ends.from && x < ends.to ? 'between' : 'beside';
}

/** A sight of which a part was moved by so many milliseconds: as far as the window reaches, and never narrower than `least`. */
export function brushed(part: Exclude<BrushPart, 'beside'>, sight: Sight, by: number, { whole, least }: Bounds): Sight {
  const narrowest = Math.min(least, widthOf(sight));
  switch (part) {
    case 'between':
      return panned(sight, whole, by);
    case 'from':
      return { ...sight, from: Math.max(whole.from, Math.min(sight.from + by, sight.to - narrowest)) };
    case 'to':
      return { ...sight, to: Math.min(whole.to, Math.max(sight.to + by, sight.from + narrowest)) };
  }
}

interface Bounds {
  readonly whole: Sight;
  readonly least: number;
}
