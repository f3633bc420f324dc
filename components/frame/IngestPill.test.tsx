import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { progressQuery } from '@/lib/client/progress';
import { IngestPill } from './IngestPill';

it('nothing of an ingest is on the page when none runs', () => {
  const client = new QueryClient();
  client.setQueryData(progressQuery.queryKey, { method: 2, simulated: true, running: false, venues: [] });
  const html = renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <IngestPill />
    </QueryClientProvider>,
  );
  expect(html).toBe('');
});
