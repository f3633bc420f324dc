export const REPRODUCE = {
  summary:
    'request the minutes of a view from its venues again and compare them with what is stored; VIEW is its address, like /ATOM/2025-10-10T21:20Z?…',
  rehearsal: 'use the simulated candles of the rehearsal, and request them from the simulator',
  more: `Each market is requested in the way its stored candles came: from the candle API, the archive, or the trades; what was imported
from a file cannot be requested. So are the markets on which the rates to USD rest, for the minutes that the rates reach; those
that are the same are only counted. Nothing is stored. A window has at most one day. Exit
code 0: every market was requested and is the same; 3: something differs, is not served or was not answered.`,
} as const;
