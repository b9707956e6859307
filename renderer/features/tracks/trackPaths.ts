/** Addresses of the track screens. */
export const tracksPath = '/tracks'
export const trackPath = (id: number) => `${tracksPath}/${id}`
export const trackRulesPath = (id: number) => `${trackPath(id)}/rules`
