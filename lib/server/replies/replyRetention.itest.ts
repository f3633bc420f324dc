import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asset } from '../../domain/market';
import { provenanceOf } from '../../store/replies/provenance';
import { PAGED_WINDOW, storePagedReplies } from '../../store/testing/pagedReplies';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { pruneToEpisodes, replyRetention } from './replyRetention';

const ATOM = 'ATOM' as Asset;

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
  await storePagedReplies(db, (page) => `[${String(page)}]`);
});
afterAll(() => db.drop());

const bodies = async (): Promise<readonly string[]> =>
  (await provenanceOf(db, { range: PAGED_WINDOW }))
    .filter(({ hasBody }) => hasBody)
    .map(({ address }) => new URL(address).pathname.slice(1));

describe('raw replies', () => {
  it('are kept of every venue where an episode of the asset lies, and of no other minutes', async () => {
    expect(await bodies()).toHaveLength(16);
    expect(await pruneToEpisodes({ database: db, simulated: false }, [ATOM], [PAGED_WINDOW])).toBe(12);
    expect(await bodies()).toEqual(['2', '2', '2', '2']);
    expect(await provenanceOf(db, { range: PAGED_WINDOW })).toHaveLength(16);
  });

  it('are kept by a setting that says episodes, all or none', () => {
    expect(
      [undefined, '', 'all', 'none', 'episodes'].map((text) =>
        replyRetention(text === undefined ? {} : { PLUMBLINE_REPLIES: text }),
      ),
    ).toEqual(['episodes', 'episodes', 'all', 'none', 'episodes']);
    expect(replyRetention({ PLUMBLINE_REPLIES: 'some' })).toEqual({ unknown: 'some' });
  });
});
