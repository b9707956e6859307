/** Why one field of a record cannot be so; `code` names its text, `values` are the pieces between the words. */
export interface RecordProblem<Field extends string> {
  readonly field: Field
  readonly code: string
  readonly values: Record<string, string | number>
}
