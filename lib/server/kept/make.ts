import type { IncomingMessage, ServerResponse } from 'node:http';
import { cancelling } from '../../store/connection/cancelling';
import { collecting, Reading } from '../../store/connection/reading';
import { finishedPage } from '../guard/page';
import type { Packing } from '../http/encoding';
import { hearing } from '../http/plainly';
import { sharedHeaders } from './address';
import type { Flight } from './flight';
import { heldAnswer, type Handler, type Written } from './heldResponse';

/** An answer as it was made, and what was read for it. */
export interface Work {
  /** undefined: it was given up. */
  readonly written: Written | undefined;
  readonly reading: Reading;
}

/** Has an answer made once for every reader: whole, and not packed for one of them. */
export async function madeForAll(flight: Flight, req: IncomingMessage, handler: Handler): Promise<Work> {
  const reading = new Reading();
  const made = await heldAnswer(
    req,
    { method: 'GET', headers: sharedHeaders(req.headers), begins: (held) => (flight.held = held) },
    (_, held) => cancelling(flight.signal, () => collecting(reading, () => handler(req, held))),
  );
  return { written: made === undefined ? undefined : finishedPage(req, made), reading };
}

/**
 * Has an answer made for one reader, who is told how far it is, and hears what it would be for every other. Where that reader goes away while others
 * wait for it, it is made all the same.
 */
export async function madeByLines(
  flight: Flight,
  req: IncomingMessage,
  res: ServerResponse,
  handler: Handler,
): Promise<Work> {
  const reading = new Reading();
  const plain = await new Promise<Response | undefined>((resolve) => {
    const end = (): void => {
      resolve(undefined);
    };
    let isTold = false;
    // What is told by lines says itself when it ends.
    res.once('close', () => {
      if (!isTold) end();
    });
    flight.signal.addEventListener('abort', end);
    const hearer = {
      plainly: resolve,
      begins: () => {
        isTold = true;
        return flight.signal;
      },
      nothing: end,
      packing: (packing: Packing) => {
        res.setHeader('content-encoding', packing);
      },
    };
    cancelling(flight.signal, () => collecting(reading, () => hearing(hearer, () => handler(req, res))));
  });
  if (plain === undefined) return { written: undefined, reading };
  const body = Buffer.from(await plain.arrayBuffer());
  return { written: { status: plain.status, headers: Object.fromEntries(plain.headers), body }, reading };
}
