'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { deviationsQuery } from '@/lib/client/deviations';
import type { Minute } from '@/lib/domain/minute';
import type { Question } from '@/lib/domain/question';
import { searchIn, type Search } from '@/lib/permalink/query';
import { viewPath, type View } from '@/lib/permalink/view';
import { episodeStepOf, isTaken } from '../palette/keys';
import { withMinute } from '../view';
import { episodeBeside } from './episodeSteps';
import { useOpenPage } from '../frame/useOpenPage';

/** Among which episodes a step is taken, and from which minute. */
export interface EpisodeSteps {
  readonly question: Question;
  readonly from: (step: -1 | 1) => Minute;
}

/**
 * Shift with an arrow opens the worst minute of the episode before or after, of those that the view's question finds; it is asked when first
 * needed. The view is read from the address when the key is pressed: a page may not be drawn yet of what was chosen just before.
 */
export function useEpisodeKeys(read: (search: Search) => View, steps: (view: View) => EpisodeSteps): void {
  const client = useQueryClient();
  const openPage = useOpenPage();
  /** The listener stays the same. */
  const now = useRef({ read, steps });
  useEffect(() => {
    now.current = { read, steps };
  });
  useEffect(() => {
    const step = async (by: -1 | 1): Promise<void> => {
      const view = now.current.read(searchIn(window.location.search));
      const { question, from } = now.current.steps(view);
      const { episodes } = await client.query({ ...deviationsQuery(question), staleTime: Infinity });
      const next = episodeBeside(episodes, from(by), by);
      if (next !== undefined) openPage(viewPath(withMinute(view, next.peak)), { scroll: false });
    };
    const onKey = (event: KeyboardEvent): void => {
      const by = episodeStepOf(event);
      if (by === undefined || isTaken(event.target)) return;
      event.preventDefault();
      // Where the analysis fails, the page says so already.
      step(by).catch(() => undefined);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [client, openPage]);
}
