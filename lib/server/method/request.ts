import { parseAsset } from '../../domain/market';
import { parseMinute } from '../../domain/minute';
import { shown } from '../../permalink/fields';
import { answer, problem, type Outcome } from '../http/outcome';
import type { Choice } from './choose';

/** The longest query string that is read at all. */
const MAX_QUERY = 256;

/** The minute to work out that a query names, strictly; each part may be left out. */
export function choiceIn(url: URL): Outcome<Choice> {
  if (url.search.length > MAX_QUERY)
    return problem(
      'bad-request',
      `the query is ${String(url.search.length)} characters long; ${String(MAX_QUERY)} are read`,
    );
  for (const name of url.searchParams.keys()) {
    if (name !== 'asset' && name !== 'minute')
      return problem('bad-request', `"${shown(name)}" is not known; there are asset, minute`);
    if (url.searchParams.getAll(name).length > 1)
      return problem('bad-request', `"${name}" is given twice; give it once`);
  }
  const [assetText, minuteText] = [url.searchParams.get('asset'), url.searchParams.get('minute')];
  const asset = assetText === null ? undefined : parseAsset(assetText);
  if (asset?.ok === false) return problem('bad-request', asset.error);
  const minute = minuteText === null ? undefined : parseMinute(minuteText);
  if (minute?.ok === false) return problem('bad-request', minute.error);
  return answer({ asset: asset?.value, minute: minute?.value });
}
