import { ANSWER_FORMATS, isAnswerFormat, type AnswerFormat } from '../../api/columns/format';
import { MOST_QUERY, MOST_QUERY_OF_ADDRESS } from '../../api/limits';
import { assetEntry } from '../../domain/asset';
import type { Contagion } from '../../domain/contagion';
import type { Lows } from '../../domain/lows';
import type { MarksAsked } from '../../domain/marks/asked';
import { parseAsset, type Asset } from '../../domain/market';
import { minuteRange, parseMinute, plus, type Day, type Minute, type MinuteRange } from '../../domain/minute';
import type { PictureLook } from '../../domain/pictureLook';
import type { Question } from '../../domain/question';
import type { Scan } from '../../domain/scan';
import { namedForm, VIEW_FORMS, type ViewForm } from '../../permalink/forms';
import { LIST_PAGES, readList, type ListPage, type ListView } from '../../permalink/lists';
import { readContagion } from '../../permalink/contagion';
import { LEAGUE_FORMS, readLeague, type LeagueForm } from '../../permalink/league';
import { readLows } from '../../permalink/lows';
import { readMarks } from '../../permalink/marks';
import { lookNames, readLook } from '../../permalink/pictureLook';
import { readQuestion } from '../../permalink/question';
import { readScan } from '../../permalink/scan';
import { readVenueWindow } from '../../permalink/venue';
import { readOnly, readStrictly, searchOf } from '../../permalink/query';
import { asOfIn, readWritten } from '../../permalink/readView';
import { asMeant } from '../../permalink/segments';
import type { View } from '../../permalink/view';
import type { Parsed } from '../../domain/unit';
import { refusalWords } from '../../words/refusals';
import { verificationFaults } from '../../words/en/verifications';
import type { Context } from '../context';
import { readResolution, type Resolution } from '../deviations/deviations';
import { answer, problem, refusedRequest, type Outcome } from './outcome';
import { compareChoices } from '../compare/choices';
import { windowOf } from '../coverage/window';
import { viewRefusal } from './viewRefusal';
import { lowsChoices } from '../lows/choices';
import { scanChoices } from '../scan/choices';
import type { Refresh } from '../scan/refresh';
import { venuesWithData } from '../venues/venues';
import { noSuchAddress } from '../../words/en/serverProblems';
import { noEvent } from '../../words/events';
import { printedAddress, type PrintedAddress } from '../verify/address';

type Given = Readonly<Record<string, string>>;

const orRefused = <T>(read: Parsed<T>, fields: Given = {}): Outcome<T> =>
  read.ok ? answer(read.value) : refusedRequest(read.error, fields);

const parametersOf = (url: URL): Outcome<Readonly<Record<string, string>>> =>
  orRefused(readStrictly(url.search, MOST_QUERY));

/** Nothing, for an address that takes no parameter: one that is given is refused rather than ignored. */
export const noParameters = (url: URL): Outcome<unknown> => orRefused(readOnly(url.search, MOST_QUERY, []));

/** The problem of an address that is none. */
export const noAddressIn = ({ pathname }: URL): Outcome<never> => problem('not-found', noSuchAddress(pathname));

/** What a page that embeds another one may give. */
export const oembedParameters = (url: URL): Outcome<Readonly<Record<string, string>>> =>
  orRefused(readOnly(url.search, MOST_QUERY, ['url', 'format', 'maxwidth', 'maxheight']));

/** The address that a picture prints. */
export function addressIn(url: URL): Outcome<PrintedAddress> {
  const given = addressWith(url, []);
  return given.ok ? answer(given.value.asked) : given;
}

/** The same, and how the picture is drawn; undefined: the query does not say. */
export function pictureAddressIn(url: URL): Outcome<{ asked: PrintedAddress; look: PictureLook | undefined }> {
  const given = addressWith(url, lookNames('png'));
  if (!given.ok) return given;
  const { asked, fields } = given.value;
  if (Object.keys(fields).length === 0) return answer({ asked, look: undefined });
  const look = readLook(fields);
  return look.ok ? answer({ asked, look: look.value }) : refusedRequest(look.error);
}

/** The address, and the other fields. */
function addressWith(
  url: URL,
  more: readonly string[],
): Outcome<{ asked: PrintedAddress; fields: Readonly<Record<string, string>> }> {
  const parameters = orRefused(readOnly(url.search, MOST_QUERY_OF_ADDRESS, ['address', ...more]));
  if (!parameters.ok) return parameters;
  const { address, ...fields } = parameters.value;
  if (address === undefined) return problem('bad-request', verificationFaults.noAddress);
  const asked = printedAddress(address);
  return asked === undefined ? problem('bad-request', verificationFaults.notAView(address)) : answer({ asked, fields });
}

