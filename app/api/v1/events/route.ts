import { appContext } from '@/lib/server/context';
import { events } from '@/lib/server/events/events';
import { guarded, problemReply, reply } from '@/lib/server/http/reply';
import { noParameters } from '@/lib/server/http/request';

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = noParameters(new URL(request.url));
    return asked.ok ? reply(await events(await appContext())) : problemReply(asked);
  });
