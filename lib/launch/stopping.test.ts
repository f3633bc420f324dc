import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { onStopSignal, stopping } from './stopping.mjs';

/** Stands where the built app stands. A slow answer is begun at once, and ended when the parent says so. */
const APP = `
let slow;
const server = require('node:http').createServer((request, response) => {
  if (request.url !== '/slow') return response.end('quick');
  response.write('begun and ');
  slow = response;
});
process.on('message', () => slow.end('ended'));
server.listen(0, '127.0.0.1', () => process.send(server.address().port));`;

interface Reply {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const agents: Agent[] = [];
let child: ChildProcess | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  for (const agent of agents.splice(0)) agent.destroy();
  if (child?.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});

async function responseTo(port: number, path: string, agent?: Agent): Promise<IncomingMessage> {
  const [response] = (await once(request({ port, path, agent: agent ?? false }).end(), 'response')) as [
    IncomingMessage,
  ];
  return response;
}

async function get(port: number, path: string, agent?: Agent): Promise<Reply> {
  const response = await responseTo(port, path, agent);
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

describe('a web server that is told to stop', () => {
  it('ends what it has begun, refuses what comes anew, closes its connections, and ends with 0', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-stop-'));
    try {
      writeFileSync(join(folder, 'server.cjs'), APP);
      child = fork(join(import.meta.dirname, 'web.mjs'), [join(folder, 'server.cjs')], { execArgv: [] });
      const exited = once(child, 'exit');
      const [port] = (await once(child, 'message')) as [number];

      const slow = await responseTo(port, '/slow');
      const idle = new Agent({ keepAlive: true });
      agents.push(idle);
      idle.once('free', (socket: Socket) => socket.once('close', () => agents.splice(0)));
      const quick = await get(port, '/quick', idle);
      // Above the 60 s after which nginx closes a connection to a server behind it.
      expect([quick.body, quick.headers['keep-alive']]).toEqual(['quick', 'timeout=75']);
      await expect.poll(() => Object.keys(idle.freeSockets)).toHaveLength(1);

      child.kill('SIGTERM');
      await expect.poll(async () => (await get(port, '/quick')).status).toBe(503);
      const refused = await get(port, '/readyz');
      expect([refused.status, refused.headers['retry-after'], refused.headers.connection]).toEqual([503, '5', 'close']);
      expect((await get(port, '/healthz')).status).toBe(200);
      await expect.poll(() => agents).toHaveLength(0);
      expect(child.exitCode).toBeNull();

      child.send('end it');
      expect(await text(slow)).toBe('begun and ended');
      expect(await exited).toEqual([0, null]);
      await expect(get(port, '/quick')).rejects.toThrow(/ECONNREFUSED/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('does not wait for ever: what is not ended by then is cut off', async () => {
    const end = stopping({ patienceMs: 20 });
    const server = createServer(end.answered((_, response) => void response.write('begun')));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const response = await responseTo((server.address() as AddressInfo).port, '/never');
    await end.stop(server);
    await expect(text(response)).rejects.toThrow('aborted');
    expect(server.listening).toBe(false);
  });

  it('that answers nothing stops at once', async () => {
    const end = stopping({ patienceMs: 1_000_000 });
    const server = createServer(end.answered((_, response) => void response.end()));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    await get((server.address() as AddressInfo).port, '/');
    await end.stop(server);
    expect(server.listening).toBe(false);
  });
});

describe('the signal to stop', () => {
  it('is heard once for one key press, and ends the process at once when it comes again', () => {
    let nowMs = 1_000;
    vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
    const kill = vi.spyOn(process, 'kill').mockImplementation(() => true);
    const own = { SIGINT: process.listeners('SIGINT'), SIGTERM: process.listeners('SIGTERM') };
    let stops = 0;
    onStopSignal(() => {
      stops += 1;
      return new Promise(() => undefined);
    });
    const heard = process.listeners('SIGTERM').find((one) => !own.SIGTERM.includes(one));
    heard?.('SIGTERM');
    nowMs += 20;
    heard?.('SIGINT');
    expect([stops, kill.mock.calls]).toEqual([1, []]);
    nowMs += 2_000;
    heard?.('SIGINT');
    expect([stops, kill.mock.calls]).toEqual([1, [[process.pid, 'SIGINT']]]);
    expect(process.listeners('SIGINT')).toEqual(own.SIGINT);
    expect(process.listeners('SIGTERM')).toEqual(own.SIGTERM);
  });
});
