/** Leaves `readonly` out of a type, all the way down: it says who may write, not what is there. */
type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T

type Exactly<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** True if two types have the very same fields, whoever may write them. */
export type SameShape<A, B> = Exactly<Writable<A>, Writable<B>>

/** Compiles only for `true`: keeps a schema and the type it mirrors from drifting apart. */
export type Holds<Claim extends true> = Claim
