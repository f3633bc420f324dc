import { redirect } from 'next/navigation';
import { inLanguage } from '../../permalink/language';

/** Sends a reader on to another address of ours, in the language that the reader chose. */
export const sendOn = (address: string): never => redirect(inLanguage(address));
