import { reply } from '@/lib/server/http/reply';
import { noAddressIn } from '@/lib/server/http/request';

export const dynamic = 'force-dynamic';

/** Whatever below `/api` is no address of the API. */
export const GET = (request: Request): Response => reply(noAddressIn(new URL(request.url)));
