/** What social networks, mailers and advertisers append to an address to recognise who followed it. None of it concerns what is shown. */
const PREFIXES = ['utm_', 'mc_', 'pk_', 'mtm_', 'hsa_', 'vero_', 'oly_'];
const NAMES = new Set([
  'fbclid',
  'gclid',
  'gclsrc',
  'dclid',
  'gbraid',
  'wbraid',
  'msclkid',
  'twclid',
  'ttclid',
  'li_fat_id',
  'yclid',
  'ysclid',
  'igsh',
  'igshid',
  'epik',
  'rdt_cid',
  'sccid',
  'spm',
  '_ga',
  '_gl',
  '_hsenc',
  '_hsmi',
  'mkt_tok',
  'ref_src',
  'ref_url',
  'share_id',
  'cn-reloaded',
]);

/** Whether a name of a query was appended on the way and says nothing of the view. */
export const isTracking = (name: string): boolean => {
  const lower = name.toLowerCase();
  return NAMES.has(lower) || PREFIXES.some((prefix) => lower.startsWith(prefix));
};
