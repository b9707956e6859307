/** Addresses of the screening screens. */
export const screeningsPath = '/screenings'
export const newScreeningPath = `${screeningsPath}/new`
/** The form with a track already chosen, and one learner to look at. */
export const newScreeningOfPath = (trackId: number, learnerId?: number) =>
  [newScreeningPath, trackId, learnerId].filter((part) => part !== undefined).join('/')
export const screeningPath = (id: number) => `${screeningsPath}/${id}`
export const learnerResultPath = (id: number, learnerId: number) =>
  `${screeningPath(id)}/learners/${learnerId}/print`
