import { tableNamed } from '../../merges/personTables.ts'
import { recordOfPerson } from '../../merges/standing.ts'
import { recordSheet, type RecordCall, type RecordCell, type RecordSheet } from './recordSheet.ts'
import { factsByKey } from './personFacts.ts'

interface MergedLine {
  readonly mergedAt: string
  readonly by: string
  readonly what: string
  readonly value: RecordCell
}

/** Columns that say where a row stands and not what it says. */
const isPlace = (column: string) => column === 'id' || column.endsWith('Id') || column.endsWith('By')

/** What entries that a merge left out said, value after value. */
async function leftOut({ db, learnerId, t }: RecordCall): Promise<MergedLine[]> {
  const steps = await db
    .selectFrom('learnerMergeSteps')
    .innerJoin('learnerMerges', 'learnerMerges.id', 'learnerMergeSteps.mergeId')
    .select(['mergedAt', 'mergedByName as by', 'tableName', 'before'])
    .where(recordOfPerson(learnerId, 'learnerMerges.keptId'))
    .where('after', 'is', null)
    .orderBy('mergeId')
    .orderBy('position')
    .execute()
  return steps.flatMap(({ before, tableName, ...merge }) => {
    const { kind } = tableNamed(tableName)
    if (kind === null) return []
    const values = Object.entries(JSON.parse(before!) as Record<string, RecordCell>)
    const said = values.filter(([column, value]) => !isPlace(column) && value !== null && value !== '')
    return [
      {
        ...merge,
        what: t('keep.record.leftOut', { kind: t(`keep.record.merged.${kind}`) }),
        value: said.map(([, value]) => String(value)).join(' · '),
      },
    ]
  })
}

/** What the records said that were merged into the person's, and what was left out with them. */
export async function mergedRecords(call: RecordCall): Promise<RecordSheet> {
  const { db, learnerId, t } = call
  const merges = await db
    .selectFrom('learnerMerges')
    .select(['mergedId', 'mergedAt', 'mergedByName as by'])
    .where(recordOfPerson(learnerId, 'keptId'))
    .orderBy('id')
    .execute()
  const lines: MergedLine[] = []
  for (const { mergedId, ...merge } of merges) {
    for (const [key, value] of await factsByKey(call, mergedId))
      if (value !== null && value !== '')
        lines.push({ ...merge, what: t(`keep.record.columns.${key}`), value })
  }
  return recordSheet(
    'mergedRecords',
    [...lines, ...(await leftOut(call))],
    [
      { key: 'mergedOn', kind: 'date', width: 13, value: (row) => row.mergedAt.slice(0, 10) },
      { key: 'by', width: 24, value: (row) => row.by },
      { key: 'what', width: 30, value: (row) => row.what },
      { key: 'value', width: 50, wraps: true, value: (row) => row.value },
    ],
    t,
  )
}
