import { appContext } from '@/lib/server/context';
import { guarded, problemReply, reply } from '@/lib/server/http/reply';
import { scanIn } from '@/lib/server/http/request';
import { scan } from '@/lib/server/scan/scan';

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = scanIn(new URL(request.url));
    return asked.ok
      ? reply(await scan(await appContext(), asked.value, { signal: request.signal }))
      : problemReply(asked);
  });
