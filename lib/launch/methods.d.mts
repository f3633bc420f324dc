import type { IncomingMessage, Server, ServerResponse } from 'node:http';

export function isRefusedMethod(
  request: Pick<IncomingMessage, 'method'>,
  response: Pick<ServerResponse, 'writeHead' | 'end'>,
): boolean;

export function withoutUpgrades<T extends Server>(server: T): T;
