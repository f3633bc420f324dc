'use client';

import { useQuery } from '@tanstack/react-query';
import { Link } from '@/components/frame/Link';
import { overviewQuery } from '@/lib/client/overview';
import { notFoundWords } from '@/lib/words/problems';

/**
 * The assets there is data for, asked for by the browser: the server makes the page of what is not found beside every page, and would list them
 * for each.
 */
export function StoredAssets() {
  const assets = useQuery(overviewQuery).data?.assets ?? [];
  return assets.length === 0 ? null : (
    <section className="max-w-[68ch] space-y-4 text-ink-2">
      <p>{notFoundWords.assets}</p>
      <ul className="flex flex-wrap gap-2">
        {assets.map(({ asset, name }) => (
          <li key={asset}>
            <Link className="button" href={`/${asset}`} prefetch={false}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
