import type { LastContact, LearnerToDo, WorkListRows } from '../../shared/contract/workLists.ts'
import type { WorkListId } from '../../shared/rules/workLists.ts'
import { dateInMessage } from '../../shared/values/dates.ts'
import type { Language, LocalText } from '../../shared/values/vocabulary.ts'
import type { Translate } from '../texts/translator.ts'
import type { ListColumn } from '../workbooks/exportList.ts'

/** A row of any of the lists. */
export type ExportedRow = WorkListRows[WorkListId]

type Cell = string | number | null
interface Column<Row> extends ListColumn {
  value: (row: Row) => Cell
}
type Columns<Row> = readonly Column<Row>[]

interface Words {
  t: Translate
  inLanguage(text: LocalText): string
}

const column = <Row>(
  { t }: Words,
  key: string,
  kind: ListColumn['kind'],
  width: number,
  value: (row: Row) => Cell,
): Column<Row> => ({ heading: t(`workLists.columns.${key}`), kind, width, value })

const person = (words: Words): Columns<LearnerToDo> => [
  column(words, 'studentId', 'text', 14, (row) => row.studentId),
  column(words, 'familyName', 'text', 22, (row) => row.familyName),
  column(words, 'givenName', 'text', 22, (row) => row.givenName),
  column(words, 'classes', 'text', 18, (row) => row.sections.join(', ')),
]

const contactColumns = (words: Words): Columns<{ lastContact: LastContact }> => [
  column(words, 'lastContact', 'date', 14, ({ lastContact }) => lastContact?.on ?? null),
  column(words, 'contactResult', 'text', 20, ({ lastContact }) =>
    lastContact === null ? null : words.t(`words.contactResults.${lastContact.result}`),
  ),
]

function examWords({ warning, partName }: WorkListRows['exams'], { t, inLanguage }: Words): string {
  const part = partName === null ? '' : inLanguage(partName)
  if (warning.kind === 'windowCloses' || warning.kind === 'windowClosed')
    return t(`workLists.exams.${warning.kind}`, { day: dateInMessage(warning.on) })
  return t(`workLists.exams.${warning.kind}`, { part })
}

const columnsOf: { [List in WorkListId]: (words: Words) => Columns<WorkListRows[List]> } = {
  postTests: (words) => [
    ...person(words),
    column(words, 'skill', 'text', 20, ({ skillArea }) => words.t(`words.skillAreas.${skillArea}`)),
    column(words, 'instrument', 'text', 22, (row) => row.instrument),
    column(words, 'lastTest', 'date', 13, (row) => row.lastTestedOn),
    column(words, 'lastForm', 'text', 11, (row) => row.lastForm),
    column(words, 'hoursSince', 'number', 11, (row) => row.hours),
    column(words, 'state', 'text', 14, ({ state, generationEnded }) =>
      words.t(`workLists.postTests.${generationEnded ? 'newPreTest' : state}`),
    ),
    column(words, 'nextForm', 'text', 13, ({ nextForm, generationEnded }) =>
      generationEnded ? null : nextForm,
    ),
  ],
  neverTested: (words) => [...person(words), column(words, 'hours', 'number', 10, (row) => row.hours)],
  absences: (words) => [
    ...person(words),
    column(words, 'class', 'text', 14, (row) => row.sectionCode),
    column(words, 'missed', 'number', 10, (row) => row.count),
    column(words, 'since', 'date', 13, (row) => row.since),
    ...contactColumns(words),
  ],
  exitNear: (words) => [
    ...person(words),
    column(words, 'lastService', 'date', 14, (row) => row.lastService),
    column(words, 'daysLeft', 'number', 10, (row) => row.daysLeft),
    column(words, 'hours', 'number', 10, (row) => row.hours),
    ...contactColumns(words),
  ],
  screeningAsked: (words) => [
    ...person(words),
    column(words, 'track', 'text', 34, ({ trackName }) => words.inLanguage(trackName)),
  ],
  lookAgain: (words) => [
    ...person(words),
    column(words, 'track', 'text', 34, ({ trackName }) => words.inLanguage(trackName)),
    column(words, 'lookAgainOn', 'date', 14, (row) => row.lookAgainOn),
    column(words, 'waitingSince', 'date', 14, (row) => row.addedOn),
  ],
  exams: (words) => [
    ...person(words),
    column(words, 'cohort', 'text', 16, (row) => row.cohortCode),
    column(words, 'what', 'text', 44, (row) => examWords(row, words)),
  ],
  outcomes: (words) => [
    column(words, 'cohort', 'text', 16, (row) => row.code),
    column(words, 'track', 'text', 34, ({ trackName }) => words.inLanguage(trackName)),
    column(words, 'site', 'text', 20, (row) => row.site),
    column(words, 'endDate', 'date', 13, (row) => row.endDate),
    column(words, 'stillIn', 'number', 14, (row) => row.stillIn),
    column(words, 'enrolled', 'number', 10, (row) => row.enrolled),
  ],
}

/** The columns of a list on paper; the last one is empty, to write into. */
export function listColumns(list: WorkListId, language: Language, t: Translate): Columns<ExportedRow> {
  const words: Words = { t, inLanguage: (text) => text[language] }
  const own = columnsOf[list](words) as Columns<ExportedRow>
  return [...own, column<ExportedRow>(words, 'notes', 'text', 30, () => null)]
}
