import { Ajv2020 } from 'ajv/dist/2020.js';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { STATUS_OF } from '../../api/problemCodes';
import { MOST_EXHIBITS } from '../../api/limits';
import { operationWords } from '../../words/en/apiReference';
import { API_PATH, openApi, parametersOf, problemsOf } from './document';
import { OPERATIONS } from './operations';

const ROUTES = path.join(import.meta.dirname, '..', '..', '..', 'app', 'api', 'v1');

/** The addresses that the folders of the app answer: `[...path]` is written as `*`. */
const onDisk = readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'route.ts')
  .map((file) =>
    `/${path.dirname(file).split(path.sep).join('/')}`.replace(/\[\.\.\.\w+\]/, '*').replace(/\[(\w+)\]/g, '{$1}'),
  );

const isAt = (route: string, described: string): boolean =>
  route.endsWith('*') ? described.startsWith(route.slice(0, -1)) : route === described;

describe('the description of the API', () => {
  const document = openApi();

  it('has every address that a route answers, and no other', () => {
    expect(onDisk.length).toBeGreaterThan(20);
    const paths = OPERATIONS.map((one) => one.path);
    expect(onDisk.filter((route) => !paths.some((one) => isAt(route, one)))).toEqual([]);
    expect(paths.filter((one) => !onDisk.some((route) => isAt(route, one)))).toEqual([]);
    expect(Object.keys(document.paths)).toEqual(paths.map((one) => `${API_PATH}${one}`));
  });

  it('names each address once, by an id of its own', () => {
    expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length);
    expect(OPERATIONS.map(({ id }) => id).toSorted()).toEqual(Object.keys(operationWords).toSorted());
  });

  it.each(OPERATIONS)(
    'of $path gives each parameter once, those of its path among them, with its meaning',
    (operation) => {
      const parameters = parametersOf(operation);
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
    const known = new Set<number>(Object.values(STATUS_OF));
    for (const operation of OPERATIONS) for (const status of problemsOf(operation)) expect(known).toContain(status);
  });

  it('has schemas that another program understands, every reference among them', () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, validateFormats: false });
    ajv.addVocabulary(['components', 'schemas']);
    ajv.addSchema({ $id: 'api', components: document.components });
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
