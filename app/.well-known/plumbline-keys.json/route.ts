import { guarded } from '@/lib/server/http/reply';
import { publishedNow } from '@/lib/server/keys/publishedKeys';

export const dynamic = 'force-dynamic';

/** `/.well-known/plumbline-keys.json`: the public keys with which this instance seals and sealed. */
export const GET = (): Promise<Response> =>
  guarded(async () =>
    Response.json(await publishedNow(process.env), {
      headers: { 'cache-control': 'no-store' },
    }),
  );
