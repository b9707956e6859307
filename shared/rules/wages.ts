/** Hourly wages of one person in dollars; null where not known. */
export interface WagePair {
  readonly earlier: number | null
  readonly later: number | null
}

/** A wage gain as later ÷ earlier − 1 (0.25 is 25 %), always with the people it rests on. */
export interface WageGains {
  /** People with both wages; the n of both figures. */
  readonly people: number
  /** The mean of what each person gained; null for nobody. */
  readonly meanOfPersonalGains: number | null
  /** What the mean wage gained; null for nobody. */
  readonly gainOfTheMeans: number | null
  readonly meanEarlier: number | null
  readonly meanLater: number | null
  /** People with a later wage but no earlier one: listed apart. */
  readonly withoutEarlier: number
}

/** The gain from one wage to another, later ÷ earlier − 1. */
export function wageGain(earlier: number, later: number): number {
  return later / earlier - 1
}

/** Both wage gains over the people with both wages. An earlier wage of 0 counts as none. */
export function wageGains(pairs: readonly WagePair[]): WageGains {
  let people = 0
  let withoutEarlier = 0
  let sumEarlier = 0
  let sumLater = 0
  let sumGains = 0
  for (const { earlier, later } of pairs) {
    if (later === null) continue
    if (earlier === null || earlier <= 0) {
      withoutEarlier++
      continue
    }
    people++
    sumEarlier += earlier
    sumLater += later
    sumGains += wageGain(earlier, later)
  }
  if (people === 0) {
    const none = { meanOfPersonalGains: null, gainOfTheMeans: null, meanEarlier: null, meanLater: null }
    return { people, ...none, withoutEarlier }
  }
  return {
    people,
    meanOfPersonalGains: sumGains / people,
    gainOfTheMeans: wageGain(sumEarlier, sumLater),
    meanEarlier: sumEarlier / people,
    meanLater: sumLater / people,
    withoutEarlier,
  }
}
