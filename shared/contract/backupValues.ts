import * as z from 'zod'

/** The name of a backup's folder: when it was made and why, such as `2026-11-22T05-25-00Z start`. */
export const backupId = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z [a-zA-Z]{1,30}( \d{1,3})?$/, { error: 'notUnderstood' })

/** How many records of the most telling kinds a program holds. */
export const recordCounts = z.object({
  learners: z.int(),
  assessments: z.int(),
  cohorts: z.int(),
  changes: z.int(),
})
export type RecordCounts = z.infer<typeof recordCounts>
