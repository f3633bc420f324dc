import { columnsReply } from '@/lib/server/columns/reply';
import { appContext } from '@/lib/server/context';
import { deviations } from '@/lib/server/deviations/deviations';
import { guarded, problemReply, reply, jsonReply } from '@/lib/server/http/reply';
import { deviationsRequestIn } from '@/lib/server/http/request';
import { lines, wantsLines } from '@/lib/server/http/stream';
import { deviationsBeside, isShort } from '@/lib/server/thread/door';

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = deviationsRequestIn(new URL(request.url));
    if (!asked.ok) return problemReply(asked);
    const { question, resolution, format } = asked.value;
    if (format === 'columns') return columnsReply(request, question, resolution);
    if (wantsLines(request)) return lines((options) => deviationsBeside(question, { ...options, resolution }));
    return isShort(question)
      ? reply(await deviations(await appContext(), question, { resolution }))
      : jsonReply(await deviationsBeside(question, { resolution, signal: request.signal }));
  });
