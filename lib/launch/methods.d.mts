import type { IncomingMessage, ServerResponse } from 'node:http';

export function isRefusedMethod(
  request: Pick<IncomingMessage, 'method'>,
  response: Pick<ServerResponse, 'writeHead' | 'end'>,
): boolean;
