import { parseAsset } from '../../domain/market';
import { parseMinute } from '../../domain/minute';
import { answer, refusedRequest, type Outcome } from '../http/outcome';
import type { Choice } from './choose';

/** The longest query string that is read at all. */
const MAX_QUERY = 256;

/** The minute to work out that a query names, strictly; each part may be left out. */
export function choiceIn(url: URL): Outcome<Choice> {
  if (url.search.length > MAX_QUERY)
    return refusedRequest({ kind: 'query-too-long', length: url.search.length, most: MAX_QUERY });
  for (const name of url.searchParams.keys()) {
    if (name !== 'asset' && name !== 'minute')
      return refusedRequest({ kind: 'unknown-name', name, known: ['asset', 'minute'] });
    if (url.searchParams.getAll(name).length > 1) return refusedRequest({ kind: 'given-twice', name });
  }
  const [assetText, minuteText] = [url.searchParams.get('asset'), url.searchParams.get('minute')];
  const asset = assetText === null ? undefined : parseAsset(assetText);
  if (asset?.ok === false) return refusedRequest(asset.error);
  const minute = minuteText === null ? undefined : parseMinute(minuteText);
  if (minute?.ok === false) return refusedRequest(minute.error);
  return answer({ asset: asset?.value, minute: minute?.value });
}
