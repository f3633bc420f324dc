'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { deviationsQuery } from '@/lib/client/deviations';
import type { Minute } from '@/lib/domain/minute';
import type { Question } from '@/lib/domain/question';
import { viewPath, type View } from '@/lib/permalink/view';
import { episodeStepOf, isTaken } from '../palette/keys';
import { withMinute } from '../view';
import { episodeBeside } from './episodeSteps';
import { inLanguage } from '@/lib/permalink/language';

/** Shift with an arrow opens the worst minute of the episode before or after `from`, of those that `question` finds; it is asked when first needed. */
export function useEpisodeKeys(view: View, question: Question, from: (step: -1 | 1) => Minute): void {
  const client = useQueryClient();
  const router = useRouter();
  /** What is shown now; the listener stays the same. */
  const now = useRef({ view, question, from });
  useEffect(() => {
    now.current = { view, question, from };
  });
  useEffect(() => {
    const step = async (by: -1 | 1): Promise<void> => {
      const asked = now.current;
      const { episodes } = await client.query({ ...deviationsQuery(asked.question), staleTime: Infinity });
      const next = episodeBeside(episodes, asked.from(by), by);
      if (next !== undefined) router.push(inLanguage(viewPath(withMinute(asked.view, next.peak))), { scroll: false });
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
  }, [client, router]);
}
