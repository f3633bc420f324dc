const MINUS = '\u2212';

/** `1234567.80` as people read it, `−1,234,567.80`: grouped as the text it is, for no double holds every cent. */
export function usd(text: string): string {
  const [whole = '', cents = '00'] = text.replace('-', '').split('.');
  return `${text.startsWith('-') ? MINUS : ''}${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${cents}`;
}
