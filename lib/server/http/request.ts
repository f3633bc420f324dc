import { parseAsset, type Asset } from '../../domain/market';
import { minuteRange, parseMinute, plus, type Minute } from '../../domain/minute';
import type { Question } from '../../domain/question';
import type { Scan } from '../../domain/scan';
import { readQuestion } from '../../permalink/question';
import { readScan } from '../../permalink/scan';
import { readView, type View } from '../../permalink/view';
import { refusalWords } from '../../words/en/refusals';
import type { Context } from '../context';
import { readResolution, type Resolution } from '../deviations/deviations';
import { answer, problem, refusedRequest, type Outcome } from './outcome';
import { windowOf } from '../held/window';

/** The longest query string that is read at all; every view fits many times over. */
const MAX_QUERY = 4_096;

function parametersOf(url: URL): Outcome<Record<string, string>> {
  if (url.search.length > MAX_QUERY)
    return refusedRequest({ kind: 'query-too-long', length: url.search.length, most: MAX_QUERY });
  const names = [...url.searchParams.keys()];
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) return refusedRequest({ kind: 'given-twice', name: twice });
  return answer(Object.fromEntries(url.searchParams));
}

/** `asset` of the query, where it is given. */
export function assetParameter(url: URL): Outcome<Asset | undefined> {
  const parameters = parametersOf(url);
  if (!parameters.ok) return parameters;
  const { asset, ...others } = parameters.value;
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined) return refusedRequest({ kind: 'unknown-name', name: unknown, known: ['asset'] });
  if (asset === undefined) return answer(undefined);
  const read = parseAsset(asset);
  return read.ok ? answer(read.value) : refusedRequest(read.error);
}

/** The question a query asks, strictly: unknown names and malformed values are refused. */
export function questionIn(url: URL): Outcome<Question> {
  const parameters = parametersOf(url);
  if (!parameters.ok) return parameters;
  const read = readQuestion(parameters.value);
  return read.ok ? answer(read.value) : refusedRequest(read.error);
}

/** What a query asks of every asset held. */
export function scanIn(url: URL): Outcome<Scan> {
  const parameters = parametersOf(url);
  if (!parameters.ok) return parameters;
  const read = readScan(parameters.value);
  return read.ok ? answer(read.value) : refusedRequest(read.error);
}

/** The question a query asks, and the resolution its rows are wanted in (`auto` where it names none). */
export function deviationsRequestIn(url: URL): Outcome<{ question: Question; resolution: Resolution }> {
  const parameters = parametersOf(url);
  if (!parameters.ok) return parameters;
  const { resolution = 'auto', ...fields } = parameters.value;
  const size = readResolution(resolution);
  if (!size.ok) return refusedRequest(size.error);
  const read = readQuestion(fields);
  return read.ok ? answer({ question: read.value, resolution: size.value }) : refusedRequest(read.error);
}

/** The question of one minute, asset and minute from the path, the rest from the query. */
export function minuteQuestionIn(
  path: { readonly asset: string; readonly minute: string },
  url: URL,
): Outcome<{ question: Question; minute: Minute }> {
  const parameters = parametersOf(url);
  if (!parameters.ok) return parameters;
  const minute = parseMinute(decoded(path.minute));
  if (!minute.ok) return refusedRequest(minute.error);
  for (const name of ['asset', 'from', 'to']) {
    if (name in parameters.value) return refusedRequest({ kind: 'in-the-path', name });
  }
  const range = minuteRange(minute.value, plus(minute.value, 1));
  const read = readQuestion({
    ...parameters.value,
    asset: decoded(path.asset),
    from: '2000-01-01T00:00Z',
    to: '2000-01-01T00:01Z',
  });
  return read.ok ? answer({ question: { ...read.value, range }, minute: minute.value }) : refusedRequest(read.error);
}

/** The view a picture's address names: `ATOM.png` or `ATOM/2025-10-10T21:20Z.png`. */
export async function pictureViewIn(context: Context, path: readonly string[], url: URL): Promise<Outcome<View>> {
  const parameters = parametersOf(url);
  if (!parameters.ok) return parameters;
  const segments = path.map(decoded);
  const last = segments.at(-1);
  if (last === undefined || !last.endsWith('.png') || segments.length > 2)
    return problem('not-found', refusalWords({ kind: 'not-a-picture' }));
  const name = last.slice(0, -'.png'.length);
  const [first, second] = segments.length === 1 ? [name, undefined] : [segments[0] ?? '', name];
  const asset = parseAsset(first);
  if (!asset.ok) return refusedRequest(asset.error);
  const window = await windowOf(context, asset.value);
  if (!window.ok) return window;
  if (second !== undefined) {
    const minute = parseMinute(second);
    if (!minute.ok) return refusedRequest(minute.error);
  }
  const read = readView(asset.value, second, url.searchParams, { range: window.value.range });
  return read.ignored.length === 0 ? answer(read.view) : problem('bad-request', read.ignored.join(' '));
}

/** A path segment as it was meant; one that is not decodable stays as it is and fails where it is read. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
