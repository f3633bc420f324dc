import { expect, it } from 'vitest';
import {
  candleFileWritten,
  fileNotWritten,
  fileWritten,
  homeNotWritten,
  isPathFault,
  isWriteFault,
  outputNotWritten,
} from './output';

it.each([
  [
    fileNotWritten('out/a.csv', 'ENOENT'),
    'out/a.csv could not be written: the folder does not exist; name a file in a folder that exists and can be written to',
  ],
  [
    fileNotWritten('a.csv', 'ENOSPC'),
    'a.csv could not be written: the disk is full; free some space or choose another disk',
  ],
  [
    fileNotWritten('a.csv', 'EWHAT'),
    'a.csv could not be written: EWHAT; name a file in a folder that exists and can be written to',
  ],
  [
    outputNotWritten('EDQUOT'),
    'the output could not be written: the disk quota is used up; free some space or choose another disk',
  ],
  [
    outputNotWritten('EIO'),
    'the output could not be written: the disk reports an error; check the disk or choose another one',
  ],
  [outputNotWritten('EWHAT'), 'the output could not be written: EWHAT'],
  [
    homeNotWritten("EROFS: read-only file system, mkdir '/h/keys'"),
    "the home could not be written to: EROFS: read-only file system, mkdir '/h/keys'; run as its owner, make room there, or set PLUMBLINE_HOME to another folder",
  ],
  [fileWritten('a.png'), 'a.png written'],
  [candleFileWritten('a.csv', 1), 'a.csv written: 1 minute'],
  [candleFileWritten('a.csv', 1_440), 'a.csv written: 1,440 minutes'],
])('%s', (words, expected) => {
  expect(words).toBe(expected);
});

it.each([
  ['ENOENT', true],
  ['EACCES', true],
  ['EROFS', true],
  ['ENOSPC', false],
  ['EDQUOT', false],
  ['EIO', false],
  ['EPIPE', false],
])('another path would do about %s: %s', (code, expected) => {
  expect(isPathFault(code)).toBe(expected);
});

it.each([
  ['ENOSPC', true],
  ['EPIPE', false],
])('%s is of the disk or the path: %s', (code, expected) => {
  expect(isWriteFault(code)).toBe(expected);
});
