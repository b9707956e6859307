import * as z from 'zod'
import { isIsoDate } from '../values/dates.ts'

import { languages, roles } from '../values/vocabulary.ts'

/** A calendar date as `YYYY-MM-DD`; 30 February does not pass. */
export const isoDate = z.string().refine(isIsoDate, { error: 'dateInvalid' })

/** A row's number in the program file. */
export const recordId = z.int().positive()

export const language = z.enum(languages)
export const role = z.enum(roles)

/** Text that must be there; ends are trimmed. `max` in characters. */
export const requiredText = (max = 200) =>
  z.string().trim().min(1, { error: 'required' }).max(max, { error: 'tooLong' })

/** Text that may be missing: empty becomes null. */
export const optionalText = (max = 2000) =>
  z
    .string()
    .trim()
    .max(max, { error: 'tooLong' })
    .nullable()
    .transform((text) => (text === '' ? null : text))

/** A window of a long list. */
export const listWindow = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) }

/** The name that both languages know something by. */
export const bothLanguages = z.object({ en: requiredText(), es: requiredText() })

/** A file prepared for download, fetched once with `files.take`. */
export const fileTicket = z.object({ fileId: z.string(), name: z.string(), size: z.int() })
export type FileTicket = z.infer<typeof fileTicket>
