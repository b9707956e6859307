/** A sum that a reader knows: these unknowns, each times its factor, and this number add up to nothing. */
export interface KnownSum {
  readonly terms: ReadonlyMap<string, number>
  readonly constant: number
}

/** Collects what a reader sees: a shown number is known, a hidden one is an unknown of that name. */
export class Reader {
  readonly #sums: KnownSum[] = []
  readonly #truth = new Map<string, number>()

  /** These parts add up to the whole. */
  adds(parts: readonly Seen[], whole: Seen): void {
    const terms = new Map<string, number>()
    let constant = 0
    for (const [{ name, shown, truth }, factor] of [
      ...parts.map((part) => [part, 1] as const),
      [whole, -1] as const,
    ]) {
      if (shown !== null) constant += factor * shown
      else {
        terms.set(name, (terms.get(name) ?? 0) + factor)
        this.#truth.set(name, truth)
      }
    }
    this.#sums.push({ terms, constant })
  }

  /** The unknowns that the sums leave only one value for, none of them being negative, with that value. */
  workedOut(): Map<string, number> {
    const names = [...this.#truth.keys()]
    const found = new Set([...solved(this.#sums, names), ...squeezed(this.#sums, names)])
    return new Map([...found].map((name) => [name, this.#truth.get(name)!]))
  }
}

export interface Seen {
  readonly name: string
  /** Null: hidden. */
  readonly shown: number | null
  readonly truth: number
}

const prime = 1_000_003
const mod = (value: number) => ((value % prime) + prime) % prime

function inverse(value: number): number {
  let result = 1
  let base = mod(value)
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime
    base = (base * base) % prime
  }
  return result
}

/** Elimination: an unknown that ends alone in its sum has one value. In whole numbers modulo a prime. */
function solved(sums: readonly KnownSum[], names: readonly string[]): string[] {
  const rows = sums.map(({ terms }) => names.map((name) => mod(terms.get(name) ?? 0)))
  let next = 0
  for (let column = 0; column < names.length; column++) {
    const pivot = rows.findIndex((row, index) => index >= next && row[column] !== 0)
    if (pivot < 0) continue
    const [row] = rows.splice(pivot, 1)
    const factor = inverse(row![column]!)
    const scaled = row!.map((value) => (value * factor) % prime)
    for (const [index, other] of rows.entries()) {
      const times = other[column]!
      if (times !== 0) rows[index] = other.map((value, at) => mod(value - times * scaled[at]!))
    }
    rows.splice(next++, 0, scaled)
  }
  const alone = rows.filter((row) => row.filter((value) => value !== 0).length === 1)
  return alone.map((row) => names[row.findIndex((value) => value !== 0)]!)
}

/** Bounds: no count is negative, so each sum bounds its unknowns; those left without room have one value. */
function squeezed(sums: readonly KnownSum[], names: readonly string[]): string[] {
  const low = new Map(names.map((name) => [name, 0]))
  const high = new Map(names.map((name) => [name, Infinity]))
  for (let round = 0; round < 50; round++) {
    for (const { terms, constant } of sums) {
      for (const [name, factor] of terms) {
        let least = constant
        let most = constant
        for (const [other, times] of terms) {
          if (other === name || times === 0) continue
          least += times * (times > 0 ? low : high).get(other)!
          most += times * (times > 0 ? high : low).get(other)!
        }
        if (factor === 0) continue
        const ends = [-least / factor, -most / factor].sort((a, b) => a - b)
        low.set(name, Math.max(low.get(name)!, ends[0]!))
        high.set(name, Math.min(high.get(name)!, ends[1]!))
      }
    }
  }
  return names.filter((name) => high.get(name)! - low.get(name)! < 1e-9)
}
