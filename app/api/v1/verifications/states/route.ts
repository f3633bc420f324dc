import { guarded, jsonReply, problemReply } from '@/lib/server/http/reply';
import { addressIn } from '@/lib/server/http/request';
import { lines, wantsLines } from '@/lib/server/http/stream';
import { earlierStatesBeside } from '@/lib/server/thread/door';

export const dynamic = 'force-dynamic';

/** What the books of an address were before: whoever checks a picture looks for its own among the states. */
export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = addressIn(new URL(request.url));
    if (!asked.ok) return problemReply(asked);
    return wantsLines(request)
      ? lines((options) => earlierStatesBeside(asked.value, options))
      : jsonReply(await earlierStatesBeside(asked.value, { signal: request.signal }));
  });
