import { Ajv2020 } from 'ajv/dist/2020.js';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { STATUS_OF } from '../../api/problemCodes';
import { MOST_EXHIBITS } from '../../api/limits';
import { operationWords } from '../../words/en/apiReference';
import { OPERATIONS } from '../../api/client/operations';
import { COMPARE_NAMES } from '../../permalink/compare';
import { CONTAGION_NAMES } from '../../permalink/contagion';
import { EVENT_NAMES } from '../../permalink/events';
import { LEAGUE_NAMES } from '../../permalink/league';
import { LOWS_NAMES } from '../../permalink/lows';
import { MARKS_NAMES } from '../../permalink/marks';
import { lookNames } from '../../permalink/pictureLook';
import { QUESTION_NAMES } from '../../permalink/question';
import { SCAN_NAMES } from '../../permalink/scan';
import { VENUE_NAMES } from '../../permalink/venue';
import { VIEW_NAMES } from '../../permalink/view';
import { REVISION_NAMES } from '../revisions/revisionsRequest';
import { DESCRIBED, openApi, parametersOf, problemsOf } from './document';

const ROUTES = path.join(import.meta.dirname, '..', '..', '..', 'app', 'api', 'v1');

/** The addresses that the folders of the app answer: `[...path]` is written as `*`. */
const onDisk = readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'route.ts')
  .map((file) =>
    `/api/v1/${path.dirname(file).split(path.sep).join('/')}`
      .replace(/\[\.\.\.\w+\]/, '*')
      .replace(/\[(\w+)\]/g, '{$1}'),
  );

const isAt = (route: string, described: string): boolean =>
  route.endsWith('*') ? described.startsWith(route.slice(0, -1)) : route === described;

/** What the readers of addresses take, where they take a list of names. */
const TAKEN: Readonly<Record<string, readonly string[]>> = {
  replies: REVISION_NAMES,
  revisions: REVISION_NAMES,
  deviations: [...QUESTION_NAMES, 'resolution', 'format'],
  minute: QUESTION_NAMES.filter((name) => !['asset', 'from', 'to'].includes(name)),
  scorecards: QUESTION_NAMES,
  scan: SCAN_NAMES,
  lows: LOWS_NAMES,
  marks: MARKS_NAMES,
  venues: VENUE_NAMES,
  league: LEAGUE_NAMES,
  contagion: CONTAGION_NAMES,
  event: EVENT_NAMES,
  pinned: VIEW_NAMES,
  pinnedMinute: VIEW_NAMES,
  pictures: ['address', ...lookNames('png')],
  chart: [...VIEW_NAMES, ...lookNames('png')],
  minuteChart: [...VIEW_NAMES, ...lookNames('png')],
  list: [...new Set([...SCAN_NAMES, ...COMPARE_NAMES, ...LOWS_NAMES, ...LEAGUE_NAMES, ...lookNames('png')])],
  listBelow: [...new Set([...EVENT_NAMES, ...VENUE_NAMES, ...lookNames('png')])],
};

describe('the description of the API', async () => {
  const document = await openApi();

  it('has every address that a route answers, and no other', () => {
    expect(onDisk.length).toBeGreaterThan(20);
    const paths = DESCRIBED.map(([, one]) => one.path);
    expect(onDisk.filter((route) => !paths.some((one) => isAt(route, one)))).toEqual([]);
    expect(paths.filter((one) => !onDisk.some((route) => isAt(route, one)))).toEqual([]);
    expect(Object.keys(document.paths)).toEqual(paths);
  });

  it('names each address once, by an id that has a meaning', () => {
    expect(new Set(DESCRIBED.map(([, { path: at }]) => at)).size).toBe(DESCRIBED.length);
    expect(Object.keys(OPERATIONS).toSorted()).toEqual(Object.keys(operationWords).toSorted());
  });

  it.each(Object.entries(TAKEN))('of %s has the names that its reader takes', (id, names) => {
    const query = DESCRIBED.find(([one]) => one === id)?.[1].query;
    expect(query?.toSorted()).toEqual(names.toSorted());
  });

  it.each(DESCRIBED)(
    'of %s gives each parameter once, those of its path among them, with its meaning',
    (id, operation) => {
      const parameters = parametersOf(id, operation);
      const keys = parameters.map((one) => `${one.in} ${one.name}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { description, schema } of parameters) {
        expect(description).toMatch(/\.$/);
        expect(Object.keys(schema)).not.toEqual([]);
      }
      for (const name of operation.required ?? []) expect(operation.query).toContain(name);
    },
  );

  it('has no status that a problem is not answered with', () => {
    expect(DESCRIBED.flatMap(([, operation]) => [...problemsOf(operation)]).length).toBeGreaterThan(0);
    const known = new Set<number>(Object.values(STATUS_OF));
    for (const [, operation] of DESCRIBED) for (const status of problemsOf(operation)) expect(known).toContain(status);
  });

  it('has schemas that another program understands, every reference among them', () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, validateFormats: false });
    ajv.addVocabulary(['components', 'schemas']);
    ajv.addSchema({ $id: 'api', components: document.components });
    expect(Object.keys(document.components.schemas).length).toBeGreaterThan(0);
    for (const name of Object.keys(document.components.schemas))
      expect(ajv.getSchema(`api#/components/schemas/${name}`), name).toBeTypeOf('function');
  });

  it('says the limits of the code', () => {
    const pack = document.paths['/api/v1/packs'];
    const [view] = pack?.get.parameters ?? [];
    expect(view).toMatchObject({ name: 'view', required: true, schema: { maxItems: MOST_EXHIBITS } });
    expect(document.info.description).toContain('366 days');
  });
});
