export const PAGES: Readonly<Record<string, string>>;
