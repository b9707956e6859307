import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { passphraseMinimum } from '../../../shared/contract/session.ts'
import { languages, type Language } from '../../../shared/values/vocabulary.ts'
import { api } from '../../api.ts'
import { machineLanguage } from '../../i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormErrors } from '../../ui/FormErrors.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useCommand } from '../../useCommand.ts'
import { EntryFrame } from './EntryFrame.tsx'
import styles from './EntryFrame.module.css'

const startChoices = ['empty', 'sampleData'] as const

/** The first run: names the program, makes its first account and its encrypted file. */
export function SetUpScreen() {
  const { t, i18n } = useTranslation('session')
  const [programName, setProgramName] = useState('')
  const [language, setLanguage] = useState<Language>(machineLanguage())
  const [accountName, setAccountName] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const [differs, setDiffers] = useState(false)
  const [startWith, setStartWith] = useState<(typeof startChoices)[number]>('empty')
  const setUp = useCommand(api.program.setUp)

  const chooseLanguage = (chosen: Language) => {
    setLanguage(chosen)
    void i18n.changeLanguage(chosen)
  }
  const submit = () => {
    setDiffers(passphrase !== repeated)
    if (passphrase === repeated) setUp.run({ programName, language, accountName, passphrase, startWith })
  }
  const fields = setUp.failure?.fields ?? {}
  const errors = differs
    ? [{ field: 'repeated', message: t('setUp.passphraseDiffers') }]
    : (setUp.failure?.items ?? [])

  return (
    <EntryFrame title={t('setUp.title')} lead={t('setUp.lead')}>
      <Form onSubmit={submit}>
        <FormErrors errors={errors} />
        <RadioGroup
          label={t('setUp.language')}
          name="language"
          orientation="horizontal"
          options={languages.map((id) => ({ id, label: t(`languages.${id}`) }))}
          value={language}
          onChange={chooseLanguage}
        />
        <TextField
          label={t('setUp.programName')}
          hint={t('setUp.programNameHint')}
          name="programName"
          value={programName}
          onChange={setProgramName}
          isRequired
          errorMessage={fields.programName}
        />
        <TextField
          label={t('setUp.accountName')}
          name="accountName"
          autoComplete="name"
          value={accountName}
          onChange={setAccountName}
          isRequired
          errorMessage={fields.accountName}
        />
        <TextField
          label={t('setUp.passphrase')}
          hint={t('setUp.passphraseHint', { minimum: passphraseMinimum })}
          name="passphrase"
          type="password"
          autoComplete="new-password"
          value={passphrase}
          onChange={setPassphrase}
          isRequired
          errorMessage={fields.passphrase}
        />
        <TextField
          label={t('setUp.repeat')}
          name="repeated"
          type="password"
          autoComplete="new-password"
          value={repeated}
          onChange={setRepeated}
          isRequired
          errorMessage={differs ? t('setUp.passphraseDiffers') : undefined}
        />
        <RadioGroup
          label={t('setUp.startWith')}
          name="startWith"
          options={startChoices.map((id) => ({
            id,
            label: t(`start.${id}.label`),
            detail: t(`start.${id}.detail`),
          }))}
          value={startWith}
          onChange={setStartWith}
        />
        <div className={styles.actions}>
          <Button type="submit" variant="primary" isPending={setUp.isPending}>
            {t('setUp.submit')}
          </Button>
        </div>
      </Form>
    </EntryFrame>
  )
}
