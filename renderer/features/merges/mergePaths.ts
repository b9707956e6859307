/** Two records side by side, the first of which would be kept. */
export const mergePath = (keptId: number, otherId: number): string => `/merge/${keptId}/${otherId}`
