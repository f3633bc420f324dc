'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ProgressAnswer } from '@/lib/api/progress';
import { progressQuery } from '@/lib/client/progress';
import { later, useLater } from '../later/useLater';

/** Says on every page that candles are loading, and on demand how far and how fast. When the last one is there, every number on the page is asked for again. */
export function IngestPill() {
  const { data } = useQuery(progressQuery);
  const running = data?.running === true;
  useRefreshWhenDone(running);
  return running ? <Running answer={data} /> : null;
}

const ingestRunning = later<{ readonly answer: ProgressAnswer }>(
  async () => (await import('./IngestRunning')).IngestRunning,
);

/** Most pages are read while nothing loads, and load none of its code. */
function Running({ answer }: { readonly answer: ProgressAnswer }) {
  const isThere = useLater(ingestRunning);
  return isThere && ingestRunning.come !== undefined ? <ingestRunning.come answer={answer} /> : null;
}

function useRefreshWhenDone(running: boolean): void {
  const client = useQueryClient();
  const before = useRef(running);
  useEffect(() => {
    if (before.current && !running) void client.invalidateQueries();
    before.current = running;
  }, [running, client]);
}
