import type { Connections } from './client';

/** Connections of one pool. */
export interface PoolCounts {
  readonly busy: number;
  readonly idle: number;
  /** Pieces of work that wait for one. */
  readonly waiting: number;
  readonly most: number;
}

export const poolCounts = ({ pool }: Pick<Connections, 'pool'>): PoolCounts => ({
  busy: pool.totalCount - pool.idleCount,
  idle: pool.idleCount,
  waiting: pool.waitingCount,
  most: pool.options.max,
});