/** `asset` of the query, where it is given. */
export function assetParameter(url: URL): Outcome<Asset | undefined> {
  const parameters = orRefused(readOnly(url.search, MOST_QUERY, ['asset']));
  if (!parameters.ok) return parameters;
  const { asset } = parameters.value;
  return asset === undefined ? answer(undefined) : orRefused(parseAsset(asset), parameters.value);
}

/** The question a query asks, strictly: unknown names and malformed values are refused. */
export function questionIn(url: URL): Outcome<Question> {
  const parameters = parametersOf(url);
  if (!parameters.ok) return parameters;
  return orRefused(readQuestion(parameters.value), parameters.value);
}

/** What a query asks of every stored asset. */
export function scanIn(url: URL): Outcome<Scan> {
  const parameters = parametersOf(url);
  if (!parameters.ok) return parameters;
  return orRefused(readScan(parameters.value), parameters.value);
}

/** Of which window a query asks for every venue's scorecard. */
export function venuesIn(url: URL): Outcome<MinuteRange> {
  const parameters = parametersOf(url);
  return parameters.ok ? orRefused(readVenueWindow(parameters.value), parameters.value) : parameters;
}

/** Of which window, and of which assets, a query asks who stood lowest. */
export function leagueIn(url: URL): Outcome<Day> {
  const parameters = parametersOf(url);
  return parameters.ok ? orRefused(readLeague(parameters.value), parameters.value) : parameters;
}

/** Of which day, undefined: of the last one with data, and in which form a path and a query ask the league's table; undefined: the path is none of it. */
export function leagueFormIn(
  path: readonly string[],
  url: URL,
): Outcome<{ readonly day: Day | undefined; readonly form: LeagueForm }> | undefined {
  const [first = '', ...rest] = path.map(asMeant);
  const named = namedForm(first);
  if (named?.name !== 'league' || rest.length > 0) return undefined;
  const form = LEAGUE_FORMS.find((one) => one === named.form);
  if (form === undefined) return problem('not-found', refusalWords({ kind: 'not-a-form', forms: LEAGUE_FORMS }));
  const parameters = parametersOf(url);
  if (!parameters.ok) return parameters;
  if (Object.keys(parameters.value).length === 0) return answer({ day: undefined, form });
  const day = orRefused(readLeague(parameters.value), parameters.value);
  return day.ok ? answer({ day: day.value, form }) : day;
}

/** Of which collateral, at which venue and in which window, a query asks the marks. */
export function marksIn(url: URL): Outcome<MarksAsked> {
  const parameters = parametersOf(url);
  return parameters.ok ? orRefused(readMarks(parameters.value), parameters.value) : parameters;
}

/** Of which asset, and of which window, a query asks who fell first. */
export function contagionIn(url: URL): Outcome<Contagion> {
  const parameters = parametersOf(url);
  return parameters.ok ? orRefused(readContagion(parameters.value), parameters.value) : parameters;
}

export function lowsIn(url: URL): Outcome<Lows> {
  const parameters = parametersOf(url);
  return parameters.ok ? orRefused(readLows(parameters.value), parameters.value) : parameters;
}

/** The question a query asks, the resolution its rows are wanted in (`auto` where it names none), and the format (`json`). */
export function deviationsRequestIn(
  url: URL,
): Outcome<{ question: Question; resolution: Resolution; format: AnswerFormat }> {
  const parameters = parametersOf(url);
  if (!parameters.ok) return parameters;
  const { resolution = 'auto', format = 'json', ...fields } = parameters.value;
  const size = readResolution(resolution);
  if (!size.ok) return refusedRequest(size.error);
  if (!isAnswerFormat(format))
    return refusedRequest({ kind: 'not-one-of', name: 'format', text: format, known: ANSWER_FORMATS });
  const read = readQuestion(fields, ['resolution', 'format']);
  return read.ok
    ? answer({ question: read.value, resolution: size.value, format })
    : refusedRequest(read.error, fields);
}

/** The question of one minute, asset and minute from the path, the rest from the query. */
export function minuteQuestionIn(
  path: { readonly asset: string; readonly minute: string },
  url: URL,
): Outcome<{ question: Question; minute: Minute }> {
  const parameters = parametersOf(url);
  if (!parameters.ok) return parameters;
  const minute = parseMinute(asMeant(path.minute));
  if (!minute.ok) return refusedRequest(minute.error);
  for (const name of ['asset', 'from', 'to']) {
    if (name in parameters.value) return refusedRequest({ kind: 'in-the-path', name });
  }
  const range = minuteRange(minute.value, plus(minute.value, 1));
  const read = readQuestion({
    ...parameters.value,
    asset: asMeant(path.asset),
    from: '2000-01-01T00:00Z',
    to: '2000-01-01T00:01Z',
  });
  return read.ok
    ? answer({ question: { ...read.value, range }, minute: minute.value })
    : refusedRequest(read.error, parameters.value);
}

