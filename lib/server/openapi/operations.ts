import type { z } from 'zod';
import { alertsAnswer } from '../../api/alerts';
import { COLUMNS_TYPE } from '../../api/columns/format';
import { coverageAnswer, repliesAnswer } from '../../api/coverage';
import { deviationsAnswer } from '../../api/deviations';
import { errataAnswer } from '../../api/errata';
import { eventAnswer, eventsAnswer } from '../../api/events';
import { leagueAnswer } from '../../api/league';
import { lowsAnswer } from '../../api/lows';
import { methodAnswer } from '../../api/method';
import { minuteAnswer } from '../../api/minute';
import { oembedAnswer } from '../../api/oembed';
import { overviewAnswer } from '../../api/overview';
import { pinnedAnswer } from '../../api/pinned';
import { problem } from '../../api/problem';
import { progressAnswer } from '../../api/progress';
import { revisionsAnswer } from '../../api/revisions';
import { scanAnswer } from '../../api/scan';
import { scorecardsAnswer } from '../../api/scorecards';
import { venuesAnswer } from '../../api/venues';
import { addressNow, earlierStates, picturesNow } from '../../api/verification';
import { COMPARE_NAMES } from '../../permalink/compare';
import { EVENT_NAMES } from '../../permalink/events';
import { MEDIA_TYPES, VIEW_FORMS, type ViewForm } from '../../permalink/forms';
import { LEAGUE_NAMES } from '../../permalink/league';
import { LOWS_NAMES } from '../../permalink/lows';
import { lookNames } from '../../permalink/pictureLook';
import { QUESTION_NAMES } from '../../permalink/question';
import { SCAN_NAMES } from '../../permalink/scan';
import { VENUE_NAMES } from '../../permalink/venue';
import { VIEW_NAMES } from '../../permalink/view';
import type { operationWords } from '../../words/en/apiReference';
import { NDJSON } from '../http/plainly';
import { REVISION_NAMES } from '../revisions/revisionsRequest';
import { SCAN_SCHEMAS, type JsonSchema, type ParameterName } from './parameters';

/** Every contract that answers in JSON, by the name of its schema. */
export const CONTRACTS = {
  overviewAnswer,
  progressAnswer,
  coverageAnswer,
  repliesAnswer,
  revisionsAnswer,
  errataAnswer,
  alertsAnswer,
  methodAnswer,
  deviationsAnswer,
  minuteAnswer,
  scorecardsAnswer,
  scanAnswer,
  lowsAnswer,
  leagueAnswer,
  venuesAnswer,
  eventsAnswer,
  eventAnswer,
  pinnedAnswer,
  addressNow,
  picturesNow,
  earlierStates,
  oembedAnswer,
  problem,
} as const satisfies Readonly<Record<string, z.ZodType>>;
export type ContractName = keyof typeof CONTRACTS;

/** Everything that is described of an address of the API. */
export interface Operation {
  readonly id: keyof typeof operationWords;
  /** Below /api/v1, with names in braces. */
  readonly path: string;
  readonly query: readonly ParameterName[];
  /** Of the query, those that must be given. */
  readonly required?: readonly ParameterName[];
  /** Schemas that are other ones here. */
  readonly schemas?: Partial<Readonly<Record<ParameterName, JsonSchema>>>;
  /** A name of the query that means something else here. */
  readonly meaning?: Partial<Readonly<Record<ParameterName, ParameterName>>>;
  /** What is answered as JSON; undefined: only media types. */
  readonly answer?: ContractName;
  readonly types?: readonly string[];
  /** Beside those of every address. */
  readonly problems?: readonly (404 | 409 | 501)[];
}

const names = (...all: readonly string[]): readonly ParameterName[] => [...new Set(all)] as ParameterName[];
const QUESTION = names(...QUESTION_NAMES);
const VIEW = names(...VIEW_NAMES);
const LOOK = lookNames('png');
const typesOf = (forms: readonly ViewForm[]): readonly string[] => forms.map((form) => MEDIA_TYPES[form]);
const WINDOW = names('from', 'to');

