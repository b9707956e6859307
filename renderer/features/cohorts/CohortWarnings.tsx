import { useTranslation } from 'react-i18next'
import type { CohortDetails } from '../../../shared/contract/cohorts.ts'
import type { MemberWarning } from '../../../shared/contract/cohortValues.ts'
import { useLocalText } from '../../useLocalText.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useDays } from './useDays.ts'

/** How many members a kind of warning concerns; several parts of one person count once. */
const concerned = (cohort: CohortDetails, kind: MemberWarning['kind']) =>
  cohort.memberRows.filter(({ warnings }) => warnings.some((warning) => warning.kind === kind)).length

/** The nearest last day of anybody whose window is about to close. */
function firstClosing(cohort: CohortDetails): string | null {
  const days = cohort.memberRows.flatMap(({ warnings }) =>
    warnings.flatMap((warning) => (warning.kind === 'windowCloses' ? [warning.on] : [])),
  )
  return days.sort()[0] ?? null
}

interface CohortWarningsProps {
  cohort: CohortDetails
  onOpenCertification: () => void
}

/** What needs attention before a limit or a window passes, and what a cohort that has ended still lacks. */
export function CohortWarnings({ cohort, onOpenCertification }: CohortWarningsProps) {
  const { t } = useTranslation('cohorts')
  const { day } = useDays()
  const closing = firstClosing(cohort)
  const lines = [
    closing !== null &&
      t('warnings.windowCloses', { count: concerned(cohort, 'windowCloses'), day: day(closing) }),
    ...(['lastAttempt', 'noAttemptsLeft', 'windowClosed'] as const).map((kind) => {
      const count = concerned(cohort, kind)
      return count > 0 && t(`warnings.${kind}`, { count })
    }),
  ].filter((line) => line !== false)
  const open = cohort.completion.stillIn + cohort.completion.notYetStarted
  return (
    <>
      {cohort.state === 'ended' && (
        <Notice kind="info">
          {open > 0 ? t('warnings.endedWithOpen', { count: open }) : t('warnings.endedReady')}
        </Notice>
      )}
      {lines.length > 0 && (
        <Notice
          kind="warning"
          action={
            <Button isSmall onPress={onOpenCertification}>
              {t('warnings.show')}
            </Button>
          }
        >
          {lines.join(' ')}
        </Notice>
      )}
    </>
  )
}

/** One person's warnings in words. */
export function useWarningText() {
  const { t } = useTranslation('cohorts')
  const say = useLocalText()
  const { day } = useDays()
  return (warning: MemberWarning, parts: readonly { key: string; name: { en: string; es: string } }[]) => {
    if (warning.kind === 'windowCloses') {
      return t('standing.windowCloses', { day: day(warning.on), count: warning.daysLeft })
    }
    if (warning.kind === 'windowClosed') return t('standing.windowClosed', { day: day(warning.on) })
    const name = parts.find(({ key }) => key === warning.part)?.name
    return t(`standing.${warning.kind}`, { part: name ? say(name) : warning.part })
  }
}
