'use client';

import { useQuery } from '@tanstack/react-query';
import { MOST_EVERY_MINUTE_DAYS } from '@/lib/api/limits';
import { scorecardsQuery } from '@/lib/client/scorecards';
import { minutesIn, MINUTES_PER_DAY } from '@/lib/domain/minute';
import type { View } from '@/lib/permalink/view';
import { Failure } from '../frame/Failure';
import { Section } from '../frame/Section';
import { OrderOfEvents } from './OrderOfEvents';
import { Scorecards } from './Scorecards';
import { scorecards } from '@/lib/words/scorecards';

/** How every venue did in the window: its scorecard, how unusual that is for it, and who moved first. */
export function WindowScorecards({ view }: { readonly view: View }) {
  const isShort = minutesIn(view.question.range) <= MOST_EVERY_MINUTE_DAYS * MINUTES_PER_DAY;
  const { data, error } = useQuery({ ...scorecardsQuery(view.question), enabled: isShort });
  if (isShort && data !== undefined) {
    return (
      <>
        <Scorecards answer={data} view={view} />
        <OrderOfEvents answer={data} view={view} />
      </>
    );
  }
  return (
    <Section id="scorecards" title={scorecards.title}>
      {!isShort && <p className="text-ink-2">{scorecards.tooLong(MOST_EVERY_MINUTE_DAYS)}</p>}
      {error !== null && <Failure of={error} />}
      {isShort && error === null && (
        <p className="text-ink-3" role="status">
          {scorecards.loading}
        </p>
      )}
    </Section>
  );
}
