import { z } from 'zod';
import {
  EVERY_MINUTE_UNASKED_DAYS,
  MOST_BUNDLED_DAYS,
  MOST_EVERY_MINUTE_DAYS,
  MOST_EXHIBITS,
  MOST_WINDOW_DAYS,
} from '../../api/limits';
import { METHOD_VERSION } from '../../domain/method';
import { apiWords, operationWords, parameterWords } from '../../words/en/apiReference';
import { CONTRACTS, OPERATIONS, type ContractName, type Operation } from './operations';
import { PARAMETER_SCHEMAS, type JsonSchema, type ParameterName } from './parameters';

/** Where addresses of the API begin. */
export const API_PATH = '/api/v1';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly description: string;
  readonly schema: JsonSchema;
}

/** The parameters of an address in order: those of its path, those that must be given, the others. */
export function parametersOf(operation: Operation): readonly Parameter[] {
  const { path, query, required = [] } = operation;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as ParameterName);
  const parameter = (name: ParameterName, place: Parameter['in']): Parameter => {
    const meant = operation.meaning?.[name] ?? name;
    return {
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      description: parameterWords[meant],
      schema: operation.schemas?.[name] ?? PARAMETER_SCHEMAS[meant],
    };
  };
  const given = [
    ...query.filter((name) => required.includes(name)),
    ...query.filter((name) => !required.includes(name)),
  ];
  return [
    ...inPath.map((name) => parameter(name, 'path')),
    ...given.map((name) => parameter(name, 'query')),
    ...(operation.id === 'openapi' ? [] : [parameter('lang', 'query')]),
  ];
}

export type Status = keyof typeof apiWords.problems;

/** The statuses of an address that are no answer, ascending. */
export const problemsOf = ({ id, problems = [] }: Operation): readonly Status[] =>
  id === 'openapi' ? [500] : ([400, ...problems, 429, 500, 503] as const).toSorted((a, b) => a - b);

/** What an address answers with, the usual first. */
export const typesOf = ({ id, answer, types = [] }: Operation): readonly string[] => [
  ...(answer === undefined && id !== 'openapi' ? [] : ['application/json']),
  ...types.filter((type) => type !== 'application/json' || answer === undefined),
];

const schemaAt = (name: ContractName): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/** The schema of each contract, made of the contract itself. Fields may be added to an answer: whoever reads it takes those it knows. */
export function schemas(): Readonly<Record<string, JsonSchema>> {
  const registry = z.registry<{ id: string }>();
  for (const [id, contract] of Object.entries(CONTRACTS)) registry.add(contract, { id });
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
      return [type, isAnswer ? { schema: schemaAt(operation.answer) } : {}];
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
export const openApi = () => ({
  openapi: '3.1.1',
  info: {
    title: apiWords.title,
    version: `1.${String(METHOD_VERSION)}`,
    description: apiWords
      .rules(MOST_WINDOW_DAYS, MOST_EVERY_MINUTE_DAYS, EVERY_MINUTE_UNASKED_DAYS, MOST_BUNDLED_DAYS, MOST_EXHIBITS)
      .join(' '),
  },
  servers: [{ url: '/' }],
  paths: Object.fromEntries(
    OPERATIONS.map((operation) => [
      `${API_PATH}${operation.path}`,
      {
        get: {
          operationId: operation.id,
          summary: operationWords[operation.id],
          parameters: parametersOf(operation),
          responses: responsesOf(operation),
        },
      },
    ]),
  ),
  components: { schemas: schemas() },
});
