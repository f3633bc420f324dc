'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { progressQuery } from '@/lib/client/progress';
import { doneShare } from '../words/progress';

/** Says on every page that candles are still coming; when the last one came, every number on the page is asked again. */
export function IngestPill() {
  const { data } = useQuery(progressQuery);
  const running = data?.running === true;
  useRefreshWhenDone(running);
  if (!running) return null;
  const share = doneShare(data.venues);
  return (
    <Link href="/" className="button border-caution text-caution" aria-label="Candles are still coming; see what is missing">
      <span aria-hidden className="size-2 animate-pulse rounded-full bg-caution" />
      {share === undefined ? 'Ingest running' : `Ingest ${Math.floor(share * 100)} %`}
    </Link>
  );
}

function useRefreshWhenDone(running: boolean): void {
  const client = useQueryClient();
  const before = useRef(running);
  useEffect(() => {
    if (before.current && !running) void client.invalidateQueries();
    before.current = running;
  }, [running, client]);
}
