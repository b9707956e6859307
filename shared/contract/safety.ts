import * as z from 'zod'
import { query } from './useCase.ts'

export const notice = z.object({
  /** Key of its text in `shared/texts/<language>/safety.json`. */
  code: z.string(),
  /** The pieces between the words; never a learner's data. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  severity: z.enum(['warning', 'danger']),
  /** Address of the screen where something can be done about it; null when it is done elsewhere. */
  href: z.string().nullable(),
})
export type Notice = z.infer<typeof notice>

export const safety = {
  /** What endangers the program's records now, as far as the person signed in can do something about it. */
  notices: query({
    mayCall: 'signedIn',
    reads: ['session', 'program', 'accounts', 'safety'],
    input: z.object({}),
    output: z.array(notice),
  }),
}