const fieldsWhere = (given: Given, isWanted: (name: string) => boolean): Given =>
  Object.fromEntries(Object.entries(given).filter(([name]) => isWanted(name)));

/** The view, the form of it, and of a picture its look, that an address names: `ATOM.png?size=card` or `ATOM/2025-10-10T21:20Z.csv`. */
export async function viewFormIn(
  context: Context,
  path: readonly string[],
  url: URL,
): Promise<Outcome<{ readonly view: View; readonly form: ViewForm; readonly look: PictureLook }>> {
  const parameters = parametersOf(url);
  if (!parameters.ok) return parameters;
  const segments = path.map(asMeant);
  const named = namedForm(segments.at(-1) ?? '');
  if (named === undefined || segments.length > 2)
    return problem('not-found', refusalWords({ kind: 'not-a-form', forms: VIEW_FORMS }));
  const { name, form } = named;
  const names = lookNames(form);
  const look = readLook(fieldsWhere(parameters.value, (field) => names.includes(field)));
  if (!look.ok) return refusedRequest(look.error);
  const fields = fieldsWhere(parameters.value, (field) => !names.includes(field));
  const view = await viewOf(context, [...segments.slice(0, -1), name], fields);
  return view.ok ? answer({ view: view.value, form, look: look.value }) : view;
}

/** The view of an address below a route of its own: `ATOM`, `ATOM/2025-10-10T21:20Z`. */
export async function viewIn(context: Context, path: readonly string[], url: URL): Promise<Outcome<View>> {
  const parameters = parametersOf(url);
  return parameters.ok ? viewOf(context, path.map(asMeant), parameters.value) : parameters;
}

async function viewOf(
  context: Context,
  [first = '', second, ...more]: readonly string[],
  fields: Given,
): Promise<Outcome<View>> {
  const asset = parseAsset(first);
  if (!asset.ok || more.length > 0)
    return refusedRequest(asset.ok ? { kind: 'not-an-asset', text: [first, second, ...more].join('/') } : asset.error);
  const search = searchOf(fields);
  const window = await windowOf(context, asset.value, asOfIn(search));
  if (!window.ok) return window;
  if (second !== undefined) {
    const minute = parseMinute(second);
    if (!minute.ok) return refusedRequest(minute.error);
  }
  const address = { minute: second, search };
  const read = readWritten(address, { entry: assetEntry(asset.value), window: window.value.range });
  const [ignored] = read.ignored;
  return ignored === undefined ? answer(read.view) : refusedRequest(viewRefusal(ignored), fields);
}

/** The list, and the form of it, that an address names: `lows.csv` or `events/2025-10-10.json`. A window that it leaves out is its page's. */
export async function listFormIn(
  context: Context,
  path: readonly string[],
  url: URL,
  refresh: Refresh,
): Promise<Outcome<{ readonly list: ListView; readonly form: ViewForm; readonly look: PictureLook }>> {
  const parameters = parametersOf(url);
  if (!parameters.ok) return parameters;
  const segments = path.map(asMeant);
  const named = namedForm(segments.at(-1) ?? '');
  const parts = named === undefined ? [] : [...segments.slice(0, -1), named.name];
  const [pageName, below] = parts;
  const page = LIST_PAGES.find((one) => one === pageName);
  if (named === undefined || page === undefined || parts.length > 2)
    return problem('not-found', refusalWords({ kind: 'not-a-form', forms: VIEW_FORMS }));
  const { form } = named;
  const names = lookNames(form);
  const look = readLook(fieldsWhere(parameters.value, (field) => names.includes(field)));
  if (!look.ok) return refusedRequest(look.error);
  const own = fieldsWhere(parameters.value, (field) => !names.includes(field));
  const fields = await withWindow(context, page, own, refresh);
  const read = readList(page, below, fields);
  if (read === undefined) return problem('not-found', noEvent.line(below ?? ''));
  if (!read.ok) return refusedRequest(read.error, fields);
  const list = read.value;
  if (list.kind === 'venue' && !(await venuesWithData(context)).includes(list.venue))
    return problem('not-found', refusalWords({ kind: 'not-a-venue', text: list.venue }));
  return answer({ list, form, look: look.value });
}

/** What a list's page opens with, where its address leaves out an end of the window. */
async function withWindow(context: Context, page: ListPage, fields: Given, refresh: Refresh): Promise<Given> {
  if (fields['from'] !== undefined && fields['to'] !== undefined) return fields;
  switch (page) {
    case 'events':
      return fields;
    case 'lows':
      return { ...(await lowsChoices(context)).window, ...fields };
    case 'compare':
      return { ...(await compareChoices(context)).window, ...fields };
    case 'scan':
    case 'venues':
      return { ...(await scanChoices(context, refresh)).window, ...fields };
  }
}
