import { columnsReply } from '@/lib/server/columns/reply';
import { appContext } from '@/lib/server/context';
import { guarded, problemReply, jsonReply } from '@/lib/server/http/reply';
import { deviationsRequestIn } from '@/lib/server/http/request';
import { lines, wantsLines } from '@/lib/server/http/stream';
import { deviationsJson } from '@/lib/server/long/deviationsJson';
import { deviationsBeside, isShort } from '@/lib/server/thread/door';

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = deviationsRequestIn(new URL(request.url));
    if (!asked.ok) return problemReply(asked);
    const { question, resolution, format } = asked.value;
    if (format === 'columns') return columnsReply(request, question, resolution);
    if (wantsLines(request)) return lines((options) => deviationsBeside(question, { ...options, resolution }));
    return jsonReply(
      isShort(question)
        ? await deviationsJson(await appContext(), question, { resolution })
        : await deviationsBeside(question, { resolution, signal: request.signal }),
    );
  });
