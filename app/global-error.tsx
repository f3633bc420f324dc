'use client';

import { GeistSans } from 'geist/font/sans';
import './globals.css';

/** The last resort, where the frame of every page failed too. */
export default function GlobalError({ reset }: { readonly reset: () => void }) {
  return (
    <html lang="en" className={GeistSans.variable}>
      <body>
        <title>Plumbline</title>
        <main className="mx-auto max-w-[68ch] px-4 py-16">
          <h1 className="text-3xl font-semibold">Plumbline could not draw this page</h1>
          <p className="mt-4">
            The server’s log holds the cause. Check that the server and its database run, then try again.
          </p>
          <button type="button" className="button button-strong mt-8" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
