const MEGABYTE = 1024 * 1024;
/** Some thousands of pictures, or some hundred years of an asset. */
const DISK_MEGABYTES = 256;

/** What PLUMBLINE_KEPT_MB says, in bytes; undefined: it is no bound. */
export function diskBytes(given: string): number | undefined {
  if (given === '') return DISK_MEGABYTES * MEGABYTE;
  return /^\d{1,7}$/.test(given) ? Number(given) * MEGABYTE : undefined;
}
