/** For whom something is exported or printed: school officials of the program, or anybody else. */
export const disclosureAudiences = ['inside', 'outside'] as const
export type DisclosureAudience = (typeof disclosureAudiences)[number]

/** Why learners' data may go outside (34 CFR 99.30, 99.31), or that none does. */
export const disclosurePurposes = [
  'consent',
  'ownRecord',
  'otherSchool',
  'programEvaluation',
  'financialAid',
  'study',
  'accreditation',
  'courtOrder',
  'emergency',
  'withoutNames',
  'other',
] as const
export type DisclosurePurpose = (typeof disclosurePurposes)[number]

/** How it went out. */
export const disclosureFormats = ['xlsx', 'csv', 'print'] as const
export type DisclosureFormat = (typeof disclosureFormats)[number]

/** What can be handed out; each has its name in the texts under `words.disclosedContents`. */
export const disclosedContents = [
  'learners',
  'learnerRecord',
  'sections',
  'cohorts',
  'cohortMembers',
  'screeningResults',
  'screeningResult',
  'rowsNotTaken',
  'completionReport',
  'certificationReport',
  'recordOfChanges',
  'disclosures',
  'testSummary',
  'assessmentUpload',
  'roster',
  'attendanceSheet',
  'duplicates',
  'sheetDifferences',
  'workList',
] as const
export type DisclosedContent = (typeof disclosedContents)[number]
