import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { idleMinutesRange, type ProgramSettings as Settings } from '../../../shared/contract/program.ts'
import { instructorScopes } from '../../../shared/rules/sight.ts'
import { languages } from '../../../shared/values/vocabulary.ts'
import { api, failureFrom } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormErrors } from '../../ui/FormErrors.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import { useFailureText } from '../../useFailureText.ts'
import styles from './ProgramScreen.module.css'

const minutes: Intl.NumberFormatOptions = { style: 'unit', unit: 'minute', unitDisplay: 'long' }

function SettingsForm({ saved, mayChange }: { saved: Settings; mayChange: boolean }) {
  const { t } = useTranslation('program')
  const toasts = useToasts()
  const [settings, setSettings] = useState(saved)
  const change = useCommand(api.program.changeSettings)
  const submit = () =>
    change.run(settings, { onSuccess: () => toasts.show({ message: t('settings.saved') }) })
  return (
    <Form onSubmit={submit}>
      <FormErrors errors={change.failure?.items ?? []} />
      <TextField
        label={t('settings.name')}
        name="name"
        value={settings.name}
        onChange={(name) => setSettings({ ...settings, name })}
        isRequired
        isReadOnly={!mayChange}
        errorMessage={change.failure?.fields.name}
      />
      <RadioGroup
        label={t('settings.language')}
        hint={t('settings.languageHint')}
        name="language"
        orientation="horizontal"
        options={languages.map((id) => ({ id, label: t(`session:languages.${id}`) }))}
        value={settings.language}
        onChange={(language) => setSettings({ ...settings, language })}
        isDisabled={!mayChange}
      />
      <RadioGroup
        label={t('settings.instructorScope')}
        hint={t('settings.instructorScopeHint')}
        name="instructorScope"
        options={instructorScopes.map((id) => ({
          id,
          label: t(`instructorScopes.${id}.name`),
          detail: t(`instructorScopes.${id}.detail`),
        }))}
        value={settings.instructorScope}
        onChange={(instructorScope) => setSettings({ ...settings, instructorScope })}
        isDisabled={!mayChange}
      />
      <NumberField
        label={t('settings.idleMinutes')}
        hint={t('settings.idleMinutesHint', idleMinutesRange)}
        name="idleMinutes"
        minValue={idleMinutesRange.least}
        maxValue={idleMinutesRange.most}
        formatOptions={minutes}
        value={settings.idleMinutes}
        onChange={(idleMinutes) =>
          setSettings({ ...settings, idleMinutes: idleMinutes ?? saved.idleMinutes })
        }
        isRequired
        isReadOnly={!mayChange}
        errorMessage={change.failure?.fields.idleMinutes}
      />
      {mayChange && (
        <div className={styles.actions}>
          <Button type="submit" variant="primary" isPending={change.isPending}>
            {t('settings.save')}
          </Button>
        </div>
      )}
    </Form>
  )
}

/** Name and language of the program, and whose learners instructors see. */
export function ProgramSettings() {
  const mayChange = useMay('administrator')
  const { t } = useTranslation('program')
  const say = useFailureText()
  const saved = useQuery(api.program.settings.queryOptions({ input: {} }))
  return (
    <Card title={t('settings.title')}>
      <div className={styles.form}>
        {saved.data && <SettingsForm saved={saved.data} mayChange={mayChange} />}
        {saved.isPending && <Skeleton height={mayChange ? '12.75rem' : '9.5rem'} />}
        {saved.isLoadingError && (
          <ErrorState message={say(failureFrom(saved.error)).message} onRetry={() => void saved.refetch()} />
        )}
      </div>
    </Card>
  )
}
