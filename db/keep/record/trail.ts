import { changesText } from '../../audit/exportEntries.ts'
import { listDisclosures } from '../../audit/listDisclosures.ts'
import { entriesOfLearner } from '../../audit/ofLearner.ts'
import { dateWords } from '../../audit/words/dateWords.ts'
import { disclosureFilters } from '../../../shared/contract/audit.ts'
import { recordSheet, type RecordCall, type RecordSheet } from './recordSheet.ts'

const everything = { offset: 0, limit: Number.MAX_SAFE_INTEGER }

/** Who added, changed or brought in what, the newest first, as the record of changes says it. */
export async function changes({ db, learnerId, language, sight, t }: RecordCall): Promise<RecordSheet> {
  const { rows } = await entriesOfLearner(db, { learnerId, language, ...everything }, sight)
  return recordSheet(
    'changes',
    rows,
    [
      { key: 'moment', width: 22, value: (row) => dateWords(row.at, language) },
      { key: 'by', width: 24, value: (row) => row.who },
      { key: 'what', width: 34, wraps: true, value: (row) => row.action },
      { key: 'about', width: 28, value: (row) => row.about },
      { key: 'fromTo', width: 70, wraps: true, value: (row) => changesText(row, t) },
    ],
    t,
  )
}

/** Every export and print with the person in it: to whom, and what for (34 CFR 99.32). */
export async function handedOut({ db, learnerId, language, t }: RecordCall): Promise<RecordSheet> {
  const { rows } = await listDisclosures(db, {
    ...disclosureFilters.parse({ learnerId }),
    ...everything,
  })
  return recordSheet(
    'handedOut',
    rows,
    [
      { key: 'moment', width: 22, value: (row) => dateWords(row.at, language) },
      { key: 'by', width: 24, value: (row) => row.who },
      { key: 'what', width: 34, value: (row) => t(`words.disclosedContents.${row.content}`) },
      { key: 'for', width: 26, value: (row) => t(`words.disclosureAudiences.${row.audience}`) },
      { key: 'recipient', width: 30, value: (row) => row.recipient },
      {
        key: 'purpose',
        width: 36,
        wraps: true,
        value: (row) => row.purpose && t(`words.disclosurePurposes.${row.purpose}`),
      },
      { key: 'note', width: 36, wraps: true, value: (row) => row.note },
    ],
    t,
  )
}
