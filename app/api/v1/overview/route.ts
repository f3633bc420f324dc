import { appContext } from '@/lib/server/context';
import { overview } from '@/lib/server/coverage/overview';
import { guarded, problemReply, reply } from '@/lib/server/http/reply';
import { noParameters } from '@/lib/server/http/request';
import { refreshBeside } from '@/lib/server/thread/door';

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = noParameters(new URL(request.url));
    return asked.ok ? reply(await overview(await appContext(), refreshBeside)) : problemReply(asked);
  });
