import { register } from 'node:module';
import { register as registerTsx } from 'tsx/esm/api';

// Imported (or given to Node's --import), this lets a process import TypeScript. The packages' own JavaScript needs no
// translator: what is registered last is asked first, and hands it over as it lies there. One venue's class of ccxt, most of a
// megabyte of text, otherwise costs 70 MB.
registerTsx();
register('./packages.mjs', import.meta.url);
