import { spreadChartWords } from '@/lib/words/compare';
import { DRAWN_AT, SHOWN_AT } from '../frame/threeWidths';

interface Props {
  /** The same chart at three widths, one of which is shown. */
  readonly charts: Readonly<Record<'narrow' | 'middle' | 'wide', string | undefined>>;
  readonly finding: string;
}

/** The spread, drawn already when the page arrives. The tables below say the same. */
export function SpreadFigure({ charts, finding }: Props) {
  return (['narrow', 'middle', 'wide'] as const).map((size) => {
    const svg = charts[size];
    return svg === undefined ? null : (
      <figure key={size} className={SHOWN_AT[size]}>
        <div
          role="img"
          aria-label={spreadChartWords.description(finding)}
          className={DRAWN_AT[size]}
          dangerouslySetInnerHTML={{ __html: svg }}
        />
      </figure>
    );
  });
}
