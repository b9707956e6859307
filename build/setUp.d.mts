/** True when a package that the lock file of the project at `folder` asks for is missing or has another version. */
export function mustInstall(folder?: string): boolean
