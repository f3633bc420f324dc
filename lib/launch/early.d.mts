type Spoken = Pick<Console, 'log' | 'info' | 'warn' | 'error'>;

export function holdLines(taken?: Spoken, atEnd?: (say: () => void) => void): () => void;
