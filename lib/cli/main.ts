import { Command, CommanderError } from 'commander';
import { installAssetFile } from '../server/assets/assetFile';
import { analyzeCommand } from './commands/analyze';
import { candlesCommand } from './commands/candles';
import { coverageCommand } from './commands/coverage';
import { BadInput, EXIT, say } from '../processes/exit';
import { exportCommand } from './commands/export';
import { followCommand } from './commands/follow';
import { importCommand } from './commands/import';
import { ingestCommand } from './commands/ingest';
import { revisionsCommand } from './commands/revisions';
import { scanCommand } from './commands/scan';
import { scorecardCommand } from './commands/scorecard';
import { serveCommand } from './commands/serve';
import { stopCommand } from './commands/stop';

/** Runs one command line; comes to its exit code. What was not foreseen is one line here and a stack in PLUMBLINE_DEBUG. */
export async function main(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  const program = new Command('plumbline')
    .description("How far, and for how long, each exchange's price strayed from the market, minute by minute.")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => process.stdout.write(text),
      writeErr: (text) => process.stderr.write(text),
      outputError: (text) => {
        say(`${onOneLine(text.replace(/^error: /, '')).replace(/\.$/, '')}; --help lists what is taken`);
      },
    });
  const ends = (ended: number): void => {
    code = ended;
  };
  for (const add of [
    ingestCommand,
    importCommand,
    followCommand,
    coverageCommand,
    revisionsCommand,
    analyzeCommand,
    scanCommand,
    scorecardCommand,
    exportCommand,
    candlesCommand,
    serveCommand,
    stopCommand,
  ])
    add(program, ends);
  program.hook('preAction', async () => {
    const fault = await installAssetFile(process.env);
    if (fault !== undefined) throw new BadInput(fault);
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (failure) {
    if (failure instanceof CommanderError) return failure.exitCode === 0 ? EXIT.done : EXIT.badInput;
    if (failure instanceof BadInput) {
      say(onOneLine(failure.message));
      return EXIT.badInput;
    }
    say(onOneLine(failure instanceof Error ? failure.message : String(failure)));
    if (process.env['PLUMBLINE_DEBUG'] !== undefined && failure instanceof Error) say(failure.stack ?? '');
    return EXIT.broke;
  }
}

/** The parser gives suggestions on a line of their own, and what a reader typed may hold line breaks. */
const onOneLine = (text: string): string => text.trim().replace(/\s*[\r\n]\s*/g, ' ');
