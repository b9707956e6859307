import { type IsoDate } from '../../values/dates.ts'

interface DatedVersion {
  readonly version: number
  readonly effectiveFrom: IsoDate
}

/**
 * The version of a track's rules that counts on a day: the one that took effect last by then; of two for
 * one day the higher number. Null before the first takes effect.
 */
export function versionInForce<V extends DatedVersion>(versions: readonly V[], on: IsoDate): V | null {
  let best: V | null = null
  for (const version of versions) {
    if (version.effectiveFrom > on) continue
    const isLater =
      best === null ||
      version.effectiveFrom > best.effectiveFrom ||
      (version.effectiveFrom === best.effectiveFrom && version.version > best.version)
    if (isLater) best = version
  }
  return best
}
