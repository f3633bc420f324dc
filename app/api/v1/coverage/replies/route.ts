import { appContext } from '@/lib/server/context';
import { problem } from '@/lib/server/outcome';
import { replies } from '@/lib/server/provenance';
import { guarded, problemReply, reply } from '@/lib/server/reply';
import { revisionsAskedIn } from '@/lib/server/revisionsRequest';

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = revisionsAskedIn(new URL(request.url));
    if (!asked.ok) return problemReply(asked);
    const { asset } = asked.value;
    return reply(
      asset === undefined
        ? problem('bad-request', '"asset" is missing; name one like ATOM')
        : await replies(await appContext(), { ...asked.value, asset }),
    );
  });
