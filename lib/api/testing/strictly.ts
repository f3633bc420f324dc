import * as z from 'zod/mini';

/** The same contract, by which a field that it does not name is a flaw. */
export const strictly = <Contract extends z.ZodMiniObject>(contract: Contract) =>
  z.strictObject<Contract['shape']>(contract.shape);
