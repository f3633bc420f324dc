import { describe, expect, it } from 'vitest';
import { usersByTitle } from './machineProcess';

const CHILD = 'postgres: checkpointer ';
const FIRST = '/opt/postgres\0-D\0/data\0';

describe('the processes that work in a database’s folder', () => {
  it.each([
    ['a server’s, its first one gone', [[7, CHILD]], { orphans: [7], others: [] }],
    [
      'in the hand of the first one',
      [
        [6, FIRST],
        [7, CHILD],
      ],
      { orphans: [], others: [6] },
    ],
    ['somebody’s shell', [[8, 'bash\0']], { orphans: [], others: [8] }],
    // The system takes its title before its folder.
    [
      'one that just ends',
      [
        [7, CHILD],
        [9, ''],
      ],
      { orphans: [7, 9], others: [] },
    ],
    ['none', [], { orphans: [], others: [] }],
  ] as const)('%s', (_, titles, users) => {
    expect(usersByTitle(new Map(titles))).toEqual(users);
  });
});
