export const VERIFY = {
  summary:
    'check a picture, a bundle or a pack against its seal and against what is stored now; FILE is a PNG, a zip, or a copy as JPEG',
  keys: 'a saved /.well-known/plumbline-keys.json: keys of another instance that count as known',
  roots: 'certificates as PEM that count as trusted for time stamps, besides those of PLUMBLINE_TIME_ROOTS',
  rehearsal: 'for a copy without facts: compare with the simulated candles of the rehearsal',
} as const;
