import * as z from 'zod'
import { disclosurePurposes } from '../values/disclosures.ts'
import { optionalText, requiredText } from './values.ts'

const note = optionalText(500).default(null)

const inside = z.object({ audience: z.literal('inside'), note })

const outside = z.object({
  audience: z.literal('outside'),
  /** The person or office that gets it. */
  recipient: requiredText(200),
  purpose: z.enum(disclosurePurposes, { error: 'required' }),
  note,
})

/**
 * For whom an export or a print is made and what for. It is kept in the record of disclosures
 * (34 CFR 99.32); for people of the program unless told.
 */
export const disclosure = z
  .discriminatedUnion('audience', [inside, outside])
  .superRefine((told, context) => {
    if (told.audience === 'outside' && told.purpose === 'other' && told.note === null)
      context.addIssue({ code: 'custom', path: ['note'], message: 'required' })
  })
  .default({ audience: 'inside', note: null })

export type Disclosure = z.infer<typeof disclosure>
