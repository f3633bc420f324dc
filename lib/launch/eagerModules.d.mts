export function makeModulesEager(folder: string): Promise<void>;
export function withEagerModules(script: string): string;
