/** Addresses of the screening screens. */
export const screeningsPath = '/screenings'
export const newScreeningPath = `${screeningsPath}/new`
/** The form with a track already chosen. */
export const newScreeningOfPath = (trackId: number) => `${newScreeningPath}/${trackId}`
export const screeningPath = (id: number) => `${screeningsPath}/${id}`
export const learnerResultPath = (id: number, learnerId: number) =>
  `${screeningPath(id)}/learners/${learnerId}/print`
