import { guarded, packReply, problemReply } from '@/lib/server/http/reply';
import { packIn } from '@/lib/server/pack/request';
import { packBeside } from '@/lib/server/thread/door';

export const dynamic = 'force-dynamic';

/** `/api/v1/packs?view=ADDRESS&view=ADDRESS`: numbered exhibits as one zip. */
export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = packIn(new URL(request.url));
    return asked.ok ? packReply(await packBeside(asked.value, request.signal)) : problemReply(asked);
  });
