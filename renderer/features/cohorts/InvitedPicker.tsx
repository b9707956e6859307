import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ScreeningRow } from '../../../shared/contract/screenings.ts'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Select } from '../../ui/Select.tsx'
import { withOne, type Chosen } from './chosen.ts'
import { useDays } from './useDays.ts'
import styles from './Cohorts.module.css'

interface InvitedPickerProps {
  /** Screenings of the cohort's track, newest first. */
  screenings: readonly ScreeningRow[]
  screeningId: number | null
  onScreening: (id: number) => void
  chosen: Chosen
  onChange: (chosen: Chosen) => void
  /** Learners who are members already. */
  except: ReadonlySet<number>
}

/** Those whom somebody has invited in one screening of the track. */
export function InvitedPicker(props: InvitedPickerProps) {
  const { screenings, screeningId, onScreening, chosen, onChange, except } = props
  const { t } = useTranslation('cohorts')
  const { day } = useDays()
  const invited = useQuery(
    api.screenings.invited.queryOptions({
      input: { screeningId: screeningId ?? 1 },
      enabled: screeningId !== null,
    }),
  )
  if (screenings.length === 0) return <p className={styles.quiet}>{t('addMembers.noScreening')}</p>
  const people = screeningId === null ? [] : (invited.data ?? [])
  const free = people.filter(({ learnerId }) => !except.has(learnerId))
  return (
    <>
      <Select
        label={t('addMembers.screening')}
        options={screenings.map((row) => ({
          id: String(row.id),
          label: t('addMembers.screeningOf', { asOf: day(row.asOf), start: day(row.startDate) }),
        }))}
        value={screeningId === null ? null : String(screeningId)}
        onChange={(id) => onScreening(Number(id))}
      />
      <div className={styles.found} role="group" aria-label={t('addMembers.invited')} tabIndex={0}>
        {free.length > 0 && (
          <Button
            isSmall
            onPress={() =>
              onChange(new Map(free.map(({ learnerId, learnerName }) => [learnerId, learnerName])))
            }
          >
            {t('addMembers.chooseAll', { count: free.length })}
          </Button>
        )}
        {people.map(({ learnerId, learnerName }) => (
          <Checkbox
            key={learnerId}
            isSelected={chosen.has(learnerId)}
            isDisabled={except.has(learnerId)}
            hint={except.has(learnerId) ? t('addMembers.alreadyIn') : undefined}
            onChange={(isChosen) => onChange(withOne(chosen, learnerId, learnerName, isChosen))}
          >
            {learnerName}
          </Checkbox>
        ))}
        {people.length === 0 && !invited.isLoading && (
          <p className={styles.quiet}>{t('addMembers.nobodyInvited')}</p>
        )}
      </div>
    </>
  )
}
