import { spreadChartWords } from '@/lib/words/compare';

interface Props {
  /** The same chart at three widths, one of which is shown. */
  readonly charts: Readonly<Record<'narrow' | 'middle' | 'wide', string | undefined>>;
  readonly finding: string;
}

/** The wide one fills the page, which is a little wider on wide screens than it was drawn; the middle one is as wide as paper. */
const SHOWN = {
  narrow: 'md:hidden print:hidden',
  middle: 'max-md:hidden xl:hidden print:block',
  wide: 'max-xl:hidden print:hidden',
} as const;

/** The spread, drawn already when the page arrives. The tables below say the same. */
export function SpreadFigure({ charts, finding }: Props) {
  return (['narrow', 'middle', 'wide'] as const).map((size) => {
    const svg = charts[size];
    return svg === undefined ? null : (
      <figure key={size} className={SHOWN[size]}>
        <div
          role="img"
          aria-label={spreadChartWords.description(finding)}
          className={`[&_svg]:h-auto [&_svg]:max-w-full ${size === 'wide' ? '[&_svg]:w-full' : ''}`}
          dangerouslySetInnerHTML={{ __html: svg }}
        />
      </figure>
    );
  });
}
