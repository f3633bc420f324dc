import { databaseUrls, readyDatabase } from '../../../store/connection/urls';
import type { Database } from '../../../store/connection/database';
import { evidenceIn, UnreadableFile, verify } from '../verify';
import type { Asked, Found, Reply } from './verifier';

// Verifies each file that it is sent, as the command line does, and ends with its parent.

let opened: Promise<Database> | undefined;
const rehearsal = (): Promise<Database> =>
  (opened ??= databaseUrls(process.env, () => undefined).then((urls) => readyDatabase(urls, 'rehearsal')));

async function foundIn({ bytes, keys, stored }: Asked): Promise<Found> {
  try {
    const evidence = await evidenceIn(new Uint8Array(bytes));
    const context = stored ? { database: await rehearsal(), simulated: true } : undefined;
    return { said: await verify(evidence, { context, keys }) };
  } catch (failure) {
    if (failure instanceof UnreadableFile) return { fault: failure.fault };
    throw failure;
  }
}

const say = (reply: Reply): void => {
  process.send?.(reply);
};
process.on('message', (asked: Asked) => {
  foundIn(asked).then(
    (found) => {
      say({ found });
    },
    (failure: unknown) => {
      say({ broken: failure instanceof Error ? (failure.stack ?? failure.message) : String(failure) });
    },
  );
});
process.on('disconnect', () => {
  void (opened ?? Promise.resolve(undefined)).then(async (database) => {
    await database?.close();
    process.exit(0);
  });
});
