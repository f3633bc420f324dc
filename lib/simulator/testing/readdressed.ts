/**
 * A copy of ccxt's `urls.api` in which every `https://` leads to the simulator: the only thing that may differ between an
 * exchange class that speaks to its venue and one that speaks to the simulator.
 */
export function readdressed(addresses: unknown, origin: string, venue: string): unknown {
  if (typeof addresses === 'string') return addresses.replace('https://', `${origin}/${venue}/`);
  if (typeof addresses !== 'object' || addresses === null) return addresses;
  return Object.fromEntries(Object.entries(addresses).map(([key, value]) => [key, readdressed(value, origin, venue)]));
}
