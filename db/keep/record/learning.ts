import { askedEvidence } from '../../evidence/askedEvidence.ts'
import {
  dayOf,
  inLanguage,
  recordSheet,
  word,
  yesOrNo,
  type RecordCall,
  type RecordSheet,
} from './recordSheet.ts'

export async function classes({ db, learnerId, t }: RecordCall): Promise<RecordSheet> {
  const rows = await db
    .selectFrom('sectionMembers')
    .innerJoin('sections', 'sections.id', 'sectionMembers.sectionId')
    .leftJoin('accounts', 'accounts.id', 'sections.instructorAccountId')
    .select(['sections.code', 'sections.name', 'sections.site', 'accounts.name as instructor'])
    .select(['sectionMembers.startDate', 'sectionMembers.endDate'])
    .where('learnerId', '=', learnerId)
    .orderBy('sectionMembers.startDate')
    .orderBy('sections.code')
    .execute()
  return recordSheet(
    'classes',
    rows,
    [
      { key: 'code', width: 16, value: (row) => row.code },
      { key: 'name', width: 34, value: (row) => row.name },
      { key: 'site', width: 20, value: (row) => row.site },
      { key: 'instructor', width: 24, value: (row) => row.instructor },
      { key: 'from', kind: 'date', width: 13, value: (row) => row.startDate },
      { key: 'to', kind: 'date', width: 13, value: (row) => row.endDate },
    ],
    t,
  )
}

export async function assessments({ db, learnerId, t }: RecordCall): Promise<RecordSheet> {
  const rows = await db
    .selectFrom('assessments')
    .leftJoin('accounts', 'accounts.id', 'assessments.recordedBy')
    .selectAll('assessments')
    .select('accounts.name as recordedByName')
    .where('learnerId', '=', learnerId)
    .orderBy('testedOn')
    .orderBy('assessments.id')
    .execute()
  return recordSheet(
    'assessments',
    rows,
    [
      { key: 'testedOn', kind: 'date', width: 13, value: (row) => row.testedOn },
      { key: 'instrument', width: 20, value: (row) => row.instrument },
      { key: 'skillArea', width: 20, value: (row) => word(t, 'skillAreas', row.skillArea) },
      { key: 'form', width: 10, value: (row) => row.form },
      { key: 'scoreText', width: 10, value: (row) => row.scoreText },
      { key: 'level', kind: 'number', width: 8, value: (row) => row.level },
      { key: 'accurate', width: 11, value: (row) => yesOrNo(t, row.accurate) },
      { key: 'conservative', width: 13, value: (row) => yesOrNo(t, row.conservativeEstimate) },
      { key: 'passed', width: 9, value: (row) => yesOrNo(t, row.passed) },
      { key: 'sameFormReason', width: 30, wraps: true, value: (row) => row.sameFormReason },
      { key: 'earlyReason', width: 30, wraps: true, value: (row) => row.earlyReason },
      { key: 'voidedOn', kind: 'date', width: 13, value: (row) => row.voidedAt && dayOf(row.voidedAt) },
      { key: 'voidReason', width: 30, wraps: true, value: (row) => row.voidReason },
      { key: 'recordedOn', kind: 'date', width: 13, value: (row) => dayOf(row.recordedAt) },
      { key: 'by', width: 24, value: (row) => row.recordedByName },
    ],
    t,
  )
}

export async function hours({ db, learnerId, t }: RecordCall): Promise<RecordSheet> {
  const rows = await db
    .selectFrom('instructionHours')
    .leftJoin('sections', 'sections.id', 'instructionHours.sectionId')
    .leftJoin('cohorts', 'cohorts.id', 'instructionHours.cohortId')
    .selectAll('instructionHours')
    .select(['sections.code as sectionCode', 'cohorts.code as cohortCode'])
    .where('learnerId', '=', learnerId)
    .orderBy('periodFrom')
    .orderBy('instructionHours.id')
    .execute()
  return recordSheet(
    'hours',
    rows,
    [
      { key: 'component', width: 24, value: (row) => row.component },
      { key: 'from', kind: 'date', width: 13, value: (row) => row.periodFrom },
      { key: 'to', kind: 'date', width: 13, value: (row) => row.periodTo },
      { key: 'hours', kind: 'number', width: 10, value: (row) => row.hours },
      { key: 'possibleHours', kind: 'number', width: 13, value: (row) => row.possibleHours },
      { key: 'class', width: 16, value: (row) => row.sectionCode },
      { key: 'cohort', width: 16, value: (row) => row.cohortCode },
    ],
    t,
  )
}

export async function attendance({ db, learnerId, t }: RecordCall): Promise<RecordSheet> {
  const rows = await db
    .selectFrom('attendance')
    .innerJoin('meetings', 'meetings.id', 'attendance.meetingId')
    .innerJoin('sections', 'sections.id', 'meetings.sectionId')
    .select(['meetings.heldOn', 'meetings.minutes as lasted', 'sections.code'])
    .select(['attendance.mark', 'attendance.minutes'])
    .where('attendance.learnerId', '=', learnerId)
    .orderBy('meetings.heldOn')
    .orderBy('sections.code')
    .execute()
  return recordSheet(
    'attendance',
    rows,
    [
      { key: 'on', kind: 'date', width: 13, value: (row) => row.heldOn },
      { key: 'class', width: 16, value: (row) => row.code },
      { key: 'mark', width: 14, value: (row) => t(`words.attendanceMarks.${row.mark}`) },
      { key: 'minutes', kind: 'number', width: 11, value: (row) => row.minutes },
      { key: 'lasted', kind: 'number', width: 16, value: (row) => row.lasted },
    ],
    t,
  )
}

/** The list that names the states of each kind of evidence. */
const stateWords: Record<string, string> = {
  document: 'documentStates',
  component: 'componentStates',
  interview: 'interviewResults',
}

export async function evidence(call: RecordCall): Promise<RecordSheet> {
  const { db, learnerId, t } = call
  const asked = await askedEvidence(db)
  const labelOf = (kind: string, key: string) => {
    const found = asked.find((one) => one.kind === kind && one.evidenceKey === key)
    return found ? inLanguage(call, found.label) : key
  }
  const rows = await db
    .selectFrom('evidence')
    .selectAll()
    .where('learnerId', '=', learnerId)
    .orderBy('onDate')
    .orderBy('id')
    .execute()
  return recordSheet(
    'evidence',
    rows,
    [
      { key: 'kind', width: 14, value: (row) => t(`keep.record.evidenceKinds.${row.kind}`) },
      { key: 'what', width: 34, wraps: true, value: (row) => labelOf(row.kind, row.evidenceKey) },
      { key: 'result', width: 14, value: (row) => word(t, stateWords[row.kind]!, row.status) },
      { key: 'on', kind: 'date', width: 13, value: (row) => row.onDate },
      { key: 'documentDate', kind: 'date', width: 15, value: (row) => row.documentDate },
      { key: 'doses', kind: 'number', width: 9, value: (row) => row.doses },
      { key: 'seenBy', width: 24, value: (row) => row.seenBy },
    ],
    t,
  )
}
