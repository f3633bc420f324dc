import { expect, it } from 'vitest';
import { keptBoundUnknown, keptFolderUnknown, keptFolderUnwritable } from './keptAnswers';

it.each([
  [
    keptFolderUnwritable('/home/me/.plumbline/kept', 'ENOSPC: no space left on device'),
    'cannot keep answers in /home/me/.plumbline/kept (ENOSPC: no space left on device); answers are kept in memory alone meanwhile: make room there, make it writable, or set PLUMBLINE_KEPT_MB=0',
  ],
  [
    keptFolderUnknown('permission denied for function pg_control_system'),
    'answers are kept in memory alone, not on disk (permission denied for function pg_control_system); set PLUMBLINE_KEPT_MB=0 to have it so',
  ],
  [
    keptBoundUnknown('much'),
    'PLUMBLINE_KEPT_MB is "much"; it takes a whole number of megabytes, 0 to keep nothing on disk',
  ],
])('%s', (words, line) => {
  expect(words).toBe(line);
});
