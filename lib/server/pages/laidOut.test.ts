import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { asRequest } from '../log/requestId';
import { laidOut } from './laidOut';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/** A turn later: within one, a text that was looked at is held. */
async function collected(): Promise<void> {
  await setImmediate();
  collect();
}

const found = (key: string): string | undefined => globalThis.plumblineDrawn?.get(key)?.deref()?.svg;
/** Texts that nothing else holds. */
const drawing = (name: string): string => `<svg>${name.repeat(2)}</svg>`;
const request = (): IncomingMessage => new IncomingMessage(new Socket());

it('a drawing’s text is found while any of the requests whose pages show it is alive, and is then let go', async () => {
  const requests = {
    first: request() as IncomingMessage | undefined,
    second: request() as IncomingMessage | undefined,
  };
  const key = asRequest(requests.first as IncomingMessage, () => laidOut(drawing('binance')));
  expect(asRequest(requests.second as IncomingMessage, () => laidOut(drawing('binance')))).toBe(key);
  requests.first = undefined;
  await collected();
  expect(found(key)).toBe('<svg>binancebinance</svg>');
  requests.second = undefined;
  await collected();
  expect(found(key)).toBeUndefined();
});

it('however many pages are being written, each finds its own', async () => {
  const requests = Array.from({ length: 600 }, request);
  const keys = requests.map((one, i) => asRequest(one, () => laidOut(drawing(String(i)))));
  await collected();
  expect(keys.map(found)).toEqual(requests.map((_, i) => drawing(String(i))));
});

it('keys of texts that are gone do not pile up', async () => {
  for (let i = 0; i < 1_000; i += 1) {
    asRequest(request(), () => laidOut(drawing(`gone ${String(i)}`)));
    if (i % 100 === 0) await collected();
  }
  expect(globalThis.plumblineDrawn?.size).toBeLessThan(1_000);
});
