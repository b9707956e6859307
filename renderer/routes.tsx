import type { ComponentType } from 'react'
import type { Role } from '../shared/values/vocabulary.ts'
import { ClassAssessmentsScreen } from './features/assessments/ClassAssessmentsScreen.tsx'
import { RecordAssessmentScreen } from './features/assessments/RecordAssessmentScreen.tsx'
import { AttendanceScreen } from './features/attendance/AttendanceScreen.tsx'
import { CompareSheetScreen } from './features/attendance/CompareSheetScreen.tsx'
import { ChangesScreen } from './features/audit/ChangesScreen.tsx'
import { DisclosuresScreen } from './features/audit/DisclosuresScreen.tsx'
import { ClassesScreen } from './features/classes/ClassesScreen.tsx'
import { ClassScreen } from './features/classes/ClassScreen.tsx'
import { ScoreTablesScreen } from './features/instruments/ScoreTablesScreen.tsx'
import { CohortScreen } from './features/cohorts/CohortScreen.tsx'
import { CohortsScreen } from './features/cohorts/CohortsScreen.tsx'
import { CompareScreen } from './features/cohorts/CompareScreen.tsx'
import { DataCheckScreen } from './features/dataChecks/DataCheckScreen.tsx'
import { DuplicatesScreen } from './features/duplicates/DuplicatesScreen.tsx'
import { GainsScreen } from './features/gains/GainsScreen.tsx'
import { LearnerScreen } from './features/learners/LearnerScreen.tsx'
import { LearnersScreen } from './features/learners/LearnersScreen.tsx'
import { MergeScreen } from './features/merges/MergeScreen.tsx'
import { FilesScreen } from './features/imports/FilesScreen.tsx'
import { readsFiles } from './features/imports/importRoles.ts'
import { ImportScreen } from './features/imports/ImportScreen.tsx'
import { PastImportScreen } from './features/imports/PastImportScreen.tsx'
import { ProgramScreen } from './features/program/ProgramScreen.tsx'
import { LearnerResultPrint } from './features/screening/LearnerResultPrint.tsx'
import { NewScreeningScreen } from './features/screening/NewScreeningScreen.tsx'
import { ScreeningPlace } from './features/screening/ScreeningPlace.tsx'
import { ScreeningScreen } from './features/screening/ScreeningScreen.tsx'
import { ReportsScreen } from './features/reports/ReportsScreen.tsx'
import { PrintListScreen } from './features/today/PrintListScreen.tsx'
import { TodayBadge } from './features/today/TodayBadge.tsx'
import { TodayScreen } from './features/today/TodayScreen.tsx'
import { RulesEditorScreen } from './features/tracks/RulesEditorScreen.tsx'
import { TrackScreen } from './features/tracks/TrackScreen.tsx'
import { TracksScreen } from './features/tracks/TracksScreen.tsx'
import {
  ClassesIcon,
  CohortsIcon,
  DataCheckIcon,
  FileIcon,
  GainsIcon,
  LearnersIcon,
  ReportsIcon,
  ScoreIcon,
  ScreeningIcon,
  SettingsIcon,
  TodayIcon,
  TracksIcon,
  type Icon,
} from './ui/icons.ts'

/** A screen and the address it answers to, such as `/learners/:id`. */
export interface ScreenRoute {
  path: string
  screen: ComponentType
}

/** Where a person can go from the navigation, in the order of the work. */
export interface Place {
  /** Address of the place; addresses below it belong to it. */
  path: string
  /** Other addresses that belong to it, with those below them. */
  alsoAt?: readonly string[]
  /** Key in the `shell` texts under `places`. */
  name:
    | 'today'
    | 'learners'
    | 'classes'
    | 'screening'
    | 'cohorts'
    | 'gains'
    | 'reports'
    | 'tracks'
    | 'files'
    | 'dataCheck'
    | 'program'
    | 'scoreTables'
  icon: Icon
  group: 'work' | 'office'
  /** Who is offered it; everybody when left out. */
  roles?: readonly Role[]
  /** A count after its name. */
  badge?: ComponentType
}

