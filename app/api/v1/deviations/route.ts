import { appContext } from '@/lib/server/context';
import { deviations, isLong } from '@/lib/server/deviations/deviations';
import { guarded, problemReply, reply, writtenReply } from '@/lib/server/http/reply';
import { deviationsRequestIn } from '@/lib/server/http/request';
import { lines, wantsLines } from '@/lib/server/http/stream';
import { deviationsInThread } from '@/lib/server/thread/ask';

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = deviationsRequestIn(new URL(request.url));
    if (!asked.ok) return problemReply(asked);
    const { question, resolution } = asked.value;
    if (wantsLines(request)) return lines((options) => deviationsInThread(question, { ...options, resolution }));
    if (isLong(question))
      return writtenReply(await deviationsInThread(question, { resolution, signal: request.signal }));
    return reply(await deviations(await appContext(), question, { resolution }));
  });
