import type { IncomingMessage, ServerResponse } from 'node:http';

export function packBuiltFiles(folder: string): Promise<void>;
export function builtFiles(
  folder: string,
  prefix: string,
): (request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>, response: ServerResponse | undefined) => boolean;
