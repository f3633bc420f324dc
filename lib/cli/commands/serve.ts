import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { EXIT, say } from '../../processes/exit';
import { webPort } from '../../processes/port';
import { refuseBrokenSettings } from '../../processes/webSettings';
import { REHEARSAL } from '../../words/en/help/options';
import { appNotBuilt, servedAt } from '../../words/en/launch';
import { startWebServer } from '../../processes/webServer';
import { onStopSignal } from '../../processes/stopSignal';
import { logFolder, openServed } from '../../processes/dataset';

const ROOT = join(fileURLToPath(import.meta.url), '..', '..', '..', '..');

/** `plumbline serve`: the web app and its API over what is stored; `npm start` also ingests. */
export function serveCommand(command: Command, ends: (code: number) => void): void {
  command.option('--rehearsal', REHEARSAL).action(async (options: { rehearsal?: true }) => {
    refuseBrokenSettings(process.env);
    // A build takes minutes: a port that is none, or is taken, is said before it.
    const port = await webPort(process.env);
    const built = spawnSync(process.execPath, [join(ROOT, 'lib', 'launch', 'buildApp.mjs')], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (built.status !== 0) throw new Error(appNotBuilt(join('.cache', 'logs', 'build.log')));
    const dataset = await openServed(options.rehearsal === true ? 'rehearsal' : 'real');
    try {
      const { url, readUrl } = dataset;
      const web = await startWebServer({ root: ROOT, port, databaseUrl: url, readUrl, logFolder: logFolder() });
      onStopSignal(() => {
        web.stop();
      });
      say(servedAt(web.address, options.rehearsal === true));
      ends((await web.ended) === 0 ? EXIT.done : EXIT.broke);
    } finally {
      await dataset.close();
    }
  });
}
