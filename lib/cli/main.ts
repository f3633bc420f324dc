import { Command, CommanderError } from 'commander';
import { failureLine, onOneLine } from '../domain/failure';
import { BadInput, EXIT, say } from '../processes/exit';
import { print, ReaderGone, surviveOutput } from '../processes/standardOutput';
import { optionsListed, PROGRAM_SUMMARY, requiredOption } from '../words/en/help/program';
import { setInRehearsal } from '../words/typed';
import { COMMANDS } from './commandTable';
import { refuseRehearsal } from './reading/everyDataset';

/**
 * Runs one command line; comes to its exit code. Every failure is one line on standard error; with PLUMBLINE_DEBUG set a stack
 * follows what was not foreseen.
 */
export async function main(argv: readonly string[]): Promise<number> {
  surviveOutput();
  try {
    return await codeOf(argv);
  } catch (failure) {
    say(failureLine(failure));
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
    })
    .configureHelp({
      // Options are known of the commands that were loaded; every command has some, if only --help.
      subcommandTerm: (command) => `${command.name()} ${command.usage()}`,
      // The words of an option name its default; commander would name it again.
      optionDescription: ({ description, mandatory }) => (mandatory ? requiredOption(description) : description),
    });
  for (const { name, takes, summary, load } of COMMANDS) {
    const command = program.command(`${name} ${takes}`.trim()).description(summary);
    if (!argv.includes(name)) continue;
    const fill = await load();
    fill(command, (ended) => {
      code = ended;
    });
    refuseRehearsal(command);
  }
  program.hook('preAction', async (_, command) => {
    setInRehearsal(command.opts()['rehearsal'] === true);
    // Help needs no asset.
    const { installAssetFile } = await import('../server/assets/assetFile');
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
