import { appContext } from '@/lib/server/context';
import { guarded, problemReply, reply } from '@/lib/server/http/reply';
import { venuesIn } from '@/lib/server/http/request';
import { refreshBeside } from '@/lib/server/thread/door';
import { venues } from '@/lib/server/venues/venues';

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = venuesIn(new URL(request.url));
    return asked.ok ? reply(await venues(await appContext(), asked.value, refreshBeside)) : problemReply(asked);
  });
