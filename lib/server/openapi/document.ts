import { z } from 'zod';
import { OPERATIONS, type Operation, type OperationId } from '../../api/client/operations';
import { problem } from '../../api/problem';
import { METHOD_VERSION } from '../../domain/method';
import { MEDIA_TYPES, VIEW_FORMS } from '../../permalink/forms';
import { apiWords, operationWords, parameterWords } from '../../words/en/apiReference';
import { NDJSON } from '../http/plainly';
import { LIMITS } from './limits';
import { OWN_MEANINGS, OWN_SCHEMAS, PARAMETER_SCHEMAS, type JsonSchema, type ParameterName } from './parameters';

/** What is described: each address of the API under its id. */
export const DESCRIBED: readonly (readonly [OperationId, Operation])[] = Object.entries(OPERATIONS) as [
  OperationId,
  Operation,
][];

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly description: string;
  readonly schema: JsonSchema;
}

/** The parameters of an address in order: those of its path, those that must be given, the others. */
export function parametersOf(id: OperationId, { path, query, required = [] }: Operation): readonly Parameter[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as ParameterName);
  const parameter = (name: ParameterName, place: Parameter['in']): Parameter => {
    const meant = OWN_MEANINGS[id]?.[name] ?? name;
    return {
      name,
      in: place,
      required: place === 'path' || required.some((one) => one === name),
      description: parameterWords[meant],
      schema: OWN_SCHEMAS[id]?.[name] ?? PARAMETER_SCHEMAS[meant],
    };
  };
  const given = [
    ...query.filter((name) => required.some((one) => one === name)),
    ...query.filter((name) => !required.some((one) => one === name)),
  ];
  return [
    ...inPath.map((name) => parameter(name, 'path')),
    ...given.map((name) => parameter(name, 'query')),
    parameter('lang', 'query'),
  ];
}

export type Status = keyof typeof apiWords.problems;

/** The statuses of an address that are no answer, ascending. */
export const problemsOf = ({ problems = [] }: Operation): readonly Status[] =>
  ([400, ...problems, 429, 500, 503] as const).toSorted((a, b) => a - b);

const FILE_TYPES: Readonly<Record<NonNullable<Operation['file']>, readonly string[]>> = {
  form: VIEW_FORMS.map((form) => MEDIA_TYPES[form]),
  text: ['text/plain'],
  zip: [MEDIA_TYPES.zip],
};

/** What an address answers with, the usual first. */
export const typesOf = ({ answer, file, tells, type }: Operation): readonly string[] => [
  ...(answer === undefined ? [] : ['application/json']),
  ...(file === undefined ? [] : FILE_TYPES[file]),
  ...(tells === undefined ? [] : [NDJSON]),
  ...(type === undefined ? [] : [type]),
];

const schemaAt = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/** The schema of each contract, made of the contract itself. Fields may be added to an answer: whoever reads it takes those it knows. */
async function schemas(): Promise<Readonly<Record<string, JsonSchema>>> {
  const registry = z.registry<{ id: string }>();
  const answers = new Map(DESCRIBED.flatMap(([, { answer }]) => (answer === undefined ? [] : [[answer.name, answer]])));
  for (const { name, contract } of answers.values()) registry.add(await contract(), { id: name });
  registry.add(problem, { id: 'problem' });
  const { schemas: made } = z.toJSONSchema(registry, {
    target: 'draft-2020-12',
    io: 'input',
    override: ({ jsonSchema }) => {
      // Of a whole number, what every number of the language is anyway.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
    uri: (id) => `#/components/schemas/${id}`,
  });
  const own = ['$schema', '$id', 'id'];
  return Object.fromEntries(
    Object.entries(made).map(([name, schema]) => [
      name,
      Object.fromEntries(Object.entries(schema).filter(([keyword]) => !own.includes(keyword))),
    ]),
  );
}

function contentOf(operation: Operation): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    typesOf(operation).map((type) => {
      const isAnswer = type === 'application/json' && operation.answer !== undefined;
      return [type, isAnswer ? { schema: schemaAt(operation.answer.name) } : {}];
    }),
  );
}

function responsesOf(operation: Operation): Readonly<Record<string, unknown>> {
  return {
    200: { description: apiWords.ok, content: contentOf(operation) },
    304: { description: apiWords.notModified },
    ...Object.fromEntries(
      problemsOf(operation).map((status) => [
        status,
        {
          description: apiWords.problems[status],
          content: { 'application/json': { schema: schemaAt('problem') } },
        },
      ]),
    ),
  };
}

/** The description of the API (OpenAPI 3.1.1), made of the contracts that answer and the constants by which parameters are read. */
export const openApi = async () => ({
  openapi: '3.1.1',
  info: {
    title: apiWords.title,
    version: `1.${String(METHOD_VERSION)}`,
    description: apiWords.rules(LIMITS).join(' '),
  },
  servers: [{ url: '/' }],
  paths: Object.fromEntries(
    DESCRIBED.map(([id, operation]) => [
      operation.path,
      {
        get: {
          operationId: id,
          summary: operationWords[id],
          parameters: parametersOf(id, operation),
          responses: responsesOf(operation),
        },
      },
    ]),
  ),
  components: { schemas: await schemas() },
});
