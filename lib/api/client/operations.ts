import type * as z from 'zod/mini';
import { COLUMNS_TYPE } from '../columns/format';
import type { ParameterName } from './parameters';

/** A contract by its name, loaded with the first answer: no page waits for the library of contracts before it is painted. */
interface Answer {
  readonly name: string;
  readonly contract: () => Promise<z.ZodMiniType>;
}

/** An address of the API: asked with GET. */
export interface Operation {
  /** With names in braces. */
  readonly path: string;
  readonly query: readonly ParameterName[];
  /** Of the query, those that must be given. */
  readonly required?: readonly ParameterName[];
  /** What is answered as JSON; none: a file. */
  readonly answer?: Answer;
  /** What a file is: `form`, as its address names it. */
  readonly file?: 'form' | 'text' | 'zip';
  /** Whether the server tells how far it is, in lines of JSON, where the reader takes these. */
  readonly tells?: true;
  /** Another type that it answers in. */
  readonly type?: string;
  /** Beside those of every address. */
  readonly problems?: readonly (404 | 409 | 501)[];
}

const WINDOW = ['from', 'to'] as const;
const OF_A_MINUTE = ['venues', 'markets', 'reference', 'bloc', 'rate', 'minPeers', 'enter', 'asOf'] as const;
const QUESTION = ['asset', ...WINDOW, ...OF_A_MINUTE] as const;
const VIEW = ['v', 'm', ...WINDOW, ...OF_A_MINUTE, 'scale', 'focus', 'lines', 'digest'] as const;
const LOOK = ['size', 'theme', 'density'] as const;
const EVENT = ['yardstick', 'asOf'] as const;
const REVISIONS = ['asset', ...WINDOW, 'limit', 'asOf'] as const;
const RANKED = [
  'reference',
  'rank',
  'limit',
  'assets',
  'venues',
  'kinds',
  'side',
  'certainty',
  'depth',
  'peers',
  'asOf',
] as const;

// Each by itself, so that a page carries those it asks for.

export const overview = {
  path: '/api/v1/overview',
  query: [],
  answer: { name: 'overviewAnswer', contract: async () => (await import('../overview')).overviewAnswer },
} as const satisfies Operation;

export const progress = {
  path: '/api/v1/progress',
  query: [],
  answer: { name: 'progressAnswer', contract: async () => (await import('../progress')).progressAnswer },
} as const satisfies Operation;

export const coverage = {
  path: '/api/v1/coverage',
  query: ['asset'],
  answer: { name: 'coverageAnswer', contract: async () => (await import('../coverage')).coverageAnswer },
  problems: [404],
} as const satisfies Operation;

export const replies = {
  path: '/api/v1/coverage/replies',
  query: REVISIONS,
  required: ['asset'],
  answer: { name: 'repliesAnswer', contract: async () => (await import('../coverage')).repliesAnswer },
  problems: [404],
} as const satisfies Operation;

export const reply = {
  path: '/api/v1/coverage/replies/{asset}/{sha256}',
  query: [],
  file: 'text',
  problems: [404],
} as const satisfies Operation;

export const revisions = {
  path: '/api/v1/revisions',
  query: REVISIONS,
  answer: { name: 'revisionsAnswer', contract: async () => (await import('../revisions')).revisionsAnswer },
  problems: [404],
} as const satisfies Operation;

export const errata = {
  path: '/api/v1/errata',
  query: ['asset'],
  answer: { name: 'errataAnswer', contract: async () => (await import('../errata')).errataAnswer },
  problems: [404],
} as const satisfies Operation;

export const alerts = {
  path: '/api/v1/alerts',
  query: [],
  answer: { name: 'alertsAnswer', contract: async () => (await import('../alerts')).alertsAnswer },
} as const satisfies Operation;

export const method = {
  path: '/api/v1/method',
  query: ['asset', 'minute'],
  answer: { name: 'methodAnswer', contract: async () => (await import('../method')).methodAnswer },
  problems: [404],
} as const satisfies Operation;

export const deviations = {
  path: '/api/v1/deviations',
  query: [...QUESTION, 'resolution', 'format'],
  required: ['asset', ...WINDOW],
  answer: { name: 'deviationsAnswer', contract: async () => (await import('../deviations')).deviationsAnswer },
  tells: true,
  type: COLUMNS_TYPE,
  problems: [404],
} as const satisfies Operation;

export const minute = {
  path: '/api/v1/minutes/{asset}/{minute}',
  query: OF_A_MINUTE,
  answer: { name: 'minuteAnswer', contract: async () => (await import('../minute')).minuteAnswer },
  problems: [404],
} as const satisfies Operation;

export const scorecards = {
  path: '/api/v1/scorecards',
  query: QUESTION,
  required: ['asset', ...WINDOW],
  answer: { name: 'scorecardsAnswer', contract: async () => (await import('../scorecards')).scorecardsAnswer },
  problems: [404],
} as const satisfies Operation;

export const scan = {
  path: '/api/v1/scan',
  query: [...WINDOW, ...RANKED],
  required: WINDOW,
  answer: { name: 'scanAnswer', contract: async () => (await import('../scan')).scanAnswer },
  problems: [404],
} as const satisfies Operation;

export const lows = {
  path: '/api/v1/lows',
  query: [...WINDOW, 'assets', 'asOf'],
  required: WINDOW,
  answer: { name: 'lowsAnswer', contract: async () => (await import('../lows')).lowsAnswer },
  tells: true,
  problems: [404],
} as const satisfies Operation;

