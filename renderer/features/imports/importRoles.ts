import { bringsFiles, kindsToBring } from '../../../shared/values/imports.ts'
import type { Role } from '../../../shared/values/vocabulary.ts'
import { useMay, useSession } from '../../shell/session.ts'

/** Who may see what was brought in: a file is about many learners, not those of one class. */
export const readsFiles: readonly Role[] = [...bringsFiles, 'viewer']

/** Whether the person may bring files in. */
export const useMayImport = () => useMay(...bringsFiles)

/** The kinds of file that the person brings in; none for somebody who brings nothing in. */
export const useKindsToBring = () => kindsToBring(useSession().account.roles)

/** Whether the person may see what was brought in. */
export const useMayReadFiles = () => useMay(...readsFiles)
