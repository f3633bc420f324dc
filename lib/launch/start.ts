import { logFolder, readUrlOf } from '../processes/dataset';
import { startDevServer } from '../processes/devServer';
import { say } from '../processes/exit';
import { webPort } from '../processes/port';
import { refuseBrokenSettings } from '../processes/webSettings';
import { onStopSignal } from '../processes/stopSignal';
import { startWebServer } from '../processes/webServer';
import { appOpen, DEV_COMMAND, START_COMMAND, startArgumentUnknown } from '../words/en/launch';
import { setInRehearsal } from '../words/typed';
import { beginIngest, type BackgroundIngest } from './backgroundIngest';
import { chosenDataset, hasCandles, type Step } from './chosenDataset';

/** What the launcher's plain JavaScript half hands over. */
export interface StartOptions {
  readonly args: readonly string[];
  readonly root: string;
  readonly step: Step;
  /** Builds the web app to serve; undefined: it is served from its sources, each change at once. */
  readonly build?: (options: { readonly signal: AbortSignal }) => Promise<void>;
}

/**
 * `npm start` and `npm run dev`: the database, the event's candles and the app. Exchanges' own candles where any exchange answers;
 * else, or with `--rehearsal`, the exchange simulator's, in a database of their own. The app opens as soon as there is something
 * to see; candles keep coming behind it. Where there is something already, the ingest begins once the front page is made: the app has the processor first.
 */
export async function start({ args, root, step, build }: StartOptions): Promise<void> {
  const unknown = args.find((arg) => arg !== '--rehearsal');
  if (unknown !== undefined) {
    say(startArgumentUnknown(unknown, build === undefined ? DEV_COMMAND : START_COMMAND));
    process.exitCode = 2;
    return;
  }
  refuseBrokenSettings(process.env);
  const port = await webPort(process.env);
  // A build needs every core, and the first candles come seconds after they are asked for; a database's making waits for its disk, and exchanges for their answer.
  const giveUp = new AbortController();
  const built = build?.({ signal: giveUp.signal });
  built?.catch(() => undefined);
  const dataset = await chosenDataset({ rehearsal: args.includes('--rehearsal'), step }).catch(
    async (failure: unknown) => {
      giveUp.abort();
      await built?.catch(() => undefined);
      throw failure;
    },
  );
  setInRehearsal(dataset.name === 'rehearsal');
  let ingesting: BackgroundIngest | undefined;
  try {
    await built;
    const isFilled = await hasCandles(dataset);
    if (!isFilled) ingesting = beginIngest(dataset);
    const options = { root, port, databaseUrl: dataset.url, readUrl: await readUrlOf(dataset) };
    const web =
      build === undefined ? startDevServer(options) : await startWebServer({ ...options, logFolder: logFolder() });
    onStopSignal(() => {
      web.stop();
    });
    await Promise.race([ingesting?.something ?? web.frontMade(), web.ended]);
    say(appOpen(web.address, dataset.name === 'rehearsal'));
    ingesting ??= beginIngest(dataset);
    // Beside the development server's own lines, bars would tear.
    ingesting.show({ asBars: build !== undefined });
    await web.ended;
  } finally {
    ingesting?.abort();
    await ingesting?.ended;
    await dataset.close();
  }
}
