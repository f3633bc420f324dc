import { appContext } from '@/lib/server/context';
import { refusedRequest } from '@/lib/server/http/outcome';
import { replies } from '@/lib/server/replies/provenance';
import { guarded, problemReply, reply } from '@/lib/server/http/reply';
import { revisionsAskedIn } from '@/lib/server/revisions/revisionsRequest';

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = revisionsAskedIn(new URL(request.url));
    if (!asked.ok) return problemReply(asked);
    const { asset } = asked.value;
    return reply(
      asset === undefined
        ? refusedRequest({ kind: 'missing-asset' })
        : await replies(await appContext(), { ...asked.value, asset }),
    );
  });
