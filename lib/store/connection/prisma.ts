import { DatabaseError } from 'pg';
import type { Prisma } from '../generated/client';
import type { Database } from './database';
import { connectFailure, reasonOf, statementFailure } from './failures';
import { readFailed, statementSent } from './reading';
import { setLocally } from './settings';

/** Runs `work` in one transaction of Prisma's, in which times are read and written as UTC whatever the server's settings. */
export async function withPrisma<T>(db: Database, work: (prisma: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  statementSent();
  try {
    return await db.prisma.$transaction(
      async (prisma) => {
        await prisma.$executeRawUnsafe(setLocally(db.statementMs));
        return work(prisma);
      },
      { maxWait: db.patienceMs, timeout: db.patienceMs },
    );
  } catch (failure) {
    readFailed();
    throw failureOf(failure, db);
  }
}

/** What Prisma's adapter makes of a driver's error. */
interface DriverFailure {
  readonly kind: string;
  /** SQLSTATE; absent where the network failed. */
  readonly originalCode?: string;
  readonly originalMessage?: string;
}

function driverFailureOf(failure: unknown): DriverFailure | undefined {
  const { meta } = failure as { readonly meta?: { readonly driverAdapterError?: { readonly cause?: DriverFailure } } };
  return meta?.driverAdapterError?.cause;
}

const WAYS_TO_CONNECT = ['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout'];

/** The same typed failures as those of the other statements: Prisma's own messages run over many lines. */
function failureOf(failure: unknown, { place }: Database): unknown {
  const driver = driverFailureOf(failure);
  if (driver?.originalCode !== undefined) {
    const cause = new DatabaseError(driver.originalMessage ?? reasonOf(failure), 0, 'error');
    cause.code = driver.originalCode;
    return statementFailure(cause, place);
  }
  if (driver !== undefined && WAYS_TO_CONNECT.includes(driver.kind))
    return connectFailure(Object.assign(new Error(reasonOf(failure)), { code: 'ECONNREFUSED' }), place);
  return failure;
}
