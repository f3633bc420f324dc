import { appContext } from '@/lib/server/context';
import { minuteOf } from '@/lib/server/minute';
import { guarded, problemReply, reply } from '@/lib/server/reply';
import { minuteQuestionIn } from '@/lib/server/request';

export const dynamic = 'force-dynamic';

interface Segments {
  readonly params: Promise<{ readonly asset: string; readonly minute: string }>;
}

export const GET = (request: Request, { params }: Segments): Promise<Response> =>
  guarded(async () => {
    const asked = minuteQuestionIn(await params, new URL(request.url));
    if (!asked.ok) return problemReply(asked);
    return reply(await minuteOf(await appContext(), asked.value.question, asked.value.minute));
  });
