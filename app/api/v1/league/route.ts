import { appContext } from '@/lib/server/context';
import { guarded, problemReply, reply } from '@/lib/server/http/reply';
import { leagueIn } from '@/lib/server/http/request';
import { league } from '@/lib/server/league/league';
import { refreshBeside } from '@/lib/server/thread/door';

export const dynamic = 'force-dynamic';

/** The certain episodes of a UTC day, venue by venue. */
export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = leagueIn(new URL(request.url));
    return asked.ok ? reply(await league(await appContext(), asked.value, refreshBeside)) : problemReply(asked);
  });
