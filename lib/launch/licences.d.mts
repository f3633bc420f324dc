export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string | undefined;
  readonly isDevelopment: boolean;
  readonly hasInstallScript: boolean;
}

export function lockedPackages(lock: unknown): readonly LockedPackage[];
export function licenceList(lock: unknown): string;
