import * as z from 'zod/mini';

/** The answer of GET /api/v1/openapi.json, as far as this program reads it: OpenAPI 3.1 says the rest. */
export const openapiAnswer = z.looseObject({
  openapi: z.string(),
  info: z.looseObject({ title: z.string(), version: z.string(), description: z.string() }),
  /** By path: what may be asked there, by the method in small letters. */
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});
