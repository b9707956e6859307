import { useTranslation } from 'react-i18next'
import { retentionYearsRange } from '../../../shared/rules/retention.ts'
import { api } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormErrors } from '../../ui/FormErrors.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import { useDraft } from '../../useDraft.ts'
import styles from './Keep.module.css'

interface Choice {
  isLimited: boolean
  years: number | null
}

/** What most programs start from: grant records are kept three years after the final report. */
const usualYears = 5

/** How long records are kept after the last thing that happened. */
export function RetentionCard({ retentionYears }: { retentionYears: number | null }) {
  const { t } = useTranslation('keep')
  const toasts = useToasts()
  const mayChange = useMay('administrator')
  const [draft, setDraft] = useDraft<Choice | null>('retention', null)
  const choice = draft ?? { isLimited: retentionYears !== null, years: retentionYears ?? usualYears }
  const change = useCommand(api.keep.changeRetention)
  const save = () =>
    change.run(
      { retentionYears: choice.isLimited ? choice.years : null },
      {
        onSuccess: () => {
          setDraft(null)
          toasts.show({ message: t('retention.saved') })
        },
      },
    )
  return (
    <Card title={t('retention.title')}>
      <div className={styles.form}>
        <Form onSubmit={save}>
          <FormErrors errors={change.failure?.items ?? []} />
          <RadioGroup
            label={t('retention.question')}
            name="isLimited"
            options={[
              { id: 'always', label: t('retention.always') },
              { id: 'limited', label: t('retention.limited'), detail: t('retention.limitedDetail') },
            ]}
            value={choice.isLimited ? 'limited' : 'always'}
            onChange={(value) => setDraft({ ...choice, isLimited: value === 'limited' })}
            isDisabled={!mayChange}
          />
          {choice.isLimited && (
            <NumberField
              label={t('retention.years')}
              hint={t('retention.yearsHint')}
              name="retentionYears"
              value={choice.years}
              onChange={(years) => setDraft({ ...choice, years })}
              minValue={retentionYearsRange.least}
              maxValue={retentionYearsRange.most}
              isRequired
              isDisabled={!mayChange}
              errorMessage={change.failure?.fields.retentionYears}
            />
          )}
          <Disclosure label={t('retention.whatCounts')}>
            <p>{t('retention.counts')}</p>
            <p>{t('retention.countsNot')}</p>
          </Disclosure>
          {mayChange && (
            <div className={styles.actions}>
              <Button
                type="submit"
                variant="primary"
                isPending={change.isPending}
                isDisabled={choice.isLimited && choice.years === null}
              >
                {t('retention.save')}
              </Button>
            </div>
          )}
        </Form>
      </div>
    </Card>
  )
}
