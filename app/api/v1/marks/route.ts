import { guarded, jsonReply, problemReply } from '@/lib/server/http/reply';
import { marksIn } from '@/lib/server/http/request';
import { marksBeside } from '@/lib/server/thread/door';

export const dynamic = 'force-dynamic';

/** What one unit of collateral was marked at, minute by minute. */
export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = marksIn(new URL(request.url));
    return asked.ok ? jsonReply(await marksBeside(asked.value, request.signal)) : problemReply(asked);
  });
