'use client';

import { useQuery } from '@tanstack/react-query';
import { overviewQuery } from '@/lib/client/overview';
import { notFoundWords } from '@/lib/words/problems';
import { NoData } from '../overview/NoData';
import { ButtonList } from './ButtonList';

/**
 * The assets there is data for, or how to bring some, asked for by the browser: the server makes the page of what is not found beside every page, and would list them
 * for each.
 */
export function StoredAssets() {
  const assets = useQuery(overviewQuery).data?.assets;
  if (assets === undefined) return null;
  return assets.length === 0 ? (
    <NoData />
  ) : (
    <section className="max-w-[68ch] space-y-4 text-ink-2">
      <p>{notFoundWords.assets}</p>
      <ButtonList links={assets.map(({ asset, name }) => ({ href: `/${asset}`, name }))} />
    </section>
  );
}
