import { appContext } from '@/lib/server/context';
import { method } from '@/lib/server/method';
import { choiceIn } from '@/lib/server/method/request';
import { guarded, problemReply, reply } from '@/lib/server/http/reply';

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const choice = choiceIn(new URL(request.url));
    return choice.ok ? reply(await method(await appContext(), choice.value)) : problemReply(choice);
  });
