/** The files of tests that other systems read: TOPSpro's test summary, a state's assessment upload. */
export const testFilesOut = ['testSummary', 'assessmentUpload'] as const

export const filesOut = [...testFilesOut, 'roster'] as const
export type FileOut = (typeof filesOut)[number]

export const rosterFormats = ['xlsx', 'csv'] as const
export type RosterFormat = (typeof rosterFormats)[number]

/** The headings of the TOPSpro "Student Test Summary". */
export const testSummaryColumns = [
  ...['Class Code', 'Class Description', 'Start Date', 'End Date', 'Programs', 'Student Code'],
  ...['Student Name', 'Status', 'Last Date Attended', 'Date', 'Form', 'Score', 'Is Passed', 'Is Accurate'],
  ...['Is Conservative Estimate', 'Daily Hours of Instruction', 'Class Administered'],
] as const

/** The headings of a state's assessment upload. */
export const assessmentUploadColumns = [
  ...['Partner', 'SID', 'LastName', 'FirstName', 'AssessmentType', 'FiscalYear', 'AssessmentName'],
  ...['AssessmentForm', 'AssessmentLevel', 'AssessmentSubject', 'AssessmentDate', 'AssessmentScaleScore'],
  ...['AssessmentGradeEquivalent', 'FunctioningLevel', 'LowestFunctioningLevelFlag', 'SurveyIndicator'],
  'CompleteBatteryIndicator',
] as const

/** The columns for which the program holds no value: they go out empty, and the screen says so beforehand. */
export const columnsLeftEmpty: Readonly<Record<FileOut, readonly string[]>> = {
  testSummary: ['Programs'],
  assessmentUpload: [
    ...['Partner', 'AssessmentLevel', 'AssessmentGradeEquivalent', 'LowestFunctioningLevelFlag'],
    ...['SurveyIndicator', 'CompleteBatteryIndicator'],
  ],
  roster: [],
}

/** What is said beforehand of the rows: what stays out, and what goes out with a value missing. */
export const fileOutRemarks = [
  'withoutStudentId',
  'notIdentifiable',
  'notCasas',
  'noUsableScore',
  'neitherPreNorPost',
  'earlyTest',
  'earlyWithoutReason',
  'withoutLevel',
] as const
export type FileOutRemark = (typeof fileOutRemarks)[number]
