/** PostgreSQL text holds every character but this one; the symbol that pictures it stands for it. */
export const storable = (text: string): string => text.replaceAll('\0', '\u2400');
