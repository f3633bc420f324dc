import type { Command } from 'commander';
import { homeOf } from '../../store/embedded/home';
import { stopEmbedded } from '../../store/embedded/server';
import { say } from '../../processes/exit';

/** `plumbline stop`: stops the embedded database, which otherwise stays up for the next command. */
export function stopCommand(program: Command): void {
  program
    .command('stop')
    .description('stop the embedded database')
    .action(async () => {
      const stopped = await stopEmbedded(homeOf(process.env));
      say(stopped ? 'The embedded database is stopped.' : 'The embedded database was not running.');
    });
}
