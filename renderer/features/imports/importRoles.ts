import { useMay } from '../../shell/session.ts'

/** Whether the person may bring files in; everybody may see what was brought. */
export const useMayImport = () => useMay('director', 'coordinator', 'staff', 'administrator')
