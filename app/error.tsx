'use client';

import { Apology } from '@/components/frame/Apology';
import { errorWords } from '@/lib/words/problems';

/** What went wrong stays in the server's log; the reader gets one line and a way on. */
export default function ErrorPage({
  error,
  reset,
}: {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}) {
  return (
    <Apology title={errorWords.heading}>
      <p>
        {errorWords.causeDatabase} <code className="font-mono">npm start</code>
        {errorWords.causeInternal(error.digest)}
      </p>
      <button type="button" className="button button-strong" onClick={reset}>
        {errorWords.retry}
      </button>
    </Apology>
  );
}
