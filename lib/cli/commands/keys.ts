import type { Command } from 'commander';
import { print } from '../../processes/standardOutput';
import { BadInput, say } from '../../processes/exit';
import { writingHome } from '../../processes/homeWrite';
import { ownKeys, rotateKeys } from '../../server/keys/keyring';
import { publishedKeysOf } from '../../server/keys/publishedKeys';
import { keysActionUnknown } from '../../words/en/cli/optionFaults';
import { JSON_OBJECT } from '../../words/en/help/options';
import { keysText, NO_KEYS } from '../../words/en/signingKeys';

/** `plumbline keys [rotate]`: the public keys of this home's seals; `rotate` makes a new one and retires those before it. */
export function keysCommand(command: Command): void {
  command.option('--json', JSON_OBJECT).action(async (action: string | undefined, options: { json?: true }) => {
    if (action !== undefined && action !== 'rotate') throw new BadInput(keysActionUnknown(action));
    const keys = publishedKeysOf(
      await (action === 'rotate' ? writingHome(rotateKeys(process.env)) : ownKeys(process.env)),
    );
    if (options.json) await print(`${JSON.stringify(keys, undefined, 2)}\n`);
    else if (keys.keys.length === 0) say(NO_KEYS);
    else await print(keysText(keys));
  });
}
