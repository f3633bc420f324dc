import { appContext } from '@/lib/server/context';
import { errata } from '@/lib/server/errata/errata';
import { guarded, problemReply, reply } from '@/lib/server/http/reply';
import { assetParameter } from '@/lib/server/http/request';

export const dynamic = 'force-dynamic';

/** Errata and venues' answers, of one asset or of all. */
export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = assetParameter(new URL(request.url));
    return asked.ok ? reply(await errata(await appContext(), asked.value)) : problemReply(asked);
  });
