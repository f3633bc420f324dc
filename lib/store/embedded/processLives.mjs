/** Whether a process of this id lives; one that may not be signalled lives too. */
export function processLives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return failure.code !== 'ESRCH';
  }
}
