/** Runs once where the web server's process starts, before any request: the user's assets must be known before an asset is read. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { installAssetFile } = await import('./lib/server/assets/assetFile');
  const fault = await installAssetFile(process.env);
  if (fault !== undefined) throw new Error(fault);
}
