import { useTranslation } from 'react-i18next'
import type { MergeWarning } from '../../../shared/contract/merges.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useLearnerWords } from '../learners/learnerWords.ts'

const isDay = /^\d{4}-\d{2}-\d{2}$/

/** What to know before two records become one. */
export function MergeWarnings({ warnings }: { warnings: readonly MergeWarning[] }) {
  const { t, i18n } = useTranslation('merges')
  const { day } = useLearnerWords()
  const list = new Intl.ListFormat(i18n.language)
  return warnings.map(({ code, names, count }) => {
    const shown = names.map((name) => (isDay.test(name) ? (day(name) ?? name) : name))
    return (
      <Notice key={code} kind={code === 'sameScreening' ? 'info' : 'warning'}>
        {t(`warning.${code}`, { names: list.format(shown), count })}
      </Notice>
    )
  })
}
