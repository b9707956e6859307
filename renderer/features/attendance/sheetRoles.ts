import { useMay } from '../../shell/session.ts'

/** Whether the person may make attendance sheets, bring them in and compare them. */
export const useMayUseSheets = () => useMay('instructor', 'coordinator', 'director', 'staff')
