/** The name of a class where its code stands already; many have their code for a name. */
export const nameBesideCode = ({ code, name }: { code: string; name: string }): string | undefined =>
  name === code ? undefined : name
