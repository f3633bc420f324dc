/** Beside or before every simulated price. */
export const SIMULATED_NOTICE = 'SIMULATED prices. No exchange published them.';
