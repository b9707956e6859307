import { posix, win32 } from 'node:path'

/** The name of the app's folder on every system. */
export const appName = 'Stepping Stones'

/** The file inside the data folder that holds the whole program. */
export const programFileName = 'program.stones'

/**
 * Where a person's programs lie unless they choose another folder: what each system calls the place for
 * application data of one user. `env` is the environment, `home` the user's home folder.
 */
export function dataFolder(
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  if (platform === 'win32') return win32.join(env.APPDATA ?? win32.join(home, 'AppData', 'Roaming'), appName)
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', appName)
  // The XDG Base Directory Specification: a relative path is to be ignored.
  const configured = env.XDG_DATA_HOME
  return posix.join(configured?.startsWith('/') ? configured : posix.join(home, '.local', 'share'), appName)
}
