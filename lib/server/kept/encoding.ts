/** Best first. */
export const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The best encoding there is that a reader takes, by `accept-encoding` (RFC 9110, 12.5.3); identity where none is. */
export function encodingFor(accepted: string | string[] | undefined, made: ReadonlyMap<Encoding, unknown>): Encoding {
  const weights = new Map(
    String(accepted)
      .toLowerCase()
      .split(',')
      .map((part) => {
        const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
        const q = parameters.find((text) => text.startsWith('q='));
        return [name, q === undefined ? 1 : Number(q.slice(2))] as const;
      }),
  );
  const takes = (name: Encoding): boolean => {
    const weight = weights.get(name) ?? weights.get('*');
    return weight !== undefined && weight > 0;
  };
  return ENCODINGS.find((name) => name !== 'identity' && made.has(name) && takes(name)) ?? 'identity';
}
