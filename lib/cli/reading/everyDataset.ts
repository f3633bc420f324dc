import { Option, type Command } from 'commander';
import { BadInput } from '../../processes/exit';
import { noRehearsal } from '../../words/en/cli/noRehearsal';
import { isOfEveryDataset } from '../../words/typed';

/**
 * Refuses `--rehearsal` with the reason on a command that works alike on every dataset. The option is in no help: commander would
 * otherwise guess at another one.
 */
export function refuseRehearsal(command: Command): void {
  const name = command.name();
  if (!isOfEveryDataset(name)) return;
  command.addOption(new Option('--rehearsal').hideHelp()).on('option:rehearsal', () => {
    throw new BadInput(noRehearsal(name));
  });
}
