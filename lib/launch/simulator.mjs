import { started } from './compiled.mjs';

// The exchange simulator as a child of whoever rehearses.
await started('simulator');
