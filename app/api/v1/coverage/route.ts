import { appContext } from '@/lib/server/context';
import { coverage } from '@/lib/server/coverage/coverage';
import { guarded, problemReply, reply } from '@/lib/server/http/reply';
import { assetParameter } from '@/lib/server/http/request';

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Promise<Response> =>
  guarded(async () => {
    const asset = assetParameter(new URL(request.url));
    return asset.ok
      ? reply(await coverage(await appContext(), asset.value, { kept: asset.value !== undefined }))
      : problemReply(asset);
  });
