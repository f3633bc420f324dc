import { alerts } from '@/lib/server/alerts/alerts';
import { appContext } from '@/lib/server/context';
import { guarded, problemReply, reply } from '@/lib/server/http/reply';
import { noParameters } from '@/lib/server/http/request';

export const dynamic = 'force-dynamic';

/** Alerts with all their changes, those that changed last first. */
export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = noParameters(new URL(request.url));
    return asked.ok ? reply(await alerts(await appContext(), process.env)) : problemReply(asked);
  });
