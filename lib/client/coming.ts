import { Refused } from '../api/client/refusal';
import { connection } from '../words/connection';

/** The code that asks for an address. Throws `Refused` where it does not come: the server that has it is the one to be asked. */
export async function coming<Code>(code: Promise<Code>, address: string): Promise<Code> {
  try {
    return await code;
  } catch (cause) {
    throw new Refused(connection.unreachable(address), 0, 'unreachable', { cause });
  }
}
