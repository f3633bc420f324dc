import { openApi } from '@/lib/server/openapi/document';

export const dynamic = 'force-dynamic';

let written: string | undefined;

/** The description of the API; the same as long as the process runs. */
export const GET = (): Response => {
  written ??= JSON.stringify(openApi());
  return new Response(written, { headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' } });
};
