import type { MetadataRoute } from 'next';
import { PAGES } from '@/components/frame/pages';
import { EVENT_IDS } from '@/lib/domain/events/event';
import { plainEventPath } from '@/lib/permalink/events';
import { pagePath } from '@/lib/permalink/query';
import { appContext } from '@/lib/server/context';
import { assetsWithData } from '@/lib/server/coverage/assetCoverage';
import { publicOrigin } from '@/lib/server/http/origin';

export const dynamic = 'force-dynamic';

/** The start, the pages beside those of assets, every event, and every asset with data. Without a public address (PLUMBLINE_ORIGIN) there is nothing to list: a host that a client names is not ours. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = publicOrigin(process.env);
  if (origin === undefined) return [];
  const assets = await assetsWithData(await appContext());
  const paths = [
    '/',
    ...PAGES.map((page) => pagePath(`/${page}`, {})),
    ...EVENT_IDS.map(plainEventPath),
    ...assets.map(({ asset }) => pagePath(`/${asset}`, {})),
  ];
  return paths.map((path) => ({ url: `${origin}${path}` }));
}
