import { MOST_EXHIBITS, MOST_QUERY_OF_PACK } from '../../api/limits';
import { isZone, type Zone } from '../../domain/zone';
import { LANGUAGE_FIELD, languageIn } from '../../permalink/language';
import { EXHIBIT_FIELD, exhibitsIn, PACK_ZONES, readExhibit, ZONE_FIELD } from '../../permalink/pack';
import { searchIn } from '../../permalink/query';
import type { View } from '../../permalink/view';
import { LANGUAGES } from '../../words/languages';
import { packProblems } from '../../words/packPage';
import { EVENT_WINDOW } from '../coverage/window';
import { answer, problem, refusedRequest, type Outcome } from '../http/outcome';
import { exhibitProblem } from './problem';

/** What a pack is asked of. */
export interface PackAsked {
  readonly views: readonly View[];
  readonly zone: Zone;
}

const NAMES: readonly string[] = [EXHIBIT_FIELD, ZONE_FIELD, LANGUAGE_FIELD];

/** The exhibits that a query asks for, strictly: every address must be readable, and of two days at most. */
export function packIn(url: URL): Outcome<PackAsked> {
  const search = searchIn(url.search);
  if (url.search.length > MOST_QUERY_OF_PACK)
    return refusedRequest({ kind: 'query-too-long', length: url.search.length, most: MOST_QUERY_OF_PACK });
  const unknown = [...search.keys()].find((name) => !NAMES.includes(name));
  if (unknown !== undefined) return refusedRequest({ kind: 'unknown-name', name: unknown, known: NAMES });
  const twice = [ZONE_FIELD, LANGUAGE_FIELD].find((name) => search.getAll(name).length > 1);
  if (twice !== undefined) return refusedRequest({ kind: 'given-twice', name: twice });
  const [zone, language] = [search.get(ZONE_FIELD) ?? 'utc', search.get(LANGUAGE_FIELD)];
  if (!isZone(zone) || !PACK_ZONES.includes(zone))
    return refusedRequest({ kind: 'not-one-of', name: ZONE_FIELD, text: zone, known: PACK_ZONES });
  if (language !== null && languageIn(search) === undefined)
    return refusedRequest({ kind: 'not-one-of', name: LANGUAGE_FIELD, text: language, known: LANGUAGES });
  const texts = exhibitsIn(search);
  if (texts.length === 0) return problem('bad-request', packProblems.none);
  if (texts.length > MOST_EXHIBITS) return problem('bad-request', packProblems.tooMany(texts.length, MOST_EXHIBITS));
  const views: View[] = [];
  for (const text of texts) {
    const read = readExhibit(text, EVENT_WINDOW);
    if (read.kind !== 'view') return problem('bad-request', exhibitProblem(text, read));
    views.push(read.view);
  }
  return answer({ views, zone });
}
