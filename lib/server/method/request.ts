import { MOST_QUERY_OF_METHOD } from '../../api/limits';
import { parseAsset } from '../../domain/market';
import { parseMinute } from '../../domain/minute';
import { readOnly } from '../../permalink/query';
import { answer, refusedRequest, type Outcome } from '../http/outcome';
import type { Choice } from './choose';

/** The minute to work out that a query names, strictly; each part may be left out. */
export function choiceIn(url: URL): Outcome<Choice> {
  const fields = readOnly(url.search, MOST_QUERY_OF_METHOD, ['asset', 'minute']);
  if (!fields.ok) return refusedRequest(fields.error);
  const { asset: assetText, minute: minuteText } = fields.value;
  const asset = assetText === undefined ? undefined : parseAsset(assetText);
  if (asset?.ok === false) return refusedRequest(asset.error);
  const minute = minuteText === undefined ? undefined : parseMinute(minuteText);
  if (minute?.ok === false) return refusedRequest(minute.error);
  return answer({ asset: asset?.value, minute: minute?.value });
}
