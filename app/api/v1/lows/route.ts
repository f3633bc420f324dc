import { guarded, jsonReply, problemReply } from '@/lib/server/http/reply';
import { lowsIn } from '@/lib/server/http/request';
import { lines, wantsLines } from '@/lib/server/http/stream';
import { lowsBeside } from '@/lib/server/thread/door';

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = lowsIn(new URL(request.url));
    if (!asked.ok) return problemReply(asked);
    return wantsLines(request)
      ? lines((options) => lowsBeside(asked.value, options))
      : jsonReply(await lowsBeside(asked.value, { signal: request.signal }));
  });
