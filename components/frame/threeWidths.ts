/** A chart that comes drawn at three widths, of which one is shown: on paper the middle one. */
export const SHOWN_AT = {
  narrow: 'md:hidden print:hidden',
  middle: 'max-md:hidden lg:hidden print:block',
  wide: 'max-lg:hidden print:hidden',
} as const;

const ON_PAPER = 'print:[&_svg]:max-h-[180mm]';

/** How large its drawing is: the narrow one fills a phone held upright, the others their place; printed, it stands on one page with its title. */
export const DRAWN_AT = {
  narrow: '[&_svg]:h-auto [&_svg]:max-w-full',
  middle: `[&_svg]:h-auto [&_svg]:w-full ${ON_PAPER}`,
  wide: '[&_svg]:h-auto [&_svg]:w-full',
} as const;
