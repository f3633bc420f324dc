import { count } from './numbers';

/** Which books two digests tell apart, and minute by minute what was stored and what is. Never why. */
export const bookChanges = {
  title: 'What has changed',
  minute: 'Minute, UTC',
  before: 'Before',
  now: 'Now',
  /** Of a book that is not compared itself. */
  roles: { 'underlying-market': 'of the underlying', 'rate-market': 'for rates' },
  added: 'Not part of the earlier figures.',
  gone: 'Part of the earlier figures, not of these.',
  unknown: 'It differs. No earlier stored state matches the hash in the digest, so the minutes cannot be named.',
  minutes: (minutes: number): string => (minutes === 1 ? '1 minute differs' : `${count(minutes)} minutes differ`),
  more: (minutes: number): string => `Show ${count(minutes)} more`,
} as const;
