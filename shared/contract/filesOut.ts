import * as z from 'zod'
import { fileOutRemarks, rosterFormats, testFilesOut } from '../values/filesOut.ts'
import { disclosure } from './disclosure.ts'
import { longQuery } from './useCase.ts'
import { fileTicket, isoDate, language, recordId } from './values.ts'

const mayCall = ['staff', 'coordinator', 'director', 'administrator'] as const

/** Only learners of this class; null: everybody. */
const sectionId = recordId.nullable().default(null)

/** Tests of a span of days, both included. */
const testFile = z.object({ file: z.enum(testFilesOut), from: isoDate, to: isoDate, sectionId })
export type TestFileChoice = z.infer<typeof testFile>

/** The learners as of today: those who sit in the class, or every active one. */
const roster = z.object({ file: z.literal('roster'), sectionId, format: z.enum(rosterFormats) })
export type RosterChoice = z.infer<typeof roster>

const choice = z.discriminatedUnion('file', [testFile, roster])
export type FileOutChoice = z.infer<typeof choice>

export const filesOut = {
  /** How many rows a file would have, and what is to be said of those that stay out or lack a value. */
  count: longQuery({
    mayCall,
    reads: ['learners', 'assessments', 'sections', 'attendance', 'instruments', 'tracks'],
    input: z.object({ choice }),
    output: z.object({
      rows: z.int(),
      learners: z.int(),
      remarks: z.array(z.object({ remark: z.enum(fileOutRemarks), count: z.int().positive() })),
    }),
  }),
  /** Makes the file in the layout that the other system reads. */
  make: longQuery({
    mayCall,
    reads: [],
    input: z.object({ choice, language, disclosure }),
    output: fileTicket,
  }),
}
