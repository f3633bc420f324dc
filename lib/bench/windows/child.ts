import { analyse } from '../../analysis/analyse';
import type { Asset } from '../../domain/market';
import { minute, minuteRange } from '../../domain/minute';
import { defaultQuestion } from '../../domain/question';
import { digestOf } from '../../evidence/digest';
import { analysisInputOf } from '../../server/deviations/analysisInput';
import type { Context } from '../../server/context';
import { deviations } from '../../server/deviations/deviations';
import { deviationsAnswerOf, deviationsOf } from '../../server/deviations/deviationsAnswer';
import { diskBytes } from '../../server/kept/diskBytes';
import { keepRates } from '../../server/rates/openRates';
import { decodeBeside } from '../../server/thread/decoding';
import { isShort } from '../../server/thread/door';
import { openDatabase } from '../../store/connection/database';
import { highWater } from '../highWater';
import { Timings } from '../timings';

// One window asked for in a process of its own, so that first is first and its memory its own. Arguments: the window's first
// minute and the minute after its last, how often to ask again, and a home to keep rates in. Prints what it took as one JSON line.
const [from = '', to = '', runs = '', home = ''] = process.argv.slice(2);
const question = defaultQuestion('ATOM' as Asset, minuteRange(minute(Number(from)), minute(Number(to))));
const context: Context = { database: openDatabase(process.env['DATABASE_URL'] ?? ''), simulated: false };
const timings = new Timings();

async function ask(): Promise<void> {
  const outcome = await deviations(context, question);
  if (!outcome.ok) throw new Error(outcome.message);
  if (outcome.value.series.length === 0) throw new Error('nothing was measured');
}

/** The parts of a short window's answer, which is read and measured at once. */
async function askInParts(): Promise<void> {
  const input = await timings.clock('read', () => analysisInputOf(context, question));
  if (input === undefined) throw new Error('nothing is held');
  const analysis = await timings.clock('computed', () => analyse(input));
  const digest = await timings.clock('digest', () => digestOf(input));
  await timings.clock('said', () => deviationsAnswerOf(deviationsOf(analysis, { simulated: false, digest })));
}

if (home !== '')
  await keepRates({
    database: context.database,
    env: { PLUMBLINE_HOME: home },
    build: 'bench',
    // What an installation keeps unless it is told otherwise.
    mostBytes: diskBytes('') as number,
    say: console.error,
  });
// As the analysis thread does; but from source each thread beside takes a third of a second of processor time to begin, which built takes a fiftieth.
decodeBeside(context.database);
await timings.clock('cold', ask);
const peakOfFirst = highWater();
for (let run = 0; run < Number(runs); run += 1) {
  await timings.clock('again', ask);
  if (isShort(question)) await askInParts();
}
await context.database.close();
process.stdout.write(JSON.stringify({ times: timings.all(), peakOfFirst, peak: highWater() }));
