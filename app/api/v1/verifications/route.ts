import { guarded, jsonReply, problemReply } from '@/lib/server/http/reply';
import { addressIn } from '@/lib/server/http/request';
import { lines, wantsLines } from '@/lib/server/http/stream';
import { addressNowBeside } from '@/lib/server/thread/door';

export const dynamic = 'force-dynamic';

/** What the view of an address gives now: whoever checks a picture tells us its address, and nothing else of it. */
export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = addressIn(new URL(request.url));
    if (!asked.ok) return problemReply(asked);
    return wantsLines(request)
      ? lines((options) => addressNowBeside(asked.value, options))
      : jsonReply(await addressNowBeside(asked.value, { signal: request.signal }));
  });
