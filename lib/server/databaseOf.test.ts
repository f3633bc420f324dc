import { describe, expect, it } from 'vitest';
import { databaseOf } from './databaseOf';

describe('the databases of a web process', () => {
  it.each<[string | undefined, string | undefined, ReturnType<typeof databaseOf>]>([
    ['postgres://a', undefined, { url: 'postgres://a', primaryUrl: undefined }],
    ['postgres://a', '', { url: 'postgres://a', primaryUrl: undefined }],
    ['postgres://a', 'postgres://b', { url: 'postgres://b', primaryUrl: 'postgres://a' }],
    ['postgres://a', 'postgres://a', { url: 'postgres://a', primaryUrl: undefined }],
    ['', 'postgres://b', { url: 'postgres://b', primaryUrl: undefined }],
    ['', '', undefined],
  ])('of DATABASE_URL %j and DATABASE_READ_URL %j are %j', (own, reading, addresses) => {
    expect(databaseOf({ DATABASE_URL: own, DATABASE_READ_URL: reading })).toEqual(addresses);
  });
});
