import type { ComparedPerson, DuplicatePair } from '../../shared/contract/duplicates.ts'
import type { Disclosure } from '../../shared/contract/disclosure.ts'
import type { FileTicket } from '../../shared/contract/values.ts'
import type { DecidingEvidence } from '../../shared/rules/duplicateReasons.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import type { LongWork, QueryCall } from '../calls/call.ts'
import { translator, type Translate } from '../texts/translator.ts'
import { exportList, type ListColumn } from '../workbooks/exportList.ts'
import { reviewList } from './reviewList.ts'

/** More pairs than anybody works through on paper, and as many people as one statement takes. */
const mostExported = 10_000

interface Input {
  evidence: DecidingEvidence | null
  language: Language
  disclosure: Disclosure
}

interface PairColumn extends ListColumn {
  value: (pair: DuplicatePair) => string | null
}

function columnsFor(t: Translate): PairColumn[] {
  const of = (which: 'first' | 'second', number: number): PairColumn[] => {
    const column = (
      key: string,
      kind: 'text' | 'date',
      width: number,
      read: (person: ComparedPerson) => string | null,
    ): PairColumn => ({
      ...{ heading: t(`duplicates.columns.${key}`, { number }), kind, width },
      value: (pair) => read(pair[which]),
    })
    return [
      column('familyName', 'text', 22, ({ familyName }) => familyName),
      column('givenName', 'text', 22, ({ givenName }) => givenName),
      column('birthDate', 'date', 13, ({ birthDate }) => birthDate),
      column('studentId', 'text', 14, ({ studentId, otherIds }) =>
        [studentId, ...otherIds].filter(Boolean).join(', '),
      ),
      column('phones', 'text', 18, ({ phones }) => phones.join(', ')),
    ]
  }
  const evidence: PairColumn = {
    ...{ heading: t('duplicates.columns.evidence'), kind: 'text', width: 44 },
    value: ({ reasons }) => reasons.map((reason) => t(`words.duplicateReasons.${reason}`)).join(', '),
  }
  return [evidence, ...of('first', 1), ...of('second', 2)]
}

/** The pairs that wait for an answer as an .xlsx file, one row each. */
export async function exportPairs(call: QueryCall<Input> & LongWork): Promise<FileTicket> {
  const { db, input, today, progress } = call
  const { evidence, language, disclosure } = input
  const t = translator(language)
  const { rows } = await reviewList(db, { evidence, offset: 0, limit: mostExported }, today, progress)
  const columns = columnsFor(t)
  return exportList(call, {
    ...{ language, disclosure, method: 'duplicates.export', content: 'duplicates' },
    learnerIds: [...new Set(rows.flatMap(({ first, second }) => [first.id, second.id]))],
    fileName: t('duplicates.fileName'),
    title: t('duplicates.title'),
    columns: columns.map(({ value: _, ...column }) => column),
    rows: rows.map((pair) => columns.map(({ value }) => value(pair))),
    filters: evidence === null ? [] : [t(`words.duplicateEvidence.${evidence}`)],
  })
}
