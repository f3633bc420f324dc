import { appContext } from '@/lib/server/context';
import { event } from '@/lib/server/events/event';
import { eventIn } from '@/lib/server/events/request';
import { guarded, problemReply, reply } from '@/lib/server/http/reply';
import { scanBeside } from '@/lib/server/thread/door';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ readonly event: string }>;
}

export const GET = (request: Request, { params }: Context): Promise<Response> =>
  guarded(async () => {
    const asked = eventIn((await params).event, new URL(request.url));
    return asked.ok
      ? reply(await event(await appContext(), asked.value, (scan) => scanBeside(scan, { signal: request.signal })))
      : problemReply(asked);
  });
