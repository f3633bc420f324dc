import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { COMMANDS } from '../cli/commandTable';

const ROOT = path.join(import.meta.dirname, '..', '..');
const textOf = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');
const commands = COMMANDS.map(({ name }) => name);

/** Instructions of the Dockerfile, a line each, without comments. */
const instructions = textOf('Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line.trim() !== '');
const of = (name: string): readonly string[] =>
  instructions.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
/** What the image is made of, relative to the checkout. */
const copied = of('COPY').flatMap((line) => line.split(' ').slice(0, -1));

describe('the Dockerfile', () => {
  it('copies what is there, and what the list of what is sent lets through', () => {
    const sent = textOf('.dockerignore').split('\n');
    expect(sent).toContain('*');
    for (const source of copied) {
      expect(existsSync(path.join(ROOT, source)), source).toBe(true);
      expect(sent, source).toContain(`!${source}`);
    }
    expect(
      sent
        .filter((line) => line.startsWith('!'))
        .map((line) => line.slice(1))
        .sort(),
    ).toEqual([...copied].sort());
  });

  it('copies everything that the build of the app rests on: with less the image would build again at each start', () => {
    const sources = /const SOURCES = \[([^\]]+)\]/.exec(textOf('lib/launch/build.mjs'))?.[1];
    const names = [...(sources ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(5);
    expect(copied).toEqual(expect.arrayContaining(names));
  });

  it('is built on one version of Node, that of the project', () => {
    const [from, ...others] = of('FROM');
    expect(others).toEqual([]);
    expect(from).toMatch(/^node:\d+\.\d+\.\d+-bookworm-slim AS \w+$/);
    expect(from?.startsWith(`node:${textOf('.nvmrc').trim()}.`)).toBe(true);
  });

  it('runs as a user without rights, and does nothing else after it became that user', () => {
    expect(of('USER')).toEqual(['node']);
    const after = instructions.slice(instructions.indexOf('USER node') + 1).map((line) => line.split(' ')[0]);
    expect(after).toEqual(['HEALTHCHECK', 'ENTRYPOINT', 'CMD']);
  });

  it('starts a command that there is, and asks an address that there is whether the app lives', () => {
    const entry = JSON.parse(of('ENTRYPOINT')[0] ?? '[]') as readonly string[];
    expect(existsSync(path.join(ROOT, entry.at(-1) ?? 'nothing'))).toBe(true);
    expect(commands).toEqual(expect.arrayContaining(JSON.parse(of('CMD')[0] ?? '[]') as string[]));
    const [, asked] = /\+ '\/(\w+)'/.exec(of('HEALTHCHECK')[0] ?? '') ?? [];
    expect(existsSync(path.join(ROOT, 'app', asked ?? 'nothing', 'route.ts'))).toBe(true);
  });

  it('holds no secret', () => {
    expect([...of('ENV'), ...of('ARG')].join(' ')).not.toMatch(/PASSWORD|SECRET|TOKEN|DATABASE_URL|_KEY/);
  });
});

interface Service {
  readonly image: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly read_only?: boolean;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}
const compose = parse(textOf('compose.yaml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const services = Object.entries(compose.services);

describe('the compose file', () => {
  it('starts the app, a worker that follows venues, and a database of one version', () => {
    expect(services.map(([name]) => name).sort()).toEqual(['app', 'database', 'follow']);
    expect(compose.services['database']?.image).toMatch(/^postgres:\d+\.\d+-bookworm$/);
    expect(commands).toContain(compose.services['app']?.command?.[0]);
    const [, followed] = /plumbline\.mjs (\w+) /.exec(compose.services['follow']?.entrypoint?.at(-1) ?? '') ?? [];
    expect(followed).toBe('follow');
  });

  it('takes the password from the environment, and does not start without it', () => {
    const secrets = services.flatMap(([, { environment = {} }]) =>
      Object.entries(environment).filter(([name]) => /PASSWORD$|DATABASE_URL/.test(name)),
    );
    expect(secrets).toHaveLength(3);
    for (const [, value] of secrets) expect(value).toMatch(/\$\{PLUMBLINE_DATABASE_PASSWORD:\?/);
  });

  it('opens the app to this machine alone, and the database to nobody', () => {
    const ports = services.flatMap(([name, service]) => (service.ports ?? []).map((port) => [name, port]));
    expect(ports).toEqual([['app', '127.0.0.1:3000:3000']]);
  });

  it('declares the volumes that it uses, and lets ours write nowhere else', () => {
    const used = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0]));
    expect(used.sort()).toEqual(Object.keys(compose.volumes).sort());
    for (const name of ['app', 'follow']) {
      const service = compose.services[name];
      expect(service?.read_only).toBe(true);
      expect(service?.volumes?.map((volume) => volume.split(':')[1])).toEqual(of('VOLUME'));
      expect(service?.depends_on?.['database']?.condition).toBe('service_healthy');
    }
  });
});

const UNITS = path.join(ROOT, 'deploy', 'systemd');
const units = readdirSync(UNITS);
const hasAnalyzer = spawnSync('systemd-analyze', ['--version']).status === 0;
/** What systemd says of the units in a folder; nothing: they are well. */
function complaints(folder: string): string {
  const files = readdirSync(folder).map((name) => path.join(folder, name));
  const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', ...files], { encoding: 'utf8' });
  return status === 0 ? `${stdout}${stderr}` : `status ${String(status)}: ${stdout}${stderr}`;
}

describe('the systemd units', () => {
  it('start commands that there are, as a user of their own, with settings from a file apart', () => {
    const started = units
      .filter((name) => name.endsWith('.service'))
      .map((name) => readFileSync(path.join(UNITS, name), 'utf8'));
    expect(started).toHaveLength(3);
    for (const text of started) {
      expect(commands).toContain(/plumbline\.mjs (\w+)/.exec(text)?.[1]);
      expect(text).toMatch(/^User=plumbline$/m);
      expect(text).toMatch(/^EnvironmentFile=\/etc\/plumbline\/environment$/m);
      expect(text).not.toMatch(/^Environment=.*(PASSWORD|DATABASE_URL)/m);
    }
  });

  it.skipIf(!hasAnalyzer)('are well by `systemd-analyze verify` (skipped where that program is not)', () => {
    expect(complaints(UNITS)).toBe('');
  });

  it.skipIf(!hasAnalyzer)('would be found out by it (skipped where that program is not)', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-units-'));
    try {
      writeFileSync(path.join(folder, 'wrong.service'), '[Service]\nExecStrat=/bin/true\nExecStart=/bin/true\n');
      expect(complaints(folder)).toMatch(/ExecStrat/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

it('no file of the deployment is left out of the repository', () => {
  const tracked = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', 'Dockerfile', '.dockerignore', 'compose.yaml', 'deploy'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  expect(tracked.trim().split('\n').sort()).toEqual(
    ['.dockerignore', 'Dockerfile', 'compose.yaml', ...units.map((name) => `deploy/systemd/${name}`)].sort(),
  );
});
