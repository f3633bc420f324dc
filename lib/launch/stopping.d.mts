import type { IncomingMessage, Server, ServerResponse } from 'node:http';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

export interface Stopping {
  answered(
    listener: Listener,
    options?: {
      readonly refuse?: () => Listener | undefined;
      readonly isAlive?: (request: IncomingMessage) => boolean;
    },
  ): Listener;
  stop(server: Server | undefined): Promise<void>;
}
export function stopping(options?: { readonly patienceMs?: number }): Stopping;
export function onStopSignal(stop: () => Promise<void>): void;
export function atMost(work: Promise<unknown> | undefined, ms?: number): Promise<unknown>;
