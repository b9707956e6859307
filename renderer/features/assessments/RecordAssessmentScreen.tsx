import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { displayName } from '../../../shared/values/names.ts'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormErrors } from '../../ui/FormErrors.tsx'
import { Link } from '../../ui/Link.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { LastTest } from './LastTest.tsx'
import { LearnerField } from './LearnerField.tsx'
import { TestEntryFields } from './TestEntryFields.tsx'
import { TestHistory } from './TestHistory.tsx'
import type { TestedLearner } from './testedLearner.ts'
import styles from './RecordAssessmentScreen.module.css'
import { useRecordedToast } from './useRecordedToast.ts'
import { useTestEntry } from './useTestEntry.ts'
import { useDraft } from '../../useDraft.ts'

/**
 * Records tests one after another, as from a pile of score sheets: after each, the cursor is back at the
 * learner, and test and date stay as they were.
 */
export function RecordAssessmentScreen() {
  const { t } = useTranslation('assessments')
  const mayRecord = useMay('instructor', 'coordinator', 'director')
  if (mayRecord) return <RecordOneAfterAnother />
  return (
    <>
      <PageHeader title={t('record.title')} />
      <Notice>{t('record.notYours')}</Notice>
    </>
  )
}

function RecordOneAfterAnother() {
  const { t } = useTranslation('assessments')
  const [learner, setLearner] = useDraft<TestedLearner | null>('learner whose test is recorded', null)
  const entry = useTestEntry('tests one after another', learner)
  const sayRecorded = useRecordedToast()
  const fields = useRef<HTMLDivElement>(null)

  function toNextLearner() {
    const input = fields.current?.querySelector<HTMLInputElement>('[data-field="learner"] input')
    input?.focus()
    input?.select()
  }
  const submit = () =>
    entry.send((saved) => {
      sayRecorded(saved)
      toNextLearner()
    })

  return (
    <>
      <PageHeader title={t('record.title')} subtitle={t('record.lead')} />
      <div className={styles.parts}>
        <Card>
          <Form onSubmit={submit} label={t('record.title')}>
            <FormErrors errors={entry.items} />
            <div ref={fields}>
              <LearnerField value={learner} onChange={setLearner} errorMessage={entry.errors.learner} />
            </div>
            <TestEntryFields entry={entry} />
            <div className={styles.actions}>
              <LastTest history={entry.history} skillArea={entry.choice.skillArea} timing={entry.timing} />
              <Button type="submit" variant="primary" isPending={entry.isPending}>
                {t('record.saveAndNext')}
              </Button>
            </div>
          </Form>
        </Card>
        {learner && (
          <Card
            title={t('history.of', { name: displayName(learner) })}
            action={<Link href={`#/learners/${learner.learnerId}`}>{t('history.openLearner')}</Link>}
          >
            <TestHistory learnerId={learner.learnerId} />
          </Card>
        )}
      </div>
    </>
  )
}
