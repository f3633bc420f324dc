import { randomInt } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keepEmbeddedRunning } from '../processes/embeddedWatch';
import { openDatabase } from '../store/connection/database';
import { ensureDatabase, readyDatabase } from '../store/connection/urls';
import { DATASETS } from '../store/dataset/dataset';
import { readSettings } from '../store/embedded/home';
import { dataIn } from '../store/embedded/place';
import { postmasterOf } from '../store/embedded/postmaster';
import { removeEmbedded, startEmbedded } from '../store/embedded/server';
import { datasetOf, fileText } from './errand';
import { torture, type Tally } from './torture';

// `npm run torture [-- --kills 1000 --seed N]`: on an embedded server of its own, which waits for the disk as people's does, and is
// itself killed now and then.

const SERVER_EVERY_KILLS = 50;
const LOOK_MS = 100;
/** Databases with nothing but their tables. */
const TEMPLATES = { real: 'template_real', rehearsal: 'template_rehearsal' } as const;

const { values } = parseArgs({ options: { kills: { type: 'string', default: '1000' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? randomInt(2 ** 31));

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const told = ({ atRequest, atStatement, amidMigration, serverKills, rounds }: Tally): string =>
  `killed as a request went out ${String(atRequest)}, at a statement of an ingest ${String(atStatement.ingest)}, of an import ${String(atStatement.import)} (${String(amidMigration)} amid migrations); the server ${String(serverKills)}; databases finished and compared ${String(rounds)}`;

async function killServer(home: string): Promise<void> {
  const settings = await readSettings(home);
  const running = settings === undefined ? undefined : await postmasterOf(dataIn(settings.folder));
  if (running === undefined) throw new Error('there is no server to kill');
  process.kill(running.pid, 'SIGKILL');
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-torture-'));
  const home = join(folder, 'home');
  const file = join(folder, 'rows.csv');
  const remove = async (): Promise<void> => {
    await removeEmbedded(home);
    await rm(folder, { recursive: true, force: true });
  };
  process.once('SIGINT', () => void remove().finally(() => process.exit(130)));
  try {
    await writeFile(file, fileText());
    const server = await startEmbedded({ home, log: say });
    const unwatch = keepEmbeddedRunning({ home, say: () => undefined, everyMs: LOOK_MS });
    const admin = openDatabase(server.url('postgres'), { connections: 1 });
    const templates = { real: server.url(TEMPLATES.real), rehearsal: server.url(TEMPLATES.rehearsal) };
    for (const dataset of DATASETS) await (await readyDatabase(templates, dataset)).close();
    let databases = 0;
    const began = performance.now();
    say(`seed ${String(seed)}`);
    const tally = await torture({
      kills: Number(values.kills),
      seed,
      file,
      newDatabase: async (work, isEmpty) => {
        databases += 1;
        const name = `torture_${String(databases)}`;
        if (isEmpty) await ensureDatabase(server.url(name));
        else await admin.pool.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATES[datasetOf(work)]}`);
        return {
          url: server.url(name),
          drop: async () => {
            await admin.pool.query(`DROP DATABASE ${name} WITH (FORCE)`);
          },
        };
      },
      killServer: { everyKills: SERVER_EVERY_KILLS, kill: () => killServer(home) },
      onRound: (so) => {
        if (so.rounds % 10 === 0) say(told(so));
      },
    });
    unwatch();
    await admin.close();
    say(told(tally));
    say(`every database as that of an undisturbed run, in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  } finally {
    await remove();
  }
}

await main();
