import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The bytes by which tools find the fuse wire in Electron's binary. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/**
 * A folder laid out as Electron's for Linux, whose binary is nothing but a fuse wire with every fuse as
 * Electron ships it: enough to package an app around, and to see which fuses were burnt.
 */
export function makeElectronDist(folder: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'))
  for (const locale of ['en-US', 'es', 'es-419', 'fr'])
    writeFileSync(join(folder, 'locales', `${locale}.pak`), '')
  writeFileSync(join(folder, 'LICENSE'), 'Electron')
  const shipped = '101100011'
  const wire = Buffer.from([1, shipped.length, ...Buffer.from(shipped)])
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from(sentinel), wire]), { mode: 0o755 })
}
