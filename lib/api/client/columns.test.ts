import { afterEach, describe, expect, it, vi } from 'vitest';
import { crc32 } from '../columns/crc32';
import { HEADER_BYTES, SIGNATURE } from '../columns/format';
import { answer } from '../../words/en/testing/deviations';
import { askColumns } from './columns';
import { Refused } from './refused';

const ADDRESS = '/api/v1/deviations?asset=ATOM&format=columns';

/** Columns of an answer without a series: its head, minutes of none, and no column. */
function columns(facts: object): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(JSON.stringify({ answer: facts, rounded: null, median: null, series: [] }));
  const out = new Uint8Array(HEADER_BYTES + 4 + head.length + 1 + 16);
  out.set(SIGNATURE);
  const view = new DataView(out.buffer);
  view.setUint32(8, out.length, true);
  view.setUint32(HEADER_BYTES, head.length, true);
  out.set(head, HEADER_BYTES + 4);
  view.setUint32(12, crc32(out.subarray(HEADER_BYTES)), true);
  return out;
}

const { series: _, ...facts } = answer();
const whole = columns(facts);

let accepted: string | undefined;
function answering(pieces: readonly (Uint8Array | string)[], status = 200): void {
  vi.stubGlobal('fetch', (__: string, { headers }: { headers: { accept: string } }) => {
    accepted = headers.accept;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const piece of pieces)
          controller.enqueue(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
        controller.close();
      },
    });
    return Promise.resolve(new Response(body, { status }));
  });
}

const asked = (onProgress?: (share: number) => void) => askColumns(ADDRESS, { onProgress });
const refusal = async (): Promise<Refused> => {
  const failure: unknown = await asked(() => undefined).catch((thrown: unknown) => thrown);
  expect(failure).toBeInstanceOf(Refused);
  return failure as Refused;
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('asking for columns', () => {
  it('gives the answer they hold', async () => {
    answering([whole]);
    expect(await asked()).toEqual({ ...facts, series: [] });
    expect(accepted).toBe('application/vnd.plumbline.columns');
  });

  it('gives it in whatever pieces it comes', async () => {
    answering(Array.from(whole, (byte) => Uint8Array.of(byte)));
    expect(await asked()).toEqual({ ...facts, series: [] });
  });

  it('passes on how far the work is, by lines in front of the columns, cut anywhere', async () => {
    const text = new TextEncoder().encode('{"progress":0.25}\n{"progress":0.5}\n');
    const bytes = Uint8Array.of(...text, ...whole);
    for (let cut = 1; cut < text.length + 3; cut += 1) {
      const told: number[] = [];
      answering([bytes.subarray(0, cut), bytes.subarray(cut)]);
      expect(await asked((share) => told.push(share))).toEqual({ ...facts, series: [] });
      expect(told).toEqual([0.25, 0.5]);
    }
    expect(accepted).toBe('application/vnd.plumbline.columns, application/x-ndjson');
  });

  it('passes on the one line the API wrote instead, at once or after a while', async () => {
    const said = JSON.stringify({ error: { code: 'not-held', message: 'ATOM is not held' } });
    answering([said], 404);
    expect(await refusal()).toMatchObject({ message: 'ATOM is not held', code: 'not-held', status: 404 });
    answering(['{"progress":0.25}\n', `${said}\n`]);
    expect(await refusal()).toMatchObject({ message: 'ATOM is not held', code: 'not-held', status: 404 });
  });

  it('refuses columns that were cut off or altered, with the address and the mend', async () => {
    answering([whole.subarray(0, -1)]);
    expect((await refusal()).message).toBe(
      `${ADDRESS} answered in a format this page does not know (its columns are ${String(whole.length - 1)} bytes long and say ${String(whole.length)}); reload the page`,
    );
    answering([Uint8Array.of(...whole.subarray(0, -1), 1)]);
    expect(await refusal()).toMatchObject({ code: 'unreadable' });
    answering(['<html>']);
    expect((await refusal()).message).toContain('these are no columns');
  });

  it('names the field of the head that does not fit the contract', async () => {
    answering([columns({ ...facts, minPeers: 'three' })]);
    expect((await refusal()).message).toContain('minPeers');
  });
});
