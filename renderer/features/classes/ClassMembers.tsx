import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { SectionMember } from '../../../shared/contract/sections.ts'
import { listName } from '../../../shared/values/names.ts'
import { skillAreas, type SkillArea } from '../../../shared/values/vocabulary.ts'
import { api } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LearnersIcon } from '../../ui/icons.ts'
import { SelectionBar } from '../../ui/SelectionBar.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useToastedCommand } from '../../useToastedCommand.ts'
import { learnerPath } from '../learners/learnerPaths.ts'
import { useLearnerWords } from '../learners/learnerWords.ts'

function useMemberColumns(members: readonly SectionMember[]): DataColumn<SectionMember>[] {
  const { t } = useTranslation('classes')
  const { day, levelNumber } = useLearnerWords()
  const tested = new Set(members.flatMap(({ levels }) => levels.map(({ skillArea }) => skillArea)))
  const inArea = (member: SectionMember, area: SkillArea) =>
    member.levels.find(({ skillArea }) => skillArea === area)
  const areaColumn = (area: SkillArea): DataColumn<SectionMember> => ({
    id: area,
    label: t('members.levelIn', { area: t(`core:words.skillAreas.${area}`) }),
    cell: (member) => levelNumber(inArea(member, area)?.level ?? null),
    sortValue: (member) => inArea(member, area)?.level ?? null,
    isNumeric: true,
  })
  const lastTest = ({ levels }: SectionMember) =>
    levels
      .map(({ testedOn }) => testedOn)
      .reduce<string | null>((last, on) => (last === null || on > last ? on : last), null)
  return [
    {
      id: 'name',
      label: t('learners:columns.name'),
      cell: listName,
      sortValue: listName,
      isRowHeader: true,
      share: 2,
    },
    {
      id: 'studentId',
      label: t('learners:columns.studentId'),
      cell: ({ studentId }) => studentId,
      sortValue: ({ studentId }) => studentId,
    },
    ...skillAreas.filter((area) => tested.has(area)).map(areaColumn),
    {
      id: 'lastTestedOn',
      label: t('learners:columns.lastTestedOn'),
      cell: (member) => day(lastTest(member)) ?? t('learners:neverTested'),
      sortValue: lastTest,
    },
    {
      id: 'startDate',
      label: t('members.since'),
      cell: ({ startDate }) => day(startDate),
      sortValue: ({ startDate }) => startDate,
    },
  ]
}

/** Who sits in the class, with their levels; selected ones can be taken out of it. */
export function ClassMembers({
  sectionId,
  members,
  isOver,
}: {
  sectionId: number
  members: readonly SectionMember[]
  isOver: boolean
}) {
  const { t } = useTranslation('classes')
  const [, navigate] = useLocation()
  const toasts = useToasts()
  const columns = useMemberColumns(members)
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set())
  const mayFill = useMay('instructor', 'coordinator', 'director')
  const remove = useToastedCommand(api.sections.removeMembers)
  const add = useToastedCommand(api.sections.addMembers)

  const removeSelected = () =>
    remove.run({ sectionId, learnerIds: [...selected] }, ({ removed }) => {
      setSelected(new Set())
      toasts.show({
        message: t('members.removed', { count: removed.length }),
        undo: removed.length > 0 ? () => add.run({ sectionId, learnerIds: removed }) : undefined,
      })
    })
  return (
    <>
      <DataTable
        label={t('members.title')}
        columns={columns}
        items={members}
        rowId={({ learnerId }) => learnerId}
        onOpen={({ learnerId }) => navigate(learnerPath(learnerId))}
        {...(mayFill ? { selected, onSelectionChange: setSelected } : {})}
        empty={
          <EmptyState icon={LearnersIcon} title={t(isOver ? 'members.noneLeft' : 'members.none')}>
            {t(isOver ? 'members.noneLeftHint' : 'members.noneHint')}
          </EmptyState>
        }
      />
      <SelectionBar count={selected.size} onClear={() => setSelected(new Set())}>
        <Button onPress={removeSelected} isPending={remove.isPending}>
          {t('members.remove')}
        </Button>
      </SelectionBar>
    </>
  )
}
