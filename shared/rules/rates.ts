/** A share of people, kept as its two counts. */
export interface Rate {
  readonly numerator: number
  readonly denominator: number
}
