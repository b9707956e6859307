import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { skillAreas, learnerStatuses } from '../../../shared/values/vocabulary.ts'
import { api } from '../../api.ts'
import { levelChoices } from './learnerListState.ts'
import { useLearnerWords } from './learnerWords.ts'

/** Stands for no filter in a list of choices. */
export const anyChoice = 'any'

/** Everything the filters of the learner list offer, in words. */
export function useFilterChoices() {
  const { t } = useTranslation('learners')
  const { inLanguage } = useLearnerWords()
  const sections = useQuery(api.sections.list.queryOptions({ input: { limit: 500 } }))
  const tracks = useQuery(api.tracks.list.queryOptions({ input: {} }))
  return {
    areas: [
      { id: anyChoice, label: t('filters.lowestOfAll') },
      ...skillAreas.map((id) => ({ id, label: t(`core:words.skillAreas.${id}`) })),
    ],
    levels: [
      { id: anyChoice, label: t('filters.anyLevel') },
      ...levelChoices.map((id) => {
        const level = Number(id[0])
        const label = id.endsWith('+')
          ? t('filters.levelOrHigher', { level })
          : level > 6
            ? t('filters.above6')
            : t('filters.levelNamed', { level, name: t(`core:words.levels.${level}`) })
        return { id, label }
      }),
    ],
    statuses: [
      { id: anyChoice, label: t('filters.anyStatus') },
      ...learnerStatuses.map((id) => ({ id, label: t(`core:words.learnerStatuses.${id}`) })),
    ],
    tested: [
      { id: anyChoice, label: t('filters.testedOrNot') },
      { id: 'yes', label: t('filters.testedYes') },
      { id: 'no', label: t('filters.testedNo') },
    ],
    sections: (sections.data?.rows ?? []).map(({ id, code, name }) => ({
      id: String(id),
      label: code,
      detail: name,
    })),
    tracks: [
      { id: anyChoice, label: t('filters.anyTrack') },
      ...(tracks.data ?? []).map(({ id, name }) => ({ id: String(id), label: inLanguage(name) })),
    ],
  }
}

export type FilterChoices = ReturnType<typeof useFilterChoices>
