import type { Block } from './block';
import { PlainBlock } from './plainBlock';
import { canVectorise, VectorBlock } from './vectorBlock';

/** The fastest block that this machine runs; both kinds say the same to the bit. */
export const newBlock = (): Block => (canVectorise() ? new VectorBlock() : new PlainBlock());
