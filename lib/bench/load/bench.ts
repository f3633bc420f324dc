import type { Database } from '../../store/connection/database';
import { sectionOf } from '../table';
import { launcher, startWebApp } from '../webApp';
import { aimsTable } from './aims';
import { firstBytes } from './firstBytes';
import { oneLink } from './oneLink';
import { views } from './views';

/** How soon the built app answers one reader, how many readers of one link it serves, and of how many different views. */
export async function benchLoad(
  { database, url }: { readonly database: Database; readonly url: string },
  folder: string,
  say: (line: string) => void,
): Promise<string> {
  const { buildApp, serverEntry } = await launcher();
  await buildApp();
  const start = (): ReturnType<typeof startWebApp> => startWebApp(serverEntry, url);
  const app = await start();
  try {
    say('load: first bytes');
    const first = await firstBytes(app, database, folder);
    const link = await oneLink(app, folder, say);
    await app.stop();
    const different = await views(start, folder, say);
    return [
      sectionOf(first.findings),
      '## Readers by the thousand',
      '',
      ...link.lines,
      '',
      ...different.lines,
      '',
      '## Aims',
      '',
      ...aimsTable([...first.aims, ...link.aims, ...different.aims]),
      '',
    ].join('\n');
  } finally {
    await app.stop();
  }
}