export const places: readonly Place[] = [
  { path: '/today', name: 'today', icon: TodayIcon, group: 'work', badge: TodayBadge },
  { path: '/learners', name: 'learners', icon: LearnersIcon, group: 'work' },
  { path: '/classes', name: 'classes', icon: ClassesIcon, group: 'work' },
  { path: '/screenings', name: 'screening', icon: ScreeningIcon, group: 'work' },
  { path: '/cohorts', name: 'cohorts', icon: CohortsIcon, group: 'work' },
  { path: '/gains', name: 'gains', icon: GainsIcon, group: 'work' },
  { path: '/reports', name: 'reports', icon: ReportsIcon, group: 'work' },
  { path: '/tracks', name: 'tracks', icon: TracksIcon, group: 'office' },
  { path: '/files', name: 'files', icon: FileIcon, group: 'office', roles: readsFiles },
  {
    path: '/data-check',
    alsoAt: ['/duplicates', '/merge'],
    name: 'dataCheck',
    icon: DataCheckIcon,
    group: 'office',
    roles: ['administrator', 'director', 'coordinator', 'instructor', 'staff'],
  },
  { path: '/score-tables', name: 'scoreTables', icon: ScoreIcon, group: 'office' },
  { path: '/program', name: 'program', icon: SettingsIcon, group: 'office' },
]

/** Every screen of the app. The first path that fits is shown. */
export const screenRoutes: readonly ScreenRoute[] = [
  { path: '/today', screen: TodayScreen },
  { path: '/today/print/:list/:of', screen: PrintListScreen },
  { path: '/learners', screen: LearnersScreen },
  { path: '/learners/new', screen: LearnersScreen },
  { path: '/learners/:learnerId', screen: LearnerScreen },
  { path: '/merge/:firstId/:secondId', screen: MergeScreen },
  { path: '/classes', screen: ClassesScreen },
  { path: '/classes/new', screen: ClassesScreen },
  { path: '/classes/:sectionId', screen: ClassScreen },
  { path: '/assessments/record', screen: RecordAssessmentScreen },
  { path: '/classes/:id/assessments', screen: ClassAssessmentsScreen },
  { path: '/classes/:id/attendance', screen: AttendanceScreen },
  { path: '/screenings', screen: ScreeningPlace },
  { path: '/screenings/new/:trackId?/:learnerId?', screen: NewScreeningScreen },
  { path: '/screenings/:id', screen: ScreeningScreen },
  { path: '/screenings/:id/learners/:learnerId/print', screen: LearnerResultPrint },
  { path: '/cohorts', screen: CohortsScreen },
  { path: '/cohorts/compare/:ids?', screen: CompareScreen },
  { path: '/cohorts/:id', screen: CohortScreen },
  { path: '/files', screen: FilesScreen },
  { path: '/files/import/:openId', screen: ImportScreen },
  { path: '/files/import/:openId/compare', screen: CompareSheetScreen },
  { path: '/files/:id', screen: PastImportScreen },
  { path: '/files/:id/row/:row', screen: PastImportScreen },
  { path: '/gains', screen: GainsScreen },
  { path: '/reports/:report?', screen: ReportsScreen },
  { path: '/data-check/:rule?', screen: DataCheckScreen },
  { path: '/duplicates', screen: DuplicatesScreen },
  { path: '/score-tables', screen: ScoreTablesScreen },
  { path: '/tracks', screen: TracksScreen },
  { path: '/tracks/:id', screen: TrackScreen },
  { path: '/tracks/:id/rules', screen: RulesEditorScreen },
  { path: '/program/:tab?', screen: ProgramScreen },
  { path: '/program/changes/all/:accountId?', screen: ChangesScreen },
  { path: '/program/changes/disclosures', screen: DisclosuresScreen },
]
