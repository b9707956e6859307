import type { Role } from '../../../shared/values/vocabulary.ts'
import { useMay } from '../../shell/session.ts'

const bringsFiles = ['director', 'coordinator', 'staff', 'administrator'] as const

/** Who may see what was brought in: a file is about many learners, not those of one class. */
export const readsFiles: readonly Role[] = [...bringsFiles, 'viewer']

/** Whether the person may bring files in. */
export const useMayImport = () => useMay(...bringsFiles)

/** Whether the person may see what was brought in. */
export const useMayReadFiles = () => useMay(...readsFiles)
