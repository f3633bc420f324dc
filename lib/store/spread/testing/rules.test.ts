import { describe, expect, it } from 'vitest';
import { literalsIn } from './literals';
import { faultsOf, isSpread } from './rules';

describe('the rules of statements on tables that are spread over nodes', () => {
  it.each([
    ['COPY', 'COPY market_day FROM STDIN'],
    ['a temporary table', 'CREATE TEMP TABLE wanted (id int)'],
    ['LISTEN or NOTIFY', 'LISTEN written'],
    ['LISTEN or NOTIFY', "SELECT pg_notify('written', $1)"],
    ['a recursive query', 'WITH RECURSIVE books AS (SELECT 1) SELECT * FROM books'],
    ['a lock of a session', 'SELECT pg_advisory_lock(1)'],
    ['a lock of rows on other nodes', 'SELECT * FROM market_day WHERE market_id = $1 FOR UPDATE'],
    ['a number that each node counts for itself', 'SELECT xmax FROM quarantine WHERE market_id = $1'],
    [
      'a number that each node counts for itself',
      'SELECT pg_snapshot_xmin(pg_current_snapshot()), d.day FROM market_day d WHERE d.market_id = $1',
    ],
    [
      'a correlated subquery',
      'SELECT day FROM market_day d WHERE d.market_id = $1 AND EXISTS (SELECT FROM unnest($2::int[]) AS w (day) WHERE w.day = d.day)',
    ],
    [
      'a correlated subquery',
      'SELECT day FROM market_day WHERE market_id = $1 AND day IN (SELECT day FROM unnest($2::int[]) AS w (day))',
    ],
    [
      'a lateral join of what is spread',
      'SELECT u FROM market_day d CROSS JOIN LATERAL unnest(d.days) AS u WHERE d.market_id = $1',
    ],
    [
      'market, of which other nodes have no rows',
      'SELECT d.day FROM market_day d JOIN market m ON m.id = d.market_id WHERE d.market_id = $1',
    ],
    [
      'stored_day, of which other nodes have no rows',
      'SELECT d.day FROM market_day d LEFT JOIN stored_day s USING (market_id, source, day) WHERE d.market_id = ANY($1::int[])',
    ],
    ['market_id is not given for each table', 'SELECT * FROM market_day WHERE source = $1'],
    [
      'market_id is not given for each table',
      'SELECT d.day FROM unnest($1::int[]) AS w (id) JOIN market_day d ON d.market_id = w.id',
    ],
    [
      'market_id is not given for each table',
      'SELECT minute FROM revision WHERE market_id = $1 UNION ALL SELECT minute FROM quarantine WHERE source = $2',
    ],
    ['market_id is not given for each table', 'DELETE FROM reply WHERE sha256 = $1'],
    [
      'ON CONFLICT without market_id',
      'INSERT INTO reply (market_id, digest) VALUES ($1, $2) ON CONFLICT (digest) DO NOTHING',
    ],
    ['ON CONFLICT without market_id', 'INSERT INTO reply (market_id, digest) VALUES ($1, $2) ON CONFLICT DO NOTHING'],
    ['rows without market_id', 'INSERT INTO reply (source, digest) VALUES ($1, $2)'],
    ['market_id is changed', 'UPDATE market_day SET market_id = w.id FROM w WHERE market_id = $1'],
    [
      'rows of more than one market changed by a list',
      'UPDATE market_day d SET version = w.version FROM unnest($2::int[], $3::int[]) AS w (day, version) WHERE d.market_id = ANY($1::int[]) AND d.day = w.day',
    ],
  ])('find %s in %s', (fault, statement) => {
    expect(faultsOf(statement)).toEqual([fault]);
  });

  it.each([
    'SELECT * FROM market_day WHERE market_id = $1',
    'SELECT d.day FROM unnest($1::int[], $2::int[]) AS w (id, day) JOIN market_day d ON d.market_id = w.id AND d.day = w.day WHERE d.market_id = ANY($1::int[])',
    'SELECT minute FROM revision WHERE market_id = $1 UNION ALL SELECT minute FROM quarantine WHERE market_id = $1',
    'INSERT INTO market_day (market_id, day) SELECT market_id, day FROM unnest($1::int[], $2::int[]) AS f (market_id, day) ON CONFLICT (market_id, day) DO NOTHING',
    'UPDATE market_day d SET version = w.version FROM unnest($2::int[], $3::int[]) AS w (day, version) WHERE d.market_id = $1 AND d.day = w.day',
    'UPDATE reply SET body = NULL WHERE market_id = ANY($1::int[])',
    'SELECT b.version, EXISTS (SELECT FROM coverage c WHERE c.market_id = b.market_id) FROM stored_book b FOR UPDATE',
    'SELECT count(*) FROM market_day_old, other.reply2',
  ])('find nothing in %s', (statement) => {
    expect(faultsOf(statement)).toEqual([]);
  });

  it('let a statement go to every node where that is listed, and still refuse everything else of it', () => {
    const listed = [{ text: 'FROM revision GROUP BY', why: 'once a year' }];
    expect(faultsOf('SELECT count(*)  FROM revision\n GROUP BY source', listed)).toEqual([]);
    expect(faultsOf('SELECT count(*), max(xmax::text) FROM revision GROUP BY source', listed)).toEqual([
      'a number that each node counts for itself',
    ]);
  });

  it('know which statements they are about, whatever their spaces and comments', () => {
    expect(isSpread('SELECT 1 -- FROM market_day\n FROM market')).toBe(false);
    expect(isSpread('DELETE\n FROM   "reply"')).toBe(true);
  });
});

describe('the statements of a text of TypeScript', () => {
  it('are found with what is filled in, and match what was sent', () => {
    const text = [
      'const a = `SELECT ${names} FROM market_day d',
      '  WHERE d.market_id = $1`;',
      "const b = 'SELECT * FROM market';",
      'const c = `SELECT 1 FROM ${table}`;',
      "const d = 'words of a reply';",
    ].join('\n');
    const found = literalsIn('x.ts', text);
    expect(found.map(({ at }) => at)).toEqual(['x.ts:1', 'x.ts:4']);
    expect(found[0]?.pattern.test('SELECT day, open FROM market_day d WHERE d.market_id = $1')).toBe(true);
    expect(found[0]?.pattern.test('SELECT day FROM market_day d WHERE d.market_id = $2')).toBe(false);
  });
});
