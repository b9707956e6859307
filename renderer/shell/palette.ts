import { screeningActions } from '../features/screening/paletteCommands.ts'
import { findTracks } from '../features/tracks/paletteCommands.ts'
import { assessmentActions, classGridSource } from '../features/assessments/paletteCommands.ts'
import { fileActions } from '../features/imports/paletteCommands.ts'
import type { SessionState } from '../../shared/contract/session.ts'
import type { Role } from '../../shared/values/vocabulary.ts'
import { attendanceSource } from '../features/attendance/paletteCommands.ts'
import { auditActions } from '../features/audit/paletteCommands.ts'
import { cohortActions, findCohorts } from '../features/cohorts/paletteCommands.ts'
import { classActions, findClasses } from '../features/classes/paletteCommands.ts'
import { duplicateActions } from '../features/duplicates/paletteCommands.ts'
import { keepActions } from '../features/keep/paletteCommands.ts'
import { findLearners, learnerActions } from '../features/learners/paletteCommands.ts'
import { reportActions } from '../features/reports/paletteCommands.ts'
import { lockKey, lockNow } from '../lock/useLockOnDemand.ts'
import { places } from '../routes.tsx'
import { LockIcon, type Icon } from '../ui/icons.ts'

/** What the command palette offers: a thing to open or to do. */
export type PaletteItem = {
  id: string
  /** The words to find it by. */
  label: string
  /** A quieter line: what kind of thing it is, an id, a site, a key. */
  detail?: string
  icon: Icon
} & PaletteDeed

/** The address to go to, where what it does follows from; or what it does at once, wherever one is. */
type PaletteDeed = { href: string; act?: never } | { act: () => void; href?: never }

/** An action that is always there. Its words are a key of the namespaced texts, such as `learners:palette.add`. */
export type PaletteAction = {
  id: string
  labelKey: string
  detail?: string
  icon: Icon
  /** Who can do it; everybody when left out. */
  roles?: readonly Role[]
  /** Whether it can be done in this session; always when left out. */
  canBeDone?: (session: SessionState) => boolean
} & PaletteDeed

/** Finds records while a person types; at most ten, best first. */
export type PaletteSource = (text: string) => Promise<readonly PaletteItem[]>

const placeActions: readonly PaletteAction[] = places.map(({ path, name, icon, roles }) => ({
  id: `place ${path}`,
  labelKey: `shell:places.${name}`,
  icon,
  href: path,
  ...(roles ? { roles } : {}),
}))

const lockAction: PaletteAction = {
  id: 'lock',
  labelKey: 'shell:palette.lock',
  detail: lockKey,
  icon: LockIcon,
  act: lockNow,
  canBeDone: ({ mayLock }) => mayLock,
}

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
  ...auditActions,
  ...keepActions,
  ...duplicateActions,
  lockAction,
]

/** Where the palette looks for records. */
export const paletteSources: readonly PaletteSource[] = [
  findLearners,
  findCohorts,
  findClasses,
  classGridSource,
  attendanceSource,
  findTracks,
]
