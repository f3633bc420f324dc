import { guarded, problemReply, reply } from '@/lib/server/http/reply';
import { pictureAddressIn } from '@/lib/server/http/request';
import { sealingKeys } from '@/lib/server/keys/publishedKeys';
import { picturesNowBeside } from '@/lib/server/thread/door';

export const dynamic = 'force-dynamic';

/** The picture of an address drawn anew, for each key that this instance sealed with: which of them a file names is not asked. */
export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asked = pictureAddressIn(new URL(request.url));
    if (!asked.ok) return problemReply(asked);
    const { asked: address, look } = asked.value;
    return reply(await picturesNowBeside(address, { keys: await sealingKeys(process.env), look }, request.signal));
  });
