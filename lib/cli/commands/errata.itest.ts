import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errataAnswer, type Erratum } from '../../api/errata';
import { verification } from '../../api/verification';
import { EVENT_WINDOW } from '../../server/coverage/window';
import { viewFile } from '../../server/forms/viewFile';
import { readPermalink } from '../../permalink/permalink';
import { textsOf } from '../../sealed/pngFile';
import { changesSince } from '../../store/changes/changes';
import type { FileForm } from '../../permalink/forms';
import type { Context } from '../../server/context';
import type { Ran } from '../testing/commandLine';
import { refusal, storedAtom, VIEW, type StoredAtom } from '../testing/storedAtom';
import { strictly } from '../../api/testing/strictly';

let stored: StoredAtom;
let context: Context;
const homeBefore = process.env['PLUMBLINE_HOME'];
const run = (...argv: readonly string[]): Promise<Ran> => stored.run(...argv);
const MINUTE = '/ATOM/2025-10-10T21:01Z?v=3&m=2&from=2025-10-10T21:00Z&to=2025-10-10T21:04Z';

async function listed(...more: readonly string[]): Promise<readonly Erratum[]> {
  const { code, stdout } = await run('errata', '--json', ...more);
  expect(code).toBe(0);
  return strictly(errataAnswer).parse(JSON.parse(stdout)).errata;
}
async function fileOf(form: FileForm, address: string): Promise<string> {
  const read = readPermalink(address, EVENT_WINDOW);
  if (read.kind !== 'view') throw new Error(read.kind);
  const file = await viewFile(context, read.written.view, form);
  if (!file.ok) throw new Error(file.message);
  return Buffer.from(file.value.bytes).toString();
}
async function notesOf(address: string): Promise<string | undefined> {
  const file = stored.inFolder('noted.png');
  expect((await run('export', address, '--png', file)).code).toBe(0);
  return textsOf(readFileSync(file)).get('plumbline:notes');
}

beforeAll(async () => {
  stored = await storedAtom();
  context = { database: stored.db, simulated: false };
  process.env['PLUMBLINE_HOME'] = stored.inFolder('.');
});
afterAll(async () => {
  if (homeBefore === undefined) delete process.env['PLUMBLINE_HOME'];
  else process.env['PLUMBLINE_HOME'] = homeBefore;
  await stored.drop();
});

