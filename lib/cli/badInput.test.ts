import { spawnSync } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { OF_EVERY_DATASET } from '../words/typed';
import { commandLine } from './testing/commandLine';

/** A build that does not come to an end well: whatever is said after it is another line. */
vi.mock('node:child_process', async (importOriginal) => ({
  ...(await importOriginal<typeof import('node:child_process')>()),
  spawnSync: vi.fn(() => ({ status: 1 })),
}));

/** Nobody listens there: a command that went on to the database would end with another code and another line. */
const NO_DATABASE = 'postgresql://nobody@127.0.0.1:1/none';
const WINDOW = ['--from', '2025-10-10T20:00Z', '--to', '2025-10-11T00:00Z'];
const analyze = (asset: string, ...rest: readonly string[]): readonly string[] => [
  'analyze',
  asset,
  ...WINDOW,
  ...rest,
];
const address = (change: string): string => `/ATOM?v=3&m=2&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z${change}`;

/** Each with the words that name the mend. */
const REFUSED: readonly (readonly [string, readonly string[], RegExp])[] = [
  [
    'a reversed range',
    ['analyze', 'ATOM', '--from', '2025-10-11T00:00Z', '--to', '2025-10-10T20:00Z'],
    /empty or reversed; "from" comes before "to"/,
  ],
  [
    'an empty range',
    ['analyze', 'ATOM', '--from', '2025-10-11T00:00Z', '--to', '2025-10-11T00:00Z'],
    /empty or reversed; "from" comes before "to"/,
  ],
  [
    'the year 1e9',
    ['analyze', 'ATOM', '--from', '2025-10-10T20:00Z', '--to', '1000000000-01-01T00:00Z'],
    /"1000000000-01-01T00:00Z" is not a time; write UTC to the minute, like 2025-10-10T21:20Z/,
  ],
  [
    'the year 1e9 to ingest',
    ['ingest', 'ATOM', '--from', '2025-10-10T20:00Z', '--to', '1000000000-01-01T00:00Z'],
    /is not a time; write UTC to the minute/,
  ],
  [
    'a window of two years',
    ['analyze', 'ATOM', '--from', '2023-10-11T00:00Z', '--to', '2025-10-11T00:00Z'],
    /longer than 366 days; choose a shorter one/,
  ],
  [
    '30 February',
    ['analyze', 'ATOM', '--from', '2025-02-30T20:00Z', '--to', '2025-10-11T00:00Z'],
    /not a valid UTC time; write one like/,
  ],
  [
    'a time without a zone',
    ['analyze', 'ATOM', '--from', '2025-10-10T20:00', '--to', '2025-10-11T00:00Z'],
    /is not a time; write UTC/,
  ],
  ['a missing time', ['analyze', 'ATOM', '--to', '2025-10-11T00:00Z'], /--from <time>/],
  ['an SQL fragment as asset', analyze("ATOM'; DROP TABLE market; --"), /is not an asset; write its ticker like ATOM/],
  [
    'an SQL fragment as asset of the coverage',
    ['coverage', "' OR 1=1 --"],
    /is not an asset; write its ticker like ATOM/,
  ],
  ['another thing to do with alerts', ['alerts', 'send'], /is not an action of alerts; it takes add, webhook/],
  ['an alert below the method’s level', ['alerts', 'add', '--depth', '0.01'], /--depth takes a number from 0\.02/],
  ['an alert of two venues', ['alerts', 'add', '--depth', '0.05', '--peers', '1'], /--peers takes a number from 3/],
  ['a webhook without TLS', ['alerts', 'webhook', 'http://10.0.0.1/hook'], /has no TLS; add --private/],
  ['a webhook that is none', ['alerts', 'webhook', 'file:///etc/passwd'], /it takes https/],
  ['another thing to do with keys', ['keys', 'delete'], /keys takes nothing, or "rotate"; not "delete"/],
  [
    'a timeframe that no longer candle has',
    ['ingest', 'ATOM', ...WINDOW, '--timeframes', '1h,4h'],
    /--timeframes has "4h"; it takes 5m, 15m, 1h, 1d/,
  ],
  [
    'longer candles without the candle API',
    ['ingest', 'ATOM', ...WINDOW, '--timeframes', '--sources', 'archive'],
    /--timeframes fetches from the candle API; add rest to --sources, or leave --sources out/,
  ],
  [
    'longer candles to repair',
    ['ingest', '--repair', '--timeframes', '1h'],
    /--repair fetches what is missing from stored data; leave out .* and --timeframes/,
  ],
  [
    'an SQL fragment as asset to ingest',
    ['ingest', "x' OR 'a'='a", ...WINDOW],
    /is not an asset; write its ticker like ATOM/,
  ],
  [
    'an SQL fragment as time',
    ['analyze', 'ATOM', '--from', "2025-10-10' OR '1'='1", '--to', '2025-10-11T00:00Z'],
    /is not a time; write UTC/,
  ],
  [
    'an SQL fragment as venue',
    analyze('ATOM', '--venues', "binance'); DELETE FROM market_day; --"),
    /is not a venue; write an exchange's id like binance/,
  ],
  [
    'an SQL fragment as reference',
    analyze('ATOM', '--reference', "venue:coinbase' --"),
    /is not a venue; write an exchange's id like binance/,
  ],
  ['an asset of two lines', analyze('ATOM\nWBETH'), /"ATOM WBETH" is not an asset; write its ticker like ATOM/],
  [
    'an unknown reference',
    analyze('ATOM', '--reference', 'mean'),
    /is not a reference; it is one of others, all, vwm, wrapped, peg and venue:V/,
  ],
  [
    'minPeers in words',
    analyze('ATOM', '--min-peers', 'three'),
    /minPeers is "three"; it takes a whole number from 2 to 50/,
  ],
  ['minPeers of 1', analyze('ATOM', '--min-peers', '1'), /minPeers is "1"; it takes a whole number from 2 to 50/],
  ['minPeers of 2.5', analyze('ATOM', '--min-peers', '2.5'), /it takes a whole number/],
  [
    'an entry level in percent',
    analyze('ATOM', '--enter', '2 %'),
    /it takes a ratio from 0.0001 to 10, like 0.02 for 2 %/,
  ],
  [
    'a bloc with a reference that has none',
    analyze('ATOM', '--reference', 'venue:coinbase', '--bloc', 'USD'),
    /bloc applies to the references others, all, vwm, not to venue:coinbase; leave it out or choose one of them/,
  ],
  ['a bloc that is no quote', analyze('ATOM', '--bloc', 'U S D'), /bloc is "U S D"; it takes all or a quote like USD/],
  ['lows without a window', ['lows', '--to', '2025-10-11T00:00Z'], /--from <time>/],
  ['lows of what is no asset', ['lows', ...WINDOW, '--assets', 'AT-OM'], /"AT-OM" is not an asset/],
  [
    'marks of what stands for nothing',
    ['marks', 'ATOM', '--venue', 'binance', ...WINDOW],
    /asset is "ATOM"; it takes .*WBETH/,
  ],
  [
    'marks by a ratio of nobody’s',
    ['marks', 'WBETH', '--venue', 'binance', ...WINDOW, '--ratio', '1.08'],
    /needs --ratio-source/,
  ],
  [
    'marks of half an account',
    ['marks', 'WBETH', '--venue', 'binance', ...WINDOW, '--units', '10'],
    /--units, --loan and --level go together/,
  ],
  [
    'marks of an account that owes less than nothing',
    ['marks', 'WBETH', '--venue', 'binance', ...WINDOW, '--units', '10', '--loan=-1', '--level', '1.05'],
    /--loan takes a number above 0, not "-1"/,
  ],
  ['lows as JSON and CSV at once', ['lows', ...WINDOW, '--json', '--csv'], /choose one/],
  ['a certainty that is none', ['scan', ...WINDOW, '--certainty', 'sure'], /it takes certain, weak or within-rate/],
  ['JSON and CSV at once', analyze('ATOM', '--json', '--csv'), /choose one/],
  [
    'a resolution of nothing that has one',
    analyze('ATOM', '--resolution', '5'),
    /--resolution has no effect without --json; add it/,
  ],
  [
    'a window longer than a day to reproduce',
    ['reproduce', '/ATOM?v=3&m=2&from=2025-10-10T20:00Z&to=2025-10-11T20:01Z'],
    /longer than 1,440 minutes; give a shorter one with from=…&to=…, or the address of a minute/,
  ],
  ['an address of which a page would ignore something to reproduce', ['reproduce', address('&zoom=9')], /zoom/],
  ['an address without a window to reproduce', ['reproduce', '/ATOM'], /names no window; add from=…&to=…/],
  [
    'one file for two formats',
    ['export', address(''), '--csv', 'a.csv', '--json', './a.csv'],
    /\.\/a\.csv is named twice; give each format a file of its own/,
  ],
  [
    'one file for two formats of candles',
    ['candles', 'ATOM', ...WINDOW, '--csv', 'a', '--parquet', 'a'],
    /a is named twice/,
  ],
  [
    'a second asset in the query',
    ['export', address('&asset=WBETH'), '--json', 'a.json'],
    /names an asset in its path and in its query; leave one of them out/,
  ],
  ['an unknown option', analyze('ATOM', '--bogus', '1'), /unknown option '--bogus'.*--help/],
  [
    'rules of alerts in a rehearsal',
    ['alerts', '--rehearsal'],
    /^alerts takes no --rehearsal, so leave it out: its rules are of every dataset; --in-rehearsal of alerts webhook /,
  ],
  [
    'a receiver of alerts in a rehearsal',
    ['alerts', 'webhook', 'https://receiver.example/hook', '--rehearsal'],
    /^alerts takes no --rehearsal/,
  ],
  [
    'a file in a rehearsal',
    ['import', 'a.csv', '--rehearsal'],
    /^import takes no --rehearsal.*: a rehearsal takes no files/,
  ],
  ['keys of a rehearsal', ['keys', '--rehearsal'], /^keys takes no --rehearsal.*: a home has the same keys/],
  [
    'a backup in a rehearsal',
    ['restore', 'a', '--rehearsal'],
    /^restore takes no --rehearsal.*: a backup says which dataset/,
  ],
  [
    'a stop of a rehearsal',
    ['stop', '--rehearsal'],
    /^stop takes no --rehearsal.*: the embedded database holds every dataset/,
  ],
  [
    'an unknown option like another',
    ['alerts', '--in-rehearsel'],
    /unknown option '--in-rehearsel'.*Did you mean --in-rehearsal/,
  ],
  ['an unknown command', ['analyse', 'ATOM'], /unknown command 'analyse'.*--help/],
  ['a missing argument', ['analyze', ...WINDOW], /missing required argument 'asset'.*--help/],
  ['one argument too many', ['stop', 'now'], /too many arguments.*--help/],
  [
    'a venue nobody serves',
    ['ingest', 'ATOM', '--venues', 'mtgox', ...WINDOW],
    /mtgox is not supported; choose from binance, /,
  ],
  ['an ingest of nothing', ['ingest', ...WINDOW], /no assets; name them, for example `plumbline ingest ATOM/],
  [
    'an unknown preset',
    ['ingest', '--preset', 'crash-1929'],
    /"crash-1929" is not a preset; choose from crash-2025-10-10/,
  ],
  [
    'a preset with times of its own',
    ['ingest', '--preset', 'crash-2025-10-10', ...WINDOW],
    /leave out ASSET, --from, --to and --recheck/,
  ],
  [
    'a market without a quote',
    ['import', 'a.csv', '--venue', 'coinbase', '--market', 'ATOM'],
    /is not a market; write BASE\/QUOTE like ATOM\/USDT/,
  ],
  [
    'an unknown kind',
    ['import', 'a.csv', '--venue', 'coinbase', '--market', 'ATOM/USD', '--kind', 'future'],
    /--kind is "future"; it takes spot, perp/,
  ],
  [
    'an export of nothing',
    ['export', address('')],
    /nothing to write; add --png FILE, --csv FILE, --json FILE or --bundle FILE/,
  ],
  [
    'a permalink with a broken window',
    ['export', '/ATOM?v=3&m=2&from=yesterday&to=2025-10-11T00:00Z', '--json', 'a.json'],
    /is not a time; write UTC/,
  ],
  [
    'a permalink without a window',
    ['export', '/ATOM?v=3&m=2', '--json', 'a.json'],
    /the address names no window; add from=…&to=…/,
  ],
  ['a permalink of no asset', ['export', '/', '--json', 'a.json'], /names no asset; give an address like/],
  [
    'a permalink with a path too long',
    ['export', '/ATOM/2025-10-10T21:20Z/x?v=3&m=2', '--json', 'a.json'],
    /names no asset; give an address like/,
  ],
  [
    'a permalink of an unknown version',
    ['export', address('').replace('v=3', 'v=99'), '--json', 'a.json'],
    /Version "99" of the address is not known/,
  ],
  [
    'a permalink with an unknown field',
    ['export', address('&colour=red'), '--json', 'a.json'],
    /"colour" is not a parameter of this page/,
  ],
  [
    'a permalink that cannot be decoded',
    ['export', '/%E0%A4%A?v=3&m=2', '--json', 'a.json'],
    /is not an address; give one like/,
  ],
  [
    'a permalink with a field given twice',
    ['export', address('&from=2025-10-10T21:00Z'), '--json', 'a.json'],
    /"from" is given twice; give it once/,
  ],
];

describe('bad input ends with exit code 2 and one line that names the mend, before the database is asked', () => {
  it.each(REFUSED)('%s', async (_, argv, mend) => {
    const { code, stdout, stderr } = await commandLine(NO_DATABASE, ...argv);
    expect(stderr).toMatch(mend);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(/\bat .+:\d+:\d+|node:|Error:/);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('shows a text of 10 million characters back as its first forty', async () => {
    const { code, stderr } = await commandLine(NO_DATABASE, ...analyze('A'.repeat(10_000_000)));
    expect(code).toBe(2);
    expect(stderr.length).toBeLessThan(200);
  });
});

describe('a setting of the app that cannot be read', () => {
  it.each([
    ['PORT', '70000', /^PORT is "70000"; it takes a number from 1 to 65535\n$/],
    ['PLUMBLINE_LOG_TO', 'syslog', /^PLUMBLINE_LOG_TO is "syslog"; it takes file or stderr\n$/],
  ])('is said by serve before minutes of a build: %s', async (name, given, line) => {
    vi.stubEnv(name, given);
    const { code, stdout, stderr } = await commandLine(NO_DATABASE, 'serve');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(line);
    expect(spawnSync).not.toHaveBeenCalled();
  });
});

describe('help', () => {
  it('is an answer: on stdout, with exit code 0', async () => {
    const { code, stdout, stderr } = await commandLine(NO_DATABASE, '--help');
    expect([code, stderr]).toEqual([0, '']);
    for (const command of ['ingest', 'import', 'coverage', 'analyze', 'export', 'serve'])
      expect(stdout).toContain(`${command} `);
  });

  it.each(['prune', 'distribute'])('of %s names a default once', async (name) => {
    const { stdout } = await commandLine(NO_DATABASE, name, '--help');
    expect(stdout.match(/\(default:\s/g)).toHaveLength(1);
  });

  it.each(OF_EVERY_DATASET)('of %s offers no rehearsal', async (name) => {
    const { code, stdout } = await commandLine(NO_DATABASE, name, '--help');
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/\s--rehearsal\b/);
  });

  it('says which options a command needs', async () => {
    const { stdout } = await commandLine(NO_DATABASE, 'analyze', '--help');
    expect(stdout).toMatch(/--from <time> .*2025-10-10T20:00Z\s+\(required\)/);
    expect(stdout.match(/\(required\)/g)).toHaveLength(2);
  });
});

describe('a database that does not answer', () => {
  it('is named in one line without its password, with exit code 1', async () => {
    const { code, stdout, stderr } = await commandLine(
      'postgresql://reader:geheim@127.0.0.1:1/none',
      ...analyze('ATOM'),
    );
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /^cannot connect to the database none at 127\.0\.0\.1:1: .*check that the server runs, and host and port in DATABASE_URL\n$/,
    );
    expect(stderr).not.toContain('geheim');
  });
});
