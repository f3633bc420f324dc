/** What words give a reader, as one line: texts, texts with marks, lists and tables of them. What is code stands between backticks. */
export function said(value: unknown): string {
  if (typeof value === 'string') return value;
  // A form for figures, as `pricesAlike` gives one.
  if (typeof value === 'function') return said((value as (of: number) => unknown)(1234.5));
  if (Array.isArray(value))
    return value.every(isPart) && !value.every((part) => typeof part === 'string')
      ? value.map(partSaid).join('')
      : value.map(said).join(' | ');
  if (typeof value !== 'object' || value === null) return '';
  if (isPart(value)) return partSaid(value);
  return Object.values(value).map(said).join(' | ');
}

const isPart = (value: unknown): boolean =>
  typeof value === 'string' ||
  (typeof value === 'object' &&
    value !== null &&
    ('mark' in value || 'href' in value || 'figure' in value || 'missing' in value));

function partSaid(part: unknown): string {
  if (typeof part !== 'object' || part === null) return said(part);
  if ('missing' in part) return said(part.missing);
  if ('figure' in part && 'text' in part) return said(part.text);
  const of = 'of' in part ? said(part.of) : '';
  return 'mark' in part && part.mark === 'code' ? `\`${of}\`` : of;
}
