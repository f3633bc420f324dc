export function keepScriptsInOneByte(folder: string): Promise<void>;
export function inOneByte(script: string): string;
