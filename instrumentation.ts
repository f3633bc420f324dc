/** Told of every page that failed, once the server has begun. */
let pageFailed: ((failure: unknown) => void) | undefined;

/**
 * Runs once where the web server's process starts, before any request: the user's assets must be known before an asset is read, and answers
 * are kept from the first on.
 */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { installLog } = await import('./lib/server/log/log');
  const unread = installLog(process.env);
  if (unread !== undefined) throw new Error(unread);
  const [{ readFailed }, { isDatabaseFailure }, { databaseLost }] = await Promise.all([
    import('./lib/store/connection/reading'),
    import('./lib/store/connection/failures'),
    import('./lib/server/log/requestId'),
  ]);
  pageFailed = (failure) => {
    readFailed();
    if (isDatabaseFailure(failure)) databaseLost();
  };
  const { installAssetFile } = await import('./lib/server/assets/assetFile');
  const fault = await installAssetFile(process.env);
  if (fault !== undefined) throw new Error(fault);
  const { installLanguages } = await import('./lib/server/language/install');
  installLanguages();
  const { installGuard } = await import('./lib/server/guard/guard');
  const refused = installGuard(process.env);
  if (refused !== undefined) throw new Error(refused);
  const { installKeptAnswers } = await import('./lib/server/kept/install');
  const wrong = installKeptAnswers(process.env);
  if (wrong !== undefined) throw new Error(wrong);
  const { installMetrics } = await import('./lib/server/metrics/install');
  const unheard = await installMetrics(process.env);
  if (unheard !== undefined) throw new Error(unheard);
}

/** A page that could not be made whole must not be kept, though its status was sent; where the database failed, its status says so. */
export function onRequestError(failure: unknown): void {
  pageFailed?.(failure);
}
