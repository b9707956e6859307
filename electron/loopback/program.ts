import { mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Language } from '../../shared/values/vocabulary.ts'
import { consoleCore } from '../consoleCore.ts'
import { dataFolder, programFileName } from '../dataFolder.ts'
import { openDemoProgram } from '../demoProgram.ts'
import { startLoopbackHost, type LoopbackHost } from './host.ts'

export interface ProgramWishes {
  /** Folder of the built page. */
  pageFolder: string
  /** A throw-away program filled with sample data, in `language`. */
  isDemo: boolean
  language: Language
  /** Folder of the program file; null for the usual one of this system. */
  dataFolder: string | null
  /** 0 takes a free one. */
  port: number
}

export interface LoopbackProgram extends LoopbackHost {
  folder: string
  /** Closes the file, removes what was only for the demo, and ends the host. */
  end(): Promise<void>
}

/** A core and its host in this process. Throws what listening throws (`EADDRINUSE`). */
export async function startLoopbackProgram(wishes: ProgramWishes): Promise<LoopbackProgram> {
  const folder = wishes.isDemo
    ? mkdtempSync(join(tmpdir(), 'stepping-stones-'))
    : (wishes.dataFolder ?? dataFolder(process.platform, process.env, homedir()))
  const core = consoleCore({
    programFile: join(folder, programFileName),
    host: 'loopback',
    isDemo: wishes.isDemo,
  })
  const tidyUp = async () => {
    await core.close()
    if (wishes.isDemo) rmSync(folder, { recursive: true, force: true })
  }
  try {
    if (wishes.isDemo) await openDemoProgram(core, wishes.language)
    const host = await startLoopbackHost({ core, pageFolder: wishes.pageFolder, port: wishes.port })
    const end = async () => {
      await host.close()
      await tidyUp()
    }
    return { ...host, folder, end }
  } catch (error) {
    await tidyUp()
    throw error
  }
}
