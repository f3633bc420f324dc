import { startEmbedded } from '../embedded/server';

// A process of its own that starts the server of a home, prints its address and ends: what the race is run with.
const [home = ''] = process.argv.slice(2);
const lines: string[] = [];
const server = await startEmbedded({ home, log: (line) => lines.push(line), settings: { fsync: 'off' } });
process.stdout.write(JSON.stringify({ url: server.url('postgres'), lines }));
