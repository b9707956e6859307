/** Numbers whose words stand on the Definitions sheet of the workbooks too. */
const reportDefinitions = [
  'enrolled',
  'completed',
  'withdrew',
  'excluded',
  'stillIn',
  'didNotStart',
  'notYetStarted',
  'completionRate',
  'finishedRate',
  'completers',
  'attempt',
  'firstTimePart',
  'firstTime',
  'certified',
  'certifiedOfTested',
  'certifiedOfCompleters',
  'pending',
] as const
type ReportDefinition = (typeof reportDefinitions)[number]

/** Where a definition comes from; each has its words under `sources`. */
type DefinitionSource =
  'workbook' | 'gain' | 'scoreTable' | 'participation' | 'federal' | 'hours' | 'rules' | 'house'

/** Every other number with the source of its definition. */
const ownDefinitions = {
  learnersShown: 'house',
  activeLearners: 'house',
  neverTested: 'house',
  postTests: 'gain',
  absences: 'house',
  exams: 'rules',
  outcomes: 'house',
  exitNear: 'participation',
  screeningAsked: 'house',
  lookAgainDue: 'house',
  running: 'house',
  upcoming: 'house',
  waiting: 'house',
  lookAgain: 'house',
  attemptRate: 'workbook',
  leavingShare: 'workbook',
  preTested: 'gain',
  postTested: 'gain',
  gained: 'gain',
  postTestRate: 'gain',
  gainRate: 'gain',
  hoursPerLevel: 'gain',
  hours: 'hours',
  hoursOnRecord: 'hours',
  hoursOfPeriod: 'participation',
  hoursSinceTest: 'gain',
  hoursToNextTest: 'gain',
  hoursBetweenTests: 'gain',
  levelsGained: 'gain',
  table4: 'federal',
  table11: 'federal',
  withoutLevel: 'federal',
  belowTwelveHours: 'federal',
  withoutHours: 'federal',
  timeToReady: 'house',
  currentLevel: 'scoreTable',
  classHours: 'hours',
  classMembers: 'house',
  absencesInARow: 'house',
  cohortMembers: 'house',
  seatsLeft: 'house',
  screened: 'rules',
  eligible: 'rules',
  eligibleThen: 'rules',
  newlyEligible: 'rules',
  noLongerEligible: 'rules',
  needsInformation: 'rules',
  notYet: 'rules',
  withinReach: 'rules',
  reasonNotMet: 'rules',
  reasonUnknown: 'rules',
  reasonNear: 'rules',
  reasonWithinReach: 'rules',
  reasonOnlyThis: 'rules',
  findings: 'house',
  findingsAccepted: 'house',
} as const satisfies Record<string, DefinitionSource>
type OwnDefinition = keyof typeof ownDefinitions

/** The name of a definition: what a number means, in words. */
export type Definition = ReportDefinition | OwnDefinition

const isOfReports = (definition: Definition): definition is ReportDefinition =>
  (reportDefinitions as readonly string[]).includes(definition)

/** The keys of the words of a definition and of its source. */
export function definitionKeys(definition: Definition): { text: string; source: string } {
  return isOfReports(definition)
    ? { text: `core:reports.definitions.${definition}.text`, source: 'explain:sources.workbook' }
    : {
        text: `explain:definitions.${definition}`,
        source: `explain:sources.${ownDefinitions[definition]}`,
      }
}
