import type { Command } from 'commander';
import { homeOf } from '../../store/embedded/home';
import { stopEmbedded } from '../../store/embedded/server';
import { DATABASE_NOT_RUNNING, DATABASE_STOPPED } from '../../words/en/help/server';
import { say } from '../../processes/exit';

/** `plumbline stop`: stops the embedded database, which otherwise stays up for the next command. */
export function stopCommand(command: Command): void {
  command.action(async () => {
    const stopped = await stopEmbedded(homeOf(process.env));
    say(stopped ? DATABASE_STOPPED : DATABASE_NOT_RUNNING);
  });
}
