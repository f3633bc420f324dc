'use client';

import { geistOfPages } from '@/components/frame/faces/faces';
import { errorWords } from '@/lib/words/problems';
import { siteWords } from '@/lib/words/site';
import './globals.css';

/** The last resort, where the frame of every page failed too. */
export default function GlobalError({ reset }: { readonly reset: () => void }) {
  return (
    <html lang="en" className={geistOfPages.variable}>
      <body>
        <title>{siteWords.name}</title>
        <main className="mx-auto max-w-[68ch] px-4 py-16">
          <h1 className="text-3xl font-semibold">{errorWords.wholeHeading}</h1>
          <p className="mt-4">{errorWords.wholeCause}</p>
          <button type="button" className="button button-strong mt-8" onClick={reset}>
            {errorWords.retry}
          </button>
        </main>
      </body>
    </html>
  );
}
