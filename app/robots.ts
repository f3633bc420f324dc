import type { MetadataRoute } from 'next';
import { publicOrigin } from '@/lib/server/http/origin';

export const dynamic = 'force-dynamic';

/** Pages may be indexed and their pictures shown. The API answers scripts; its answers are no pages. */
export default function robots(): MetadataRoute.Robots {
  const origin = publicOrigin(process.env);
  return {
    rules: { userAgent: '*', allow: '/api/v1/charts/', disallow: '/api/' },
    ...(origin === undefined ? {} : { sitemap: `${origin}/sitemap.xml` }),
  };
}
