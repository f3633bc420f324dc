import { appContext } from '@/lib/server/context';
import { guarded, problemReply, reply } from '@/lib/server/http/reply';
import { revisions } from '@/lib/server/revisions/revisions';
import { revisionsAskedIn } from '@/lib/server/revisions/revisionsRequest';

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = revisionsAskedIn(new URL(request.url));
    return asked.ok ? reply(await revisions(await appContext(), asked.value)) : problemReply(asked);
  });
