import { appContext } from '@/lib/server/context';
import { minuteOf } from '@/lib/server/minutes/minute';
import { guarded, problemReply, reply } from '@/lib/server/http/reply';
import { minuteQuestionIn } from '@/lib/server/http/request';

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
