export function processLives(pid: number): boolean;
