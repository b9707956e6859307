import { join } from 'node:path'

/** Where the built parts of the app lie, seen from the folder of the built main. */
export interface BuiltPlaces {
  preload: string
  core: string
  offThread: string
  page: string
}

/** The same distances in a development build and inside the packaged archive. */
export const builtPlaces = (mainFolder: string): BuiltPlaces => ({
  preload: join(mainFolder, '..', 'preload', 'preload.cjs'),
  core: join(mainFolder, 'coreProcess.js'),
  offThread: join(mainFolder, 'offThread.js'),
  page: join(mainFolder, '..', '..', 'page'),
})

/** Where the app keeps what it writes, below one data folder. */
export interface DataPlaces {
  programFile: string
  log: string
  /** The machine's key, sealed by the key store of the system. */
  machineKey: string
  /** What the window itself remembers (its size); nothing of the program. */
  window: string
}

export const dataPlaces = (dataFolder: string, programFileName: string): DataPlaces => ({
  programFile: join(dataFolder, programFileName),
  log: join(dataFolder, 'log.txt'),
  machineKey: join(dataFolder, 'machine.key'),
  window: join(dataFolder, 'window'),
})
