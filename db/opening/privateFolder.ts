import { mkdirSync } from 'node:fs'

/** Makes a folder, and those above it that are missing, that only its owner can look into; one that is there stays as it is. */
export function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
}
