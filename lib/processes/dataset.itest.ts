import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { databaseUrls } from '../store/connection/urls';
import { freshDatabase, type FreshDatabase } from '../store/testing/testDatabase';
import { PRIMARY_NOT_NAMED, READING_ELSEWHERE } from '../words/en/database';
import { openDataset, openServed, readUrlOf } from './dataset';
import { BadInput } from './exit';

const NOWHERE = 'postgresql://nobody@127.0.0.1:1/none';

let db: FreshDatabase;
let other: FreshDatabase;
beforeAll(async () => {
  [db, other] = await Promise.all([freshDatabase('real'), freshDatabase('real')]);
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => Promise.all([db.drop(), other.drop()]));

const named = (own: string, reading: string): unknown =>
  vi.stubEnv('DATABASE_URL', own).stubEnv('DATABASE_READ_URL', reading);

/** The same database, as one that takes no writes. */
const readOnly = (): string => `${db.url}?options=${encodeURIComponent('-c default_transaction_read_only=on')}`;

async function served(): Promise<{ readonly url: string; readonly readUrl: string | undefined }> {
  const { url, readUrl, close } = await openServed('real');
  await close();
  return { url, readUrl };
}

describe('the app is served', () => {
  it('from DATABASE_URL where nothing else is named', async () => {
    named(db.url, '');
    expect(await served()).toEqual({ url: db.url, readUrl: undefined });
  });

  it('from DATABASE_READ_URL, and has its writes in DATABASE_URL', async () => {
    named(db.url, readOnly());
    expect(await served()).toEqual({ url: db.url, readUrl: readOnly() });
  });

  it('from DATABASE_READ_URL alone, which need take no writes', async () => {
    named('', readOnly());
    expect(await served()).toEqual({ url: '', readUrl: readOnly() });
  });

  it('from DATABASE_READ_URL where the other does not answer, and says so', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    named(NOWHERE, readOnly());
    expect(await served()).toEqual({ url: '', readUrl: readOnly() });
    expect(said.mock.calls.join('')).toMatch(
      /^cannot connect to the database none at 127\.0\.0\.1:1: [^\n]+; the app reads from DATABASE_READ_URL alone: [^\n]+\n$/,
    );
    said.mockRestore();
  });

  it('not from other tables than those that are written', async () => {
    named(db.url, other.url);
    await expect(served()).rejects.toThrow(READING_ELSEWHERE);
    const dataset = await openDataset('real', () => undefined);
    await expect(readUrlOf(dataset)).rejects.toThrow(READING_ELSEWHERE);
    await dataset.close();
  });
});

it('an address that is none is bad input, and its password stays unsaid', async () => {
  vi.stubEnv('DATABASE_URL', 'postgresql://u:se/cret@h/db');
  const opened = openDataset('real', () => undefined);
  await expect(opened).rejects.toThrow(BadInput);
  await expect(opened).rejects.toThrow(/^DATABASE_URL is not the address of a Postgres database; (?!.*cret)[^\n]+$/);
});

it('a command that would record has no database where only one for reading is named', async () => {
  await expect(databaseUrls({ DATABASE_READ_URL: db.url }, () => undefined)).rejects.toThrow(PRIMARY_NOT_NAMED);
  await expect(databaseUrls({ DATABASE_READ_URL: 'mysql://secret@x/y' }, () => undefined)).rejects.toThrow(
    /^DATABASE_READ_URL is not the address of a Postgres database; (?!.*secret)[^\n]+$/,
  );
});
