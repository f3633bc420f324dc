import { contagion } from '@/lib/server/contagion/contagion';
import { appContext } from '@/lib/server/context';
import { guarded, problemReply, reply } from '@/lib/server/http/reply';
import { contagionIn } from '@/lib/server/http/request';

export const dynamic = 'force-dynamic';

/** Which books of an asset fell first, and how far behind the others were. */
export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = contagionIn(new URL(request.url));
    return asked.ok ? reply(await contagion(await appContext(), asked.value)) : problemReply(asked);
  });
