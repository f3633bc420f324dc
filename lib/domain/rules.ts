import { ALIAS_BOOKS } from './aliasBooks';
import { knownAssets } from './asset';

/**
 * What decides over the same candles beside the method: what assets and quotes are taken for, a user's additions among them, and which books are second
 * names. Two sets of rules have two texts; one by which nothing is other has the same, whatever else a user adds.
 */
export const rulesText = (): string =>
  JSON.stringify([
    knownAssets().flatMap(({ asset, nature }) => {
      switch (nature.kind) {
        case 'plain':
          return [];
        case 'pegged':
          return [[asset, nature.kind]];
        case 'stable':
          return [[asset, nature.kind, nature.of]];
        case 'wrapped':
          return [[asset, nature.kind, nature.underlying]];
      }
    }),
    ALIAS_BOOKS.map(({ venue, first, second, from, to }) => [venue, first, second, from, to]),
  ]);
