/** A chart that comes drawn at three widths, of which one is shown: on paper the middle one. */
export const SHOWN_AT = {
  narrow: 'md:hidden print:hidden',
  middle: 'max-md:hidden lg:hidden print:block',
  wide: 'max-lg:hidden print:hidden',
} as const;

/** Its drawing fills its place, the narrow one on a phone held upright; printed, it is no higher than what a heading leaves of a sheet. */
export const DRAWING_AT = {
  narrow: '[&_svg]:h-auto [&_svg]:max-w-full',
  middle: '[&_svg]:h-auto [&_svg]:w-full print:[&_svg]:max-h-[180mm]',
  wide: '[&_svg]:h-auto [&_svg]:w-full',
} as const;
