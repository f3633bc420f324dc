import { appContext } from '@/lib/server/context';
import { guarded, problemReply, reply } from '@/lib/server/http/reply';
import { questionIn } from '@/lib/server/http/request';
import { scorecards } from '@/lib/server/scorecards/scorecards';

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = questionIn(new URL(request.url));
    return asked.ok ? reply(await scorecards(await appContext(), asked.value)) : problemReply(asked);
  });
