'use client';

import { useEffect, useEffectEvent, useState } from 'react';

/** Fetches a file of the worked example once and hands it on as if its reader had chosen it. undefined: none is asked for. */
export function useExample(path: string | undefined, onFile: (file: File) => void): { readonly hasFailed: boolean } {
  const [hasFailed, setFailed] = useState(false);
  const opened = useEffectEvent(onFile);
  useEffect(() => {
    if (path === undefined) return undefined;
    const ends = new AbortController();
    fetchFile(path, ends.signal).then(
      (file) => {
        if (!ends.signal.aborted) opened(file);
      },
      () => {
        if (!ends.signal.aborted) setFailed(true);
      },
    );
    return () => {
      ends.abort();
    };
  }, [path]);
  return { hasFailed };
}

async function fetchFile(path: string, signal: AbortSignal): Promise<File> {
  const answer = await fetch(path, { signal });
  if (!answer.ok) throw new Error(`${path}: ${String(answer.status)}`);
  return new File([await answer.blob()], path.slice(1));
}
