import { ingestOnce } from './ingestOnce';

// A process of its own that ingests once: what is killed. Its arguments are the simulator's address and, where it is to die
// amid its writing, the number of the statement before which it kills itself.
const [origin = '', last] = process.argv.slice(2);
let statements = 0;
const report = await ingestOnce(origin, process.env['DATABASE_URL'] ?? '', () => {
  statements += 1;
  if (statements === Number(last)) process.kill(process.pid, 'SIGKILL');
});
process.stdout.write(JSON.stringify(report.missing));
