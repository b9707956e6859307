/** Learners chosen so far: their names by id. */
export type Chosen = ReadonlyMap<number, string>

/** The chosen ones with one more, or one less. */
export function withOne(chosen: Chosen, id: number, name: string, isChosen: boolean): Chosen {
  const next = new Map(chosen)
  if (isChosen) next.set(id, name)
  else next.delete(id)
  return next
}