describe('errata', () => {
  it('are none at first, and said to be', async () => {
    const ran = await run('errata');
    expect([ran.code, ran.stdout]).toEqual([0, '']);
    expect(ran.stderr).toContain('no errata');
    expect(await listed()).toEqual([]);
  });

  it.each([
    [['errata', 'edit'], /"edit" is not an action of errata/],
    [['errata', 'add', '--address', MINUTE], /say why with --reason/],
    [
      ['errata', 'add', '--address', MINUTE, '--reason', 'a\u001B[2J\u202Eb'],
      /--reason has signs that nobody sees: \[U\+001B\], \[U\+202E\]/,
    ],
    [['errata', 'add', '--reason', 'why'], /name what it concerns/],
    [['errata', 'add', '--address', MINUTE, '--reason', ' '], /--reason is empty/],
    [['errata', 'add', '--address', MINUTE, '--reason', 'a'.repeat(4_001)], /more than 4000 letters/],
    [['errata', 'add', '--address', '/', '--reason', 'why'], /asset/],
    [['errata', 'add', '--address', MINUTE, '--asset', 'ATOM', '--reason', 'why'], /leave out --asset/],
    [['errata', 'add', '--address', MINUTE, '--statement', 'said', '--reason', 'why'], /--venue/],
    [['errata', 'add', '--venue', 'NO ONE', '--reason', 'why'], /NO ONE/],
    [['errata', 'add', '--address', MINUTE, '--reason', 'why', '--link', 'javascript:alert(1)'], /http or https/],
    [
      [
        'errata',
        'add',
        '--asset',
        'ATOM',
        '--from',
        '2025-10-10T21:00Z',
        '--to',
        '2025-10-10T20:00Z',
        '--reason',
        'why',
      ],
      /reversed/,
    ],
    [['errata', 'withdraw', 'x', '--reason', 'why'], /number/],
    [['errata', 'withdraw', '7', '--reason', 'why'], /there is no erratum 7/],
  ] as const)('are not entered by %j', async (argv, why) => {
    expect(refusal(await run(...argv))).toMatch(why);
    expect(await listed()).toEqual([]);
  });

  it('stand beside the statement: in its files, its picture and in verify, each with its day; until one is withdrawn', async () => {
    const picture = stored.inFolder('before.png');
    expect((await run('export', VIEW, '--png', picture)).code).toBe(0);
    const before = await changesSince(stored.db, undefined);
    const added = await run(
      'errata',
      'add',
      '--address',
      MINUTE,
      '--reason',
      'The low is that of a test order.',
      '--by',
      'Desk',
    );
    expect(added).toMatchObject({ code: 0, stdout: '' });
    expect(added.stderr).toMatch(/^entered as number 1\n/);
    // Whoever keeps answers is told that all of ATOM are stale.
    const { books } = await changesSince(stored.db, before.xmin);
    expect(books.map(({ market, whole }) => [market.venue, whole])).toEqual(
      ['binance', 'coinbase', 'kraken', 'okx'].map((venue) => [venue, true]),
    );
    const reply = ['--venue', 'binance', '--statement', 'Our book was halted.', '--link', 'https://a.example/b'];
    expect((await run('errata', 'add', '--address', VIEW, '--reason', 'Asked on 1 December.', ...reply)).code).toBe(0);

    const [answered, first] = await listed();
    expect(first).toMatchObject({
      id: 1,
      kind: 'erratum',
      asset: 'ATOM',
      from: '2025-10-10T21:01Z',
      to: '2025-10-10T21:02Z',
      venue: null,
      reason: 'The low is that of a test order.',
      by: 'Desk',
      withdrawn: null,
    });
    expect(answered).toMatchObject({
      id: 2,
      kind: 'venue-answer',
      venue: 'binance',
      statement: 'Our book was halted.',
    });
    const day = first?.recorded.slice(0, 10) ?? '';

    const both = `There is an answer of Binance of ${day} at this address. There is an erratum of ${day} at this address.`;
    expect(await notesOf(VIEW)).toContain(both);
    expect(await notesOf(MINUTE)).toContain(both);
    // Of a minute that the erratum is not about the answer to the window alone.
    expect(await notesOf(MINUTE.replace('21:01', '21:00'))).not.toContain('An erratum');
    expect(JSON.parse(await fileOf('json', MINUTE))).toMatchObject({ errata: [answered, first] });
    expect(await fileOf('md', VIEW)).toMatch(/\n> Erratum, .* Desk: The low is that of a test order\.\n/);

    const found = await run('verify', picture, '--json');
    expect(verification.parse(JSON.parse(found.stdout))).toMatchObject({
      verdict: 'same-data',
      errata: [{ id: 2 }, { id: 1 }],
    });
    expect((await run('verify', picture)).stdout).toMatch(
      /\nAnswer of Binance, .*“Our book was halted\.” <https:\/\/a\.example\/b>\n/,
    );

    expect((await run('errata', 'withdraw', '1', '--reason', 'It was no test order.')).code).toBe(0);
    expect(refusal(await run('errata', 'withdraw', '1', '--reason', 'again'))).toMatch(/withdrawn already/);
    expect((await listed())[1]).toMatchObject({ id: 1, withdrawn: { reason: 'It was no test order.' } });
    expect(await notesOf(VIEW)).not.toContain('An erratum');
    expect(await fileOf('md', VIEW)).toMatch(/Withdrawn on .* UTC: It was no test order\./);
    expect((await run('errata')).stdout).toMatch(/^2 {2}ATOM, Binance, [^]*\n1 {2}ATOM, every venue, /);
  });

  it('are never changed or deleted', async () => {
    for (const statement of ["UPDATE erratum SET reason = 'x'", 'DELETE FROM erratum', 'TRUNCATE erratum'])
      await expect(stored.db.pool.query(statement), statement).rejects.toThrow('errata are never changed or deleted');
  });

  it('of broad scope concern every statement in it', async () => {
    const scope = ['--venue', 'okx', '--from', '2025-10-01T00:00Z'];
    expect((await run('errata', 'add', ...scope, '--reason', 'A ticker was read as another coin.')).code).toBe(0);
    expect((await listed('--asset', 'DOGE')).map(({ asset, venue, to }) => [asset, venue, to])).toEqual([
      [null, 'okx', null],
    ]);
    expect(JSON.parse(await fileOf('json', VIEW))).toMatchObject({ errata: [{ id: 4 }, {}, {}] });
    expect(JSON.parse(await fileOf('json', `${VIEW}&venues=binance,coinbase,kraken`))).toMatchObject({
      errata: [{ id: 2 }, { id: 1 }],
    });
  });

  it('are entered with the words that their author chose; of those that accuse, the author hears first', async () => {
    const reason = 'Said to be fraud.';
    const ran = await run('errata', 'add', '--asset', 'ATOM', '--reason', reason, '--link', 'https://a.example/b');
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain('--reason says whose doing something was, or why: "fraud"');
    expect((await listed())[0]).toMatchObject({ reason });
  });

  it('mark nothing up where they are quoted', async () => {
    const reason = 'See ![x](https://evil.example/x.png) and **this**.';
    expect((await run('errata', 'add', '--asset', 'ATOM', '--reason', reason)).code).toBe(0);
    expect(await fileOf('md', MINUTE)).toContain('See \\!\\[x\\](https://evil.example/x.png) and \\*\\*this\\*\\*.');
  });
});
