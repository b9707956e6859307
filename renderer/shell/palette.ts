import { screeningActions } from '../features/screening/paletteCommands.ts'
import { findTracks } from '../features/tracks/paletteCommands.ts'
import { assessmentActions, classGridSource } from '../features/assessments/paletteCommands.ts'
import { fileActions } from '../features/imports/paletteCommands.ts'
import type { Role } from '../../shared/values/vocabulary.ts'
import { cohortActions, findCohorts } from '../features/cohorts/paletteCommands.ts'
import { classActions, findClasses } from '../features/classes/paletteCommands.ts'
import { findLearners, learnerActions } from '../features/learners/paletteCommands.ts'
import { reportActions } from '../features/reports/paletteCommands.ts'
import { places } from '../routes.tsx'
import type { Icon } from '../ui/icons.ts'

/** What the command palette offers: a thing to open or to do. */
export interface PaletteItem {
  id: string
  /** The words to find it by. */
  label: string
  /** A quieter line: what kind of thing it is, an id, a site. */
  detail?: string
  icon: Icon
  /** The address to go to; what it does follows from there. */
  href: string
}

/** An action that is always there. Its words are a key of the namespaced texts, such as `learners:palette.add`. */
export interface PaletteAction {
  id: string
  labelKey: string
  icon: Icon
  href: string
  /** Who can do it; everybody when left out. */
  roles?: readonly Role[]
}

/** Finds records while a person types; at most ten, best first. */
export type PaletteSource = (text: string) => Promise<readonly PaletteItem[]>

const placeActions: readonly PaletteAction[] = places.map(({ path, name, icon }) => ({
  id: `place ${path}`,
  labelKey: `shell:places.${name}`,
  icon,
  href: path,
}))

/** Actions of every feature, places first. */
export const paletteActions: readonly PaletteAction[] = [
  ...placeActions,
  ...learnerActions,
  ...classActions,
  ...assessmentActions,
  ...fileActions,
  ...cohortActions,
  ...screeningActions,
  ...reportActions,
]

/** Where the palette looks for records. */
export const paletteSources: readonly PaletteSource[] = [
  findLearners,
  findCohorts,
  findClasses,
  classGridSource,
  findTracks,
]
