import type { Core } from '../core.ts'
import { refused } from '../failure.ts'
import { rewriteFile } from '../opening/rewriteFile.ts'

/**
 * Writes the file anew after an erasure and notes that nothing of it is left. Stopped before the note, the
 * next call does it again. Refused while a backup reads the file.
 */
export async function clearErased(core: Core): Promise<void> {
  const { writer } = core.requireOpen().file
  if (!(await rewriteFile(writer))) throw refused('keep.fileInUse')
  await writer.updateTable('program').set({ erasedBytesLeft: 0 }).execute()
}

/** The same, where failing is no reason to call the erasure itself failed: a notice asks for it later. */
export async function tryToClearErased(core: Core): Promise<boolean> {
  try {
    await clearErased(core)
    return true
  } catch (error) {
    core.noteUnforeseen(error)
    return false
  }
}
