import { guarded, problemReply, reply } from '@/lib/server/http/reply';
import { scanIn } from '@/lib/server/http/request';
import { scanBeside } from '@/lib/server/thread/door';

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = scanIn(new URL(request.url));
    return asked.ok ? reply(await scanBeside(asked.value, { signal: request.signal })) : problemReply(asked);
  });
