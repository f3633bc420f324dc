import type { MetadataRoute } from 'next';
import { PAGES } from '@/components/frame/pages';
import { EVENT_IDS } from '@/lib/domain/events/event';
import { plainEventPath } from '@/lib/permalink/events';
import { pagePath } from '@/lib/permalink/query';
import { publicOrigin } from '@/lib/server/http/origin';

export const dynamic = 'force-dynamic';

/** The start, the pages beside those of assets, and every event. Without a public address (PLUMBLINE_ORIGIN) there is nothing to list: a host that a client names is not ours. */
export default function sitemap(): MetadataRoute.Sitemap {
  const origin = publicOrigin(process.env);
  if (origin === undefined) return [];
  const paths = ['/', ...PAGES.map((page) => pagePath(`/${page}`, {})), ...EVENT_IDS.map(plainEventPath)];
  return paths.map((path) => ({ url: `${origin}${path}` }));
}
