/** The list with the form of a new learner over it. */
export const newLearnerPath = '/learners/new'

/** A learner's own page. */
export const learnerPath = (learnerId: number): string => `/learners/${learnerId}`
