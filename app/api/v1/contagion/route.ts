import { guarded, problemReply, reply } from '@/lib/server/http/reply';
import { contagionIn } from '@/lib/server/http/request';
import { contagionBeside } from '@/lib/server/thread/door';

export const dynamic = 'force-dynamic';

/** Which books of an asset fell first, and how far behind the others were. */
export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = contagionIn(new URL(request.url));
    return asked.ok ? reply(await contagionBeside(asked.value, { signal: request.signal })) : problemReply(asked);
  });
