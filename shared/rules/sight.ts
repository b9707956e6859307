import type { Role } from '../values/vocabulary.ts'

/** Whose learners an instructor sees: those of the classes that name them, or everybody. */
export const instructorScopes = ['ownClasses', 'allLearners'] as const
export type InstructorScope = (typeof instructorScopes)[number]

/**
 * Whether a call reaches only the caller's own classes: the program says so, and nothing but the role of
 * instructor lets the person make the call. Somebody who is also a viewer reads everything, and still records
 * tests for their own classes alone. `mayCall` names the roles that may; null: every role.
 */
export function reachesOwnClassesOnly(
  roles: readonly Role[],
  mayCall: readonly Role[] | null,
  scope: InstructorScope,
): boolean {
  if (scope === 'allLearners') return false
  const granting = mayCall === null ? roles : roles.filter((role) => mayCall.includes(role))
  return granting.length > 0 && granting.every((role) => role === 'instructor')
}
