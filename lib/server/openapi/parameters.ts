import { ANSWER_FORMATS } from '../../api/columns/format';
import { MOST_EXHIBITS } from '../../api/limits';
import { SIDES, WRITTEN_CERTAINTIES } from '../../domain/episode';
import { EVENT_IDS } from '../../domain/events/event';
import { YARDSTICKS } from '../../domain/events/yardsticks';
import { USUAL_RATIO_MINUTES } from '../../domain/marks/asked';
import { DEFAULT_MIN_PEERS, LEAST_MIN_PEERS, LEAST_RATIO_MINUTES } from '../../domain/method';
import { PICTURE_DENSITIES, PICTURE_SIZES, PICTURE_THEMES } from '../../domain/pictureLook';
import { RANKS, SCAN_REFERENCES } from '../../domain/scan';
import { LEAST_ENTER, MOST_ENTER, MOST_MIN_PEERS } from '../../permalink/fields';
import { VIEW_FORMS } from '../../permalink/forms';
import { LIST_PAGES } from '../../permalink/lists';
import { MOST_RATIO_MINUTES } from '../../permalink/marks';
import { PACK_ZONES } from '../../permalink/pack';
import { MOST_DEPTH, MOST_LEAST_PEERS, MOST_SCANNED } from '../../permalink/scan';
import { SCALES } from '../../permalink/view';
import { LANGUAGES } from '../../words/languages';
import type { OperationId } from '../../api/client/operations';
import { parameterWords } from '../../words/en/apiReference';
import { MOST_REVISIONS } from '../revisions/revisionsRequest';

export type JsonSchema = Readonly<Record<string, unknown>>;
export type ParameterName = keyof typeof parameterWords;

const TEXT: JsonSchema = { type: 'string' };
const oneOf = (values: readonly (string | number)[]): JsonSchema => ({ enum: values });
const whole = (minimum: number, maximum: number, usual?: number): JsonSchema => ({
  type: 'integer',
  minimum,
  maximum,
  ...(usual === undefined ? {} : { default: usual }),
});
const ratio = (minimum: number, maximum: number): JsonSchema => ({ type: 'number', minimum, maximum });
/** A time of an address, which may have a space of its own, or seconds that are 0. */
const TIME: JsonSchema = { type: 'string', examples: ['2025-10-10T20:00Z'] };

/** The schema of each parameter, by the constants with which it is read. One that another name gives its meaning is written there. */
export const PARAMETER_SCHEMAS: Readonly<Record<ParameterName, JsonSchema>> = {
  asset: { type: 'string', examples: ['ATOM'] },
  from: TIME,
  to: { type: 'string', examples: ['2025-10-11T00:00Z'] },
  minute: { type: 'string', examples: ['2025-10-10T21:20Z'] },
  day: { type: 'string', examples: ['2025-10-10'] },
  venues: { type: 'string', examples: ['binance,coinbase'] },
  venue: { type: 'string', examples: ['binance'] },
  markets: TEXT,
  reference: { type: 'string', examples: ['others', 'venue:coinbase'] },
  bloc: { type: 'string', default: 'all' },
  rate: oneOf(['usd', 'none']),
  minPeers: whole(LEAST_MIN_PEERS, MOST_MIN_PEERS, DEFAULT_MIN_PEERS),
  ratio: { type: 'string', default: 'own', examples: ['own', 'others', '1.08'] },
  ratioMinutes: whole(LEAST_RATIO_MINUTES, MOST_RATIO_MINUTES, USUAL_RATIO_MINUTES),
  ratioBefore: TIME,
  enter: ratio(LEAST_ENTER, MOST_ENTER),
  asOf: { type: 'string', examples: ['2026-01-31T08:15Z'] },
  resolution: { type: 'string', default: 'auto' },
  format: oneOf(ANSWER_FORMATS),
  limit: whole(1, MOST_REVISIONS, 100),
  rank: oneOf(RANKS),
  assets: { type: 'string', examples: ['ATOM,WBETH'] },
  kinds: { type: 'string', examples: ['spot,perp'] },
  side: oneOf(SIDES),
  certainty: { type: 'string', examples: [WRITTEN_CERTAINTIES.join(',')] },
  depth: ratio(0, MOST_DEPTH),
  peers: whole(0, MOST_LEAST_PEERS),
  yardstick: oneOf(YARDSTICKS),
  event: oneOf(EVENT_IDS),
  sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  address: { type: 'string', examples: ['/ATOM/2025-10-10T21:20Z'] },
  size: oneOf(PICTURE_SIZES),
  theme: oneOf(PICTURE_THEMES),
  density: oneOf(PICTURE_DENSITIES),
  view: { type: 'array', items: TEXT, minItems: 1, maxItems: MOST_EXHIBITS },
  zone: oneOf(PACK_ZONES),
  lang: oneOf(LANGUAGES),
  url: { type: 'string', format: 'uri' },
  oembedFormat: oneOf(['json']),
  maxwidth: { type: 'integer', minimum: 1 },
  maxheight: { type: 'integer', minimum: 1 },
  form: oneOf(VIEW_FORMS),
  page: oneOf([...LIST_PAGES, 'league']),
  name: TEXT,
  v: TEXT,
  m: TEXT,
  scale: oneOf(SCALES),
  focus: TEXT,
  lines: TEXT,
  digest: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
};

/** Of a scan these are others. */
const SCAN_SCHEMAS: Partial<Readonly<Record<ParameterName, JsonSchema>>> = {
  reference: oneOf(SCAN_REFERENCES),
  limit: whole(1, MOST_SCANNED, 100),
};

/** Schemas that are other ones at an address. */
export const OWN_SCHEMAS: Partial<Readonly<Record<OperationId, Partial<Readonly<Record<ParameterName, JsonSchema>>>>>> =
  {
    scan: SCAN_SCHEMAS,
    list: { ...SCAN_SCHEMAS, form: { enum: VIEW_FORMS } },
    listBelow: { page: { enum: ['events', 'venues'] }, form: { enum: VIEW_FORMS } },
  };

/** Names that mean something else at an address. */
export const OWN_MEANINGS: Partial<
  Readonly<Record<OperationId, Partial<Readonly<Record<ParameterName, ParameterName>>>>>
> = { oembed: { format: 'oembedFormat' } };