export const OPERATIONS: readonly Operation[] = [
  { id: 'overview', path: '/overview', query: [], answer: 'overviewAnswer' },
  { id: 'progress', path: '/progress', query: [], answer: 'progressAnswer' },
  { id: 'coverage', path: '/coverage', query: ['asset'], answer: 'coverageAnswer', problems: [404] },
  {
    id: 'replies',
    path: '/coverage/replies',
    query: names(...REVISION_NAMES),
    required: ['asset'],
    answer: 'repliesAnswer',
    problems: [404],
  },
  { id: 'reply', path: '/coverage/replies/{asset}/{sha256}', query: [], types: ['text/plain'], problems: [404] },
  { id: 'revisions', path: '/revisions', query: names(...REVISION_NAMES), answer: 'revisionsAnswer', problems: [404] },
  { id: 'errata', path: '/errata', query: ['asset'], answer: 'errataAnswer', problems: [404] },
  { id: 'alerts', path: '/alerts', query: [], answer: 'alertsAnswer' },
  { id: 'method', path: '/method', query: ['asset', 'minute'], answer: 'methodAnswer', problems: [404] },
  {
    id: 'deviations',
    path: '/deviations',
    query: [...QUESTION, 'resolution', 'format'],
    required: ['asset', 'from', 'to'],
    answer: 'deviationsAnswer',
    types: [NDJSON, COLUMNS_TYPE],
    problems: [404],
  },
  {
    id: 'minute',
    path: '/minutes/{asset}/{minute}',
    query: QUESTION.filter((name) => !['asset', 'from', 'to'].includes(name)),
    answer: 'minuteAnswer',
    problems: [404],
  },
  {
    id: 'scorecards',
    path: '/scorecards',
    query: QUESTION,
    required: ['asset', 'from', 'to'],
    answer: 'scorecardsAnswer',
    problems: [404],
  },
  {
    id: 'scan',
    path: '/scan',
    query: names(...SCAN_NAMES),
    required: WINDOW,
    schemas: SCAN_SCHEMAS,
    answer: 'scanAnswer',
    problems: [404],
  },
  {
    id: 'lows',
    path: '/lows',
    query: names(...LOWS_NAMES),
    required: WINDOW,
    answer: 'lowsAnswer',
    types: [NDJSON],
    problems: [404],
  },
  { id: 'venues', path: '/venues', query: names(...VENUE_NAMES), required: WINDOW, answer: 'venuesAnswer' },
  { id: 'league', path: '/league', query: names(...LEAGUE_NAMES), required: ['day'], answer: 'leagueAnswer' },
  { id: 'events', path: '/events', query: [], answer: 'eventsAnswer' },
  { id: 'event', path: '/events/{event}', query: names(...EVENT_NAMES), answer: 'eventAnswer', problems: [404] },
  { id: 'pinned', path: '/pinned/{asset}', query: VIEW, answer: 'pinnedAnswer', problems: [404] },
  { id: 'pinnedMinute', path: '/pinned/{asset}/{minute}', query: VIEW, answer: 'pinnedAnswer', problems: [404] },
  {
    id: 'verification',
    path: '/verifications',
    query: ['address'],
    required: ['address'],
    answer: 'addressNow',
    types: [NDJSON],
    problems: [404],
  },
  {
    id: 'pictures',
    path: '/verifications/pictures',
    query: names('address', ...LOOK),
    required: ['address'],
    answer: 'picturesNow',
    problems: [404],
  },
  {
    id: 'states',
    path: '/verifications/states',
    query: ['address'],
    required: ['address'],
    answer: 'earlierStates',
    types: [NDJSON],
    problems: [404],
  },
  {
    id: 'packs',
    path: '/packs',
    query: ['view', 'zone'],
    required: ['view'],
    types: [MEDIA_TYPES.zip],
    problems: [404],
  },
  {
    id: 'oembed',
    path: '/oembed',
    query: ['url', 'format', 'maxwidth', 'maxheight'],
    required: ['url'],
    meaning: { format: 'oembedFormat' },
    answer: 'oembedAnswer',
    problems: [404, 501],
  },
  {
    id: 'chart',
    path: '/charts/{asset}.{form}',
    query: names(...VIEW, ...LOOK),
    types: typesOf(VIEW_FORMS),
    problems: [404, 409],
  },
  {
    id: 'minuteChart',
    path: '/charts/{asset}/{minute}.{form}',
    query: names(...VIEW, ...LOOK),
    types: typesOf(VIEW_FORMS),
    problems: [404, 409],
  },
  {
    id: 'list',
    path: '/lists/{page}.{form}',
    query: names(...SCAN_NAMES, ...COMPARE_NAMES, ...LOOK),
    schemas: { ...SCAN_SCHEMAS, form: { enum: VIEW_FORMS } },
    types: typesOf(VIEW_FORMS),
    problems: [404],
  },
  {
    id: 'listBelow',
    path: '/lists/{page}/{name}.{form}',
    query: names(...EVENT_NAMES, ...VENUE_NAMES, ...LOOK),
    schemas: { page: { enum: ['events', 'venues'] }, form: { enum: VIEW_FORMS } },
    types: typesOf(VIEW_FORMS),
    problems: [404],
  },
  { id: 'openapi', path: '/openapi.json', query: [] },
];
