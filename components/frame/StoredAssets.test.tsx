import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { overviewQuery } from '@/lib/client/overview';
import { noData } from '@/lib/words/en/overview';
import { StoredVenues } from '../venues/StoredVenues';
import { StoredAssets } from './StoredAssets';

/** What a page of an asset or a venue that is not found has below it, over these assets. */
function below(page: ReactNode, assets: readonly object[]): string {
  const client = new QueryClient();
  client.setQueryData(overviewQuery.queryKey, { assets } as never);
  return renderToStaticMarkup(<QueryClientProvider client={client}>{page}</QueryClientProvider>);
}

it.each([
  ['an asset', <StoredAssets key="assets" />],
  ['a venue', <StoredVenues key="venues" />],
])('the page of %s that is not found teaches how to bring candles in, where nothing is stored', (_, page) => {
  const text = below(page, []).replaceAll(/<[^>]*>/g, '');
  for (const { command } of noData.ways) expect(text).toContain(command);
});

it('and lists what there is, where something is', () => {
  const markup = below(<StoredAssets />, [{ asset: 'ATOM', name: 'ATOM', venues: ['binance'] }]);
  expect(markup).toContain('href="/ATOM"');
  expect(markup).not.toContain(noData.title);
});
