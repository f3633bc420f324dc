import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderLogAnswer } from '../../api/orderLog';
import type { Ran } from '../testing/commandLine';
import { refusal, storedAtom, type StoredAtom } from '../testing/storedAtom';
import { strictly } from '../../api/testing/strictly';

let stored: StoredAtom;
beforeAll(async () => {
  stored = await storedAtom();
});
afterAll(() => stored.drop());

// Binance's only episode is its low of 50 in minute 21:01.
const LINES = [
  '2025-10-11 05:00:10,000 ERROR binance {"code":-1008,"msg":"Server is currently overloaded"}',
  '2025-10-11 05:01:10,000 ERROR reduceOnly=true binance {"code":-2022,"msg":"ReduceOnly Order is rejected."}',
  '2025-10-11 05:01:40,000 INFO order 8001 filled',
  '2025-02-30 05:01:40,000 INFO order 8002 filled',
];

async function orderLog(lines: readonly string[], ...options: readonly string[]): Promise<Ran> {
  const path = stored.inFolder('bot.log');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return stored.run('orderlog', path, ...options);
}

describe('orderlog', () => {
  it('--json prints one object of the contract, with the minutes beside the episodes of a market', async () => {
    const { code, stdout, stderr } = await orderLog(LINES, '--zone', 'utc+8', '--json', '--beside', 'binance ATOM/USD');
    const answer = strictly(orderLogAnswer).parse(JSON.parse(stdout));
    expect(code).toBe(3);
    expect(stderr).toContain('bot.log, line 4: time');
    expect(answer).toMatchObject({ rejected: 2, accepted: 1, reduceOnly: 1, flawed: 1, rejectionRate: 2 / 3 });
    expect(answer.layers).toEqual({ transport: 1, business: 1, unknown: 0 });
    expect(answer.beside).toMatchObject({
      market: 'binance ATOM/USD spot',
      days: ['2025-10-10'],
      episodes: 1,
      episodeMinutes: 1,
      all: { rejections: 2, rejectionsInEpisodes: 1, firstRejection: '2025-10-10T21:00Z', firstLeadMinutes: 1 },
      business: { firstLeadMinutes: 0 },
    });
  });

  it('prints words, and one CSV row per minute and code', async () => {
    const words = await orderLog(LINES.slice(0, 3), '--zone', 'utc+8');
    expect([words.code, words.stderr]).toEqual([0, '']);
    expect(words.stdout).toContain('66.67 % of 3 attempts rejected');
    // The one episode minute is 21:01: a rejection before it, and one in it.
    const beside = await orderLog(LINES.slice(0, 3), '--zone', 'utc+8', '--beside', 'binance ATOM/USD');
    expect(beside.stdout).toContain(
      'transport: 0 of 1 rejection and 0 of 1 minute in episodes; first rejection 1 minute before the first episode minute; last rejection 1 minute before the last episode minute',
    );
    expect(beside.stdout).toContain('last rejection in the same minute as the last episode minute');
    const { stdout } = await orderLog(LINES.slice(0, 3), '--zone', 'utc+8', '--csv');
    expect(stdout.trimEnd().split('\n')).toEqual([
      'minute,outcome,layer,family,code,count,reduce_only,reconstructed',
      '2025-10-10T21:00Z,rejected,transport,binance,-1008,1,0,false',
      '2025-10-10T21:01Z,rejected,business,binance,-2022,1,1,false',
      '2025-10-10T21:01Z,accepted,,,,1,,false',
    ]);
  });

  it('counts a log that is given twice once, and says so', async () => {
    const [one, two] = ['bot.log', 'copy.log'].map((name) => stored.inFolder(name));
    for (const path of [one, two]) writeFileSync(path as string, `${LINES.slice(0, 3).join('\n')}\n`);
    const ran = await stored.run('orderlog', one as string, two as string, '--zone', 'utc+8', '--json');
    expect([ran.code, ran.stderr]).toEqual([0, 'copy.log has the same bytes as bot.log; it adds nothing\n']);
    const answer = strictly(orderLogAnswer).parse(JSON.parse(ran.stdout));
    expect(answer).toMatchObject({ lines: 3, rejected: 2, accepted: 1 });
    expect(answer.files.map(({ sameAs }) => sameAs)).toEqual([null, 'bot.log']);
  });

  it('names the line in which a log ends without a line end, and counts it as it is read', async () => {
    const path = stored.inFolder('cut.log');
    writeFileSync(path, `${LINES.slice(0, 2).join('\n')}\n2025-10-11 05:01:40,000 ERROR binance code=-201`);
    const ran = await stored.run('orderlog', path, '--zone', 'utc+8', '--json');
    expect([ran.code, ran.stderr]).toEqual([
      0,
      'cut.log: no line end after line 3; its end may be cut off, and it counts as it is read\n',
    ]);
    const answer = strictly(orderLogAnswer).parse(JSON.parse(ran.stdout));
    expect([answer.rejected, answer.files.map(({ unended }) => unended)]).toEqual([3, [3]]);
  });

  it('asks for what a log leaves open, and never takes a clock for UTC', async () => {
    expect(refusal(await orderLog(LINES))).toContain('--zone utc+8');
    expect(refusal(await orderLog(['Oct 10 21:00:00 host bot: x'], '--zone', 'utc'))).toContain('--year 2025');
    expect(refusal(await orderLog(['no time here']))).toContain('none of its first lines');
    expect(refusal(await orderLog(LINES, '--zone', 'utc', '--beside', 'binance'))).toContain('--beside is "binance"');
  });
});
