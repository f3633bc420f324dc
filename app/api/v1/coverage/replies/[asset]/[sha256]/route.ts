import { parseAsset } from '@/lib/domain/market';
import { appContext } from '@/lib/server/context';
import { refusedRequest } from '@/lib/server/http/outcome';
import { replyBytes } from '@/lib/server/replies/provenance';
import { guarded, problemReply, reply } from '@/lib/server/http/reply';
import { noParameters } from '@/lib/server/http/request';

export const dynamic = 'force-dynamic';

interface Props {
  readonly params: Promise<{ asset: string; sha256: string }>;
}

/** Text, and nothing a browser would run: what an exchange said is not ours to vouch for. */
const HEADERS = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-store',
};

export const GET = (request: Request, { params }: Props): Promise<Response> =>
  guarded(async () => {
    const asked = noParameters(new URL(request.url));
    if (!asked.ok) return problemReply(asked);
    const { asset: text, sha256 } = await params;
    const asset = parseAsset(text);
    if (!asset.ok) return reply(refusedRequest(asset.error));
    if (!/^[0-9a-f]{64}$/.test(sha256)) return reply(refusedRequest({ kind: 'not-a-sha256' }));
    const found = await replyBytes(await appContext(), asset.value, sha256);
    return found.ok
      ? new Response(found.value.body, {
          headers: { ...HEADERS, ...(found.value.simulated ? { 'x-plumbline-simulated': 'SIMULATED' } : {}) },
        })
      : reply(found);
  });
