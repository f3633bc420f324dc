import { appContext } from '@/lib/server/context';
import { guarded, oembedReply, problemReply } from '@/lib/server/http/reply';
import { oembedIn } from '@/lib/server/oembed/oembedRequest';
import { oembedBeside } from '@/lib/server/thread/door';

export const dynamic = 'force-dynamic';

/** How a page that embeds a view's page shows it. */
export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = await oembedIn(await appContext(), new URL(request.url));
    return asked.ok ? oembedReply(await oembedBeside(asked.value, request.signal)) : problemReply(asked);
  });
