import { connect } from 'node:net';

/** What came back over a connection before it ended; an answer that is none of HTTP has no status. */
export interface RawAnswer {
  readonly status: number | undefined;
  readonly head: string;
  readonly body: string;
  /** The connection was still open, with nothing more coming. */
  readonly hung: boolean;
}

/** Writes these bytes to a server, whatever they are, and hears until it closes the connection, or for so long. */
export function rawRequest(origin: string, bytes: Buffer, patienceMs: number): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let hung = false;
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(bytes));
    const timer = setTimeout(() => {
      hung = true;
      socket.destroy();
    }, patienceMs);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    // What is refused while it is still written is reset: what was answered before counts.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      const [head = '', ...body] = Buffer.concat(chunks).toString('latin1').split('\r\n\r\n');
      const [, status] = /^HTTP\/1\.1 (\d{3}) /.exec(head) ?? [];
      resolve({ status: status === undefined ? undefined : Number(status), head, body: body.join('\r\n\r\n'), hung });
    });
  });
}
