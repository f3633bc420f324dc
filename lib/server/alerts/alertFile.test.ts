import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AlertRule } from '../../domain/alert';
import { instant } from '../../domain/instant';
import type { Asset, Venue } from '../../domain/market';
import { homeRule, leastDepth, readAlertFile, receiverAt, writeAlertFile } from './alertFile';

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'plumbline-alerts-'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});
const env = (): { PLUMBLINE_HOME: string } => ({ PLUMBLINE_HOME: home });
const file = (): string => path.join(home, 'alerts.json');

const RULE: AlertRule = {
  assets: ['ATOM' as Asset, 'DOGE' as Asset],
  venues: ['okx' as Venue],
  side: 'below',
  depth: 0.05,
  minutes: 3,
  peers: 5,
  certainty: ['certain', 'weak'],
};
const ADDED = instant(Date.UTC(2026, 10, 28));

describe('the rules and receivers of a home', () => {
  it('are none where there is no file', async () => {
    const none = { ok: true, value: { rules: [], receivers: [] } };
    expect(await readAlertFile(env())).toEqual(none);
    // What is wrong with a home that is a file is said by whoever makes the home.
    expect(await readAlertFile({ PLUMBLINE_HOME: import.meta.filename })).toEqual(none);
  });

  it('are read as they were written, by the owner of the home alone', async () => {
    const written = {
      rules: [
        homeRule(RULE, ADDED),
        homeRule({ ...RULE, assets: undefined, venues: undefined, side: undefined }, ADDED),
      ],
      receivers: [receiverAt('https://receiver.example/hook?key=1', { isPrivate: false, inRehearsal: true })],
    };
    await writeAlertFile(env(), written);
    expect(await readAlertFile(env())).toEqual({ ok: true, value: written });
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it('have ids of what they say, in whatever order that was given', () => {
    const turned = { ...RULE, assets: [...(RULE.assets ?? [])].reverse(), certainty: [...RULE.certainty].reverse() };
    expect(homeRule(turned, instant(0)).id).toBe(homeRule(RULE, ADDED).id);
    for (const other of [{ depth: 0.06 }, { minutes: 4 }, { peers: 4 }, { side: undefined }, { venues: undefined }])
      expect(homeRule({ ...RULE, ...other }, ADDED).id).not.toBe(homeRule(RULE, ADDED).id);
  });

  const rule = { depth: 0.05, minutes: 3, peers: 5, certainty: ['certain'], added: '2026-11-28T00:00Z' };
  it.each<readonly [string, unknown, RegExp]>([
    ['is no JSON', 'rules', /alerts\.json is not JSON; no alerts until it is/],
    ['has a rule of two peers', { rules: [{ ...rule, peers: 2 }] }, /rules 0 peers: /],
    ['has a rule below the method’s level', { rules: [{ ...rule, depth: 0.01 }] }, /rules 0: the depth is less than/],
    ['has a rule without a date', { rules: [{ ...rule, added: undefined }] }, /rules 0 added: /],
    ['has another word', { rule: [] }, /alerts\.json: .*rule/],
    ['has a receiver that is none', { receivers: [{ url: 'file:///secret' }] }, /receivers 0 url: /],
  ])('are refused in one line where the file %s', async (_, content, line) => {
    writeFileSync(file(), typeof content === 'string' ? content : JSON.stringify(content));
    const read = await readAlertFile(env());
    expect(read).toMatchObject({ ok: false, error: expect.stringMatching(line) as string });
    expect(JSON.stringify(read)).not.toContain('secret');
  });
});

it('a depth is at least the level at which the method enters episodes of the assets named', () => {
  expect(leastDepth(undefined)).toBe(0.02);
  expect(leastDepth(['USDC' as Asset])).toBe(0.01);
  expect(leastDepth(['USDC' as Asset, 'ATOM' as Asset])).toBe(0.02);
});
