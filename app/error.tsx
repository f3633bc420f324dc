'use client';

import { Apology } from '@/components/frame/Apology';

/** What went wrong stays in the server's log; the reader gets one line and a way on. */
export default function ErrorPage({
  error,
  reset,
}: {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}) {
  return (
    <Apology title="This page could not be drawn">
      <p>
        Either the database does not answer (it starts with <code className="font-mono">npm start</code>), or this
        should not have happened. The server’s log holds the cause
        {error.digest === undefined ? '' : `, under ${error.digest}`}.
      </p>
      <button type="button" className="button button-strong" onClick={reset}>
        Try again
      </button>
    </Apology>
  );
}
