import { guarded, jsonReply, problemReply } from '@/lib/server/http/reply';
import { questionIn } from '@/lib/server/http/request';
import { scorecardsBeside } from '@/lib/server/thread/door';

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = questionIn(new URL(request.url));
    return asked.ok ? jsonReply(await scorecardsBeside(asked.value, request.signal)) : problemReply(asked);
  });
