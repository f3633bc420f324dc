/** An address taken apart by the platform, for tests that hold ours against it. */
export function parsedAddress(address: string): {
  readonly base: string;
  readonly segments: readonly string[];
  readonly fields: readonly (readonly [string, string])[];
} {
  const { origin, pathname, searchParams } = new URL(address);
  return { base: origin, segments: pathname.slice(1).split('/').map(decodeURIComponent), fields: [...searchParams] };
}
