import { expect, it } from 'vitest';
import {
  appNotBuilt,
  appOpen,
  DEV_COMMAND,
  ingestFailed,
  originInvalid,
  portInvalid,
  portsTaken,
  portTaken,
  servedAt,
  START_COMMAND,
  startArgumentUnknown,
  webServerEnded,
  webServerNotStarted,
  webServerSilent,
} from './launch';

const HERE = { log: '/home/web.log', host: '127.0.0.1' };
const ELSEWHERE = { log: '/home/web.log', host: '10.0.0.9' };

it.each([
  [webServerEnded({ code: 1 }, HERE), 'the web server ended at once (exit code 1); see /home/web.log'],
  [
    webServerEnded({ signal: 'SIGKILL' }, ELSEWHERE),
    'the web server ended at once (signal SIGKILL); PLUMBLINE_HOST is 10.0.0.9, which must be an address of this machine; see /home/web.log',
  ],
  [webServerSilent(30, HERE), 'the web server did not answer within 30 s; see /home/web.log'],
  [webServerNotStarted('EACCES'), 'the web server could not be started: EACCES'],
  [portInvalid('web'), 'PORT is "web"; it takes a number from 1 to 65535'],
  [originInvalid('ftp://x'), 'PLUMBLINE_ORIGIN is "ftp://x"; it takes an address like https://plumbline.example'],
  [portTaken(3000), 'port 3000 is in use; set PORT to another one, or unset it'],
  [portsTaken(3000, 3009), 'ports 3000 to 3009 are in use; set PORT to a free one'],
  [
    startArgumentUnknown('--fast', START_COMMAND),
    '"--fast" is not an option of `npm start`; its only option is --rehearsal: npm start -- --rehearsal',
  ],
  [
    startArgumentUnknown('x', DEV_COMMAND),
    '"x" is not an option of `npm run dev`; its only option is --rehearsal: npm run dev -- --rehearsal',
  ],
  [appOpen('http://localhost:3000', false), '\nPlumbline is at http://localhost:3000\nPress Ctrl-C to stop.\n'],
  [
    appOpen('http://localhost:3000', true),
    '\nSIMULATED prices. No exchange published them.\nPlumbline is at http://localhost:3000\nPress Ctrl-C to stop.\n',
  ],
  [servedAt('http://localhost:3000', false), 'Plumbline: http://localhost:3000'],
  [servedAt('http://localhost:3000', true), 'Plumbline, SIMULATED rehearsal: http://localhost:3000'],
  [appNotBuilt('/home/build.log'), 'the web app could not be built; see /home/build.log'],
  [ingestFailed('no network'), 'the ingest failed: no network'],
])('%#', (words, expected) => {
  expect(words).toBe(expected);
});
