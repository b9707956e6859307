import { useTranslation } from 'react-i18next'
import type { LearnerRow } from '../../../shared/contract/learners.ts'
import { listName } from '../../../shared/values/names.ts'
import type { SkillArea } from '../../../shared/values/vocabulary.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import type { TableColumn } from '../../ui/tableColumns.ts'
import { statusMeanings, useLearnerWords } from './learnerWords.ts'

/** The level shown in the list: of the area asked for, or the lowest of all tested. */
function levelShown(row: LearnerRow, area: SkillArea | null): number | null {
  if (area !== null) return row.levels.find(({ skillArea }) => skillArea === area)?.level ?? null
  const known = row.levels.flatMap(({ level }) => (level === null ? [] : [level]))
  return known.length === 0 ? null : Math.min(...known)
}

/** The columns that the core can sort by. */
export const sortableColumns = ['name', 'studentId', 'section', 'level', 'lastTestedOn']

/** The columns of the learner list. */
export function useLearnerColumns(area: SkillArea | null): readonly TableColumn<LearnerRow>[] {
  const { t } = useTranslation('learners')
  const { day, inLanguage, levelNumber } = useLearnerWords()
  return [
    { id: 'name', label: t('columns.name'), cell: listName, isRowHeader: true, minWidth: 170, share: 2 },
    {
      id: 'studentId',
      label: t('columns.studentId'),
      cell: (row) => row.studentId,
      minWidth: 100,
      share: 0.5,
    },
    {
      id: 'section',
      label: t('columns.section'),
      cell: (row) => row.sections.map(({ code }) => code).join(', '),
      minWidth: 100,
    },
    {
      id: 'level',
      label:
        area === null
          ? t('columns.lowestLevel')
          : t('columns.levelIn', { area: t(`core:words.skillAreas.${area}`) }),
      cell: (row) => levelNumber(levelShown(row, area)),
      isNumeric: true,
      minWidth: area === null ? 118 : 132,
      share: 0.4,
    },
    {
      id: 'lastTestedOn',
      label: t('columns.lastTestedOn'),
      cell: (row) => day(row.lastTestedOn) ?? t('neverTested'),
      minWidth: 116,
      share: 0.5,
    },
    {
      id: 'status',
      label: t('columns.status'),
      cell: (row) => (
        <StatusDot kind={statusMeanings[row.status]}>
          {t(`core:words.learnerStatuses.${row.status}`)}
        </StatusDot>
      ),
      minWidth: 100,
      share: 0.5,
    },
    {
      id: 'interest',
      label: t('columns.interest'),
      cell: (row) => row.interestTrack && inLanguage(row.interestTrack.name),
      minWidth: 116,
      leaves: 1,
    },
  ]
}
