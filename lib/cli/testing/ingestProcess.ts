import { ingestOnce } from './ingestOnce';

// A process of its own that ingests once: what is killed. The simulator's address is its argument.
const [origin = ''] = process.argv.slice(2);
const report = await ingestOnce(origin, process.env['DATABASE_URL'] ?? '');
process.stdout.write(JSON.stringify(report.missing));
