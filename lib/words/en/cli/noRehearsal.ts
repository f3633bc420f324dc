import type { OfEveryDataset } from '../../typed';

/** Why a command takes no `--rehearsal`. */
const WHY: Readonly<Record<OfEveryDataset, string>> = {
  alerts:
    'its rules are of every dataset; --in-rehearsal of alerts webhook adds a receiver that simulated candles reach, too',
  import: 'a rehearsal takes no files, and its candles come from the exchange simulator alone',
  keys: 'a home has the same keys for every dataset',
  restore: 'a backup says which dataset it is of',
  stop: 'the embedded database holds every dataset of the home, and is stopped as a whole',
};

export const noRehearsal = (command: OfEveryDataset): string =>
  `${command} takes no --rehearsal, so leave it out: ${WHY[command]}`;