export const marks = {
  path: '/api/v1/marks',
  query: ['asset', 'venue', ...WINDOW, 'minPeers', 'ratio', 'ratioMinutes', 'ratioBefore', 'asOf'],
  required: ['asset', 'venue', ...WINDOW],
  answer: { name: 'marksAnswer', contract: async () => (await import('../marks')).marksAnswer },
  problems: [404],
} as const satisfies Operation;

export const venues = {
  path: '/api/v1/venues',
  query: WINDOW,
  required: WINDOW,
  answer: { name: 'venuesAnswer', contract: async () => (await import('../venues')).venuesAnswer },
} as const satisfies Operation;

export const league = {
  path: '/api/v1/league',
  query: ['day'],
  required: ['day'],
  answer: { name: 'leagueAnswer', contract: async () => (await import('../league')).leagueAnswer },
} as const satisfies Operation;

export const contagion = {
  path: '/api/v1/contagion',
  query: ['asset', ...WINDOW, 'asOf'],
  required: ['asset', ...WINDOW],
  answer: { name: 'contagionAnswer', contract: async () => (await import('../contagion')).contagionAnswer },
  problems: [404],
} as const satisfies Operation;

export const events = {
  path: '/api/v1/events',
  query: [],
  answer: { name: 'eventsAnswer', contract: async () => (await import('../events')).eventsAnswer },
} as const satisfies Operation;

export const event = {
  path: '/api/v1/events/{event}',
  query: EVENT,
  answer: { name: 'eventAnswer', contract: async () => (await import('../events')).eventAnswer },
  problems: [404],
} as const satisfies Operation;

export const pinned = {
  path: '/api/v1/pinned/{asset}',
  query: VIEW,
  answer: { name: 'pinnedAnswer', contract: async () => (await import('../pinned')).pinnedAnswer },
  problems: [404],
} as const satisfies Operation;

export const pinnedMinute = {
  path: '/api/v1/pinned/{asset}/{minute}',
  query: VIEW,
  answer: { name: 'pinnedAnswer', contract: async () => (await import('../pinned')).pinnedAnswer },
  problems: [404],
} as const satisfies Operation;

export const verification = {
  path: '/api/v1/verifications',
  query: ['address'],
  required: ['address'],
  answer: { name: 'addressNow', contract: async () => (await import('../verification')).addressNow },
  tells: true,
  problems: [404],
} as const satisfies Operation;

export const pictures = {
  path: '/api/v1/verifications/pictures',
  query: ['address', ...LOOK],
  required: ['address'],
  answer: { name: 'picturesNow', contract: async () => (await import('../verification')).picturesNow },
  problems: [404],
} as const satisfies Operation;

export const states = {
  path: '/api/v1/verifications/states',
  query: ['address'],
  required: ['address'],
  answer: { name: 'earlierStates', contract: async () => (await import('../verification')).earlierStates },
  tells: true,
  problems: [404],
} as const satisfies Operation;

export const packs = {
  path: '/api/v1/packs',
  query: ['view', 'zone'],
  required: ['view'],
  file: 'zip',
  problems: [404],
} as const satisfies Operation;

export const oembed = {
  path: '/api/v1/oembed',
  query: ['url', 'format', 'maxwidth', 'maxheight'],
  required: ['url'],
  answer: { name: 'oembedAnswer', contract: async () => (await import('../oembed')).oembedAnswer },
  problems: [404, 501],
} as const satisfies Operation;

export const chart = {
  path: '/api/v1/charts/{asset}.{form}',
  query: [...VIEW, ...LOOK],
  file: 'form',
  problems: [404, 409],
} as const satisfies Operation;

export const minuteChart = {
  path: '/api/v1/charts/{asset}/{minute}.{form}',
  query: [...VIEW, ...LOOK],
  file: 'form',
  problems: [404, 409],
} as const satisfies Operation;

export const list = {
  path: '/api/v1/lists/{page}.{form}',
  query: [...WINDOW, ...RANKED, 'markets', 'day', ...LOOK],
  file: 'form',
  problems: [404],
} as const satisfies Operation;

export const listBelow = {
  path: '/api/v1/lists/{page}/{name}.{form}',
  query: [...EVENT, ...WINDOW, ...LOOK],
  file: 'form',
  problems: [404],
} as const satisfies Operation;

export const openapi = {
  path: '/api/v1/openapi.json',
  query: [],
  answer: { name: 'openapiAnswer', contract: async () => (await import('../openapi')).openapiAnswer },
} as const satisfies Operation;

/** The public keys with which the instance seals and sealed: no address of the API, and asked like one. */
export const keys = {
  path: '/.well-known/plumbline-keys.json',
  query: [],
  answer: { name: 'publishedKeys', contract: async () => (await import('../signingKeys')).publishedKeys },
} as const satisfies Operation;

/** Every address of the API, by its id, in the order in which they are described. */
export const OPERATIONS = {
  overview,
  progress,
  coverage,
  replies,
  reply,
  revisions,
  errata,
  alerts,
  method,
  deviations,
  minute,
  scorecards,
  scan,
  lows,
  marks,
  venues,
  league,
  contagion,
  events,
  event,
  pinned,
  pinnedMinute,
  verification,
  pictures,
  states,
  packs,
  oembed,
  chart,
  minuteChart,
  list,
  listBelow,
  openapi,
} as const satisfies Readonly<Record<string, Operation>>;
export type OperationId = keyof typeof OPERATIONS;
