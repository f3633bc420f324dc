import { Command, CommanderError } from 'commander';
import { installAssetFile } from '../server/assets/assetFile';
import { BadInput, EXIT, say } from '../processes/exit';
import { print, ReaderGone, surviveOutput } from '../processes/standardOutput';
import { optionsListed, PROGRAM_SUMMARY } from '../words/en/help/program';
import { analyzeCommand } from './commands/analyze';
import { candlesCommand } from './commands/candles';
import { coverageCommand } from './commands/coverage';
import { exportCommand } from './commands/export';
import { followCommand } from './commands/follow';
import { importCommand } from './commands/import';
import { ingestCommand } from './commands/ingest';
import { lowsCommand } from './commands/lows';
import { revisionsCommand } from './commands/revisions';
import { scanCommand } from './commands/scan';
import { scorecardCommand } from './commands/scorecard';
import { serveCommand } from './commands/serve';
import { stopCommand } from './commands/stop';

/** In the order in which `--help` lists them. */
const COMMANDS: readonly ((program: Command, ends: (code: number) => void) => void)[] = [
  ingestCommand,
  importCommand,
  followCommand,
  coverageCommand,
  revisionsCommand,
  analyzeCommand,
  scanCommand,
  lowsCommand,
  scorecardCommand,
  exportCommand,
  candlesCommand,
  serveCommand,
  stopCommand,
];

/**
 * Runs one command line; comes to its exit code. Every failure is one line on standard error; with PLUMBLINE_DEBUG set a stack
 * follows what was not foreseen.
 */
export async function main(argv: readonly string[]): Promise<number> {
  surviveOutput();
  try {
    return await codeOf(argv);
  } catch (failure) {
    say(onOneLine(failure instanceof Error ? failure.message : String(failure)));
    if (failure instanceof BadInput) return EXIT.badInput;
    if (process.env['PLUMBLINE_DEBUG'] !== undefined && failure instanceof Error) say(failure.stack ?? '');
    return EXIT.broke;
  }
}

async function codeOf(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  let help = '';
  const program = new Command('plumbline')
    .description(PROGRAM_SUMMARY)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        help += text;
      },
      writeErr: (text) => process.stderr.write(text),
      outputError: (text) => {
        say(optionsListed(onOneLine(text.replace(/^error: /, '')).replace(/\.$/, '')));
      },
    });
  for (const add of COMMANDS)
    add(program, (ended) => {
      code = ended;
    });
  program.hook('preAction', async () => {
    const fault = await installAssetFile(process.env);
    if (fault !== undefined) throw new BadInput(fault);
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (failure) {
    if (failure instanceof ReaderGone) return code;
    if (!(failure instanceof CommanderError)) throw failure;
    code = failure.exitCode === 0 ? EXIT.done : EXIT.badInput;
  }
  await printed(help);
  return code;
}

/** Help is an answer like any other. */
async function printed(help: string): Promise<void> {
  try {
    if (help !== '') await print(help);
  } catch (failure) {
    if (!(failure instanceof ReaderGone)) throw failure;
  }
}

/** The parser gives suggestions on a line of their own, and what a reader typed may hold line breaks. */
const onOneLine = (text: string): string => text.trim().replace(/\s*[\r\n]\s*/g, ' ');
