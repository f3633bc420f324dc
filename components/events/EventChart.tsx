import type { ReactNode } from 'react';
import type { EventAnswer } from '@/lib/api/events';
import { eventFinding, gantt as words } from '@/lib/words/events';
import { DRAWN_AT, SHOWN_AT } from '../frame/threeWidths';
import { Section } from '../frame/Section';

interface Drawn {
  readonly svg: string;
  readonly drawn: number;
}

interface Props {
  readonly answer: EventAnswer;
  /** The same chart at three widths, one of which is shown; undefined: there is nothing to draw. */
  readonly charts: Readonly<Record<'narrow' | 'middle' | 'wide', Drawn | undefined>>;
  /** What is chosen of the chart. */
  readonly children: ReactNode;
}

/** Every episode by venue, drawn already when the page arrives. The table below says the same. */
export function EventChart({ answer, charts, children }: Props) {
  if (charts.wide === undefined) return null;
  return (
    <Section id="episodes-chart" title={words.title} lead={words.lead}>
      {(['narrow', 'middle', 'wide'] as const).map((size) => {
        const chart = charts[size];
        if (chart === undefined) return null;
        const less = words.drawn(chart.drawn, answer.found);
        return (
          <figure key={size} className={SHOWN_AT[size]}>
            <div
              role="img"
              aria-label={words.description(eventFinding(answer))}
              className={DRAWN_AT[size]}
              dangerouslySetInnerHTML={{ __html: chart.svg }}
            />
            {less !== undefined && <figcaption className="mt-2 text-sm text-ink-2">{less}</figcaption>}
          </figure>
        );
      })}
      <div className="mt-4">{children}</div>
    </Section>
  );
}
