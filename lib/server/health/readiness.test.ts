import { describe, expect, it } from 'vitest';
import { DATABASE_UNAVAILABLE } from '../../words/en/serverProblems';
import { healthReply } from './health';
import { readiness } from './readiness';

const asked = (missing: () => Promise<readonly string[]>) => {
  const said: string[] = [];
  return { said, ask: readiness({ missing, patienceMs: 20, say: (line) => said.push(line) }) };
};

describe('whether the app is ready', () => {
  it('says nothing where the database answers and lacks nothing', async () => {
    const { ask, said } = asked(() => Promise.resolve([]));
    expect(await ask()).toBeUndefined();
    expect(said).toEqual([]);
  });

  it('names the migrations that are missing, in one line', async () => {
    const line = await asked(() => Promise.resolve(['0_init', '1_more'])).ask();
    expect(line).toContain('0_init, 1_more');
    expect(line).not.toContain('\n');
  });

  it('tells the log what is wrong with the database, and its reader no name of a server', async () => {
    const { ask, said } = asked(() => Promise.reject(new Error('no route to db.internal:5432\nat once')));
    expect(await ask()).toBe(DATABASE_UNAVAILABLE);
    expect(said).toEqual(['no route to db.internal:5432 at once']);
  });

  it('does not wait for a database that says nothing, and asks it anew the next time', async () => {
    let times = 0;
    const { ask } = asked(() => {
      times += 1;
      return times === 1 ? new Promise(() => undefined) : Promise.resolve([]);
    });
    expect(await ask()).toBe(DATABASE_UNAVAILABLE);
    expect(await ask()).toBeUndefined();
  });

  it('asks once for all who ask at once', async () => {
    let times = 0;
    const { ask } = asked(() => {
      times += 1;
      return Promise.resolve([]);
    });
    await Promise.all([ask(), ask(), ask()]);
    expect(times).toBe(1);
  });

  it('is told as 200, or as 503 with the time after which to ask again', async () => {
    const ready = healthReply(undefined, 'ready');
    const not = healthReply('why not', 'ready');
    expect([ready.status, await ready.text(), ready.headers.get('retry-after')]).toEqual([200, 'ready\n', null]);
    expect([not.status, await not.text(), not.headers.get('retry-after')]).toEqual([503, 'why not\n', '5']);
  });
});
