import { appContext } from '@/lib/server/context';
import { deviations } from '@/lib/server/deviations';
import { guarded, problemReply, reply } from '@/lib/server/reply';
import { questionIn } from '@/lib/server/request';

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const question = questionIn(new URL(request.url));
    return question.ok ? reply(await deviations(await appContext(), question.value)) : problemReply(question);
  });
