import { guarded, problemReply } from '@/lib/server/http/reply';
import { noParameters } from '@/lib/server/http/request';
import { openApi } from '@/lib/server/openapi/document';

export const dynamic = 'force-dynamic';

let written: string | undefined;

/** The description of the API; the same as long as the process runs. */
export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = noParameters(new URL(request.url));
    if (!asked.ok) return problemReply(asked);
    written ??= JSON.stringify(await openApi());
    return new Response(written, { headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' } });
  });
