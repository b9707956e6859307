import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languages, type Language } from '../../../shared/values/vocabulary.ts'
import { localeOf, machineLanguage } from '../../i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormErrors } from '../../ui/FormErrors.tsx'
import { Link } from '../../ui/Link.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { EntryFrame } from './EntryFrame.tsx'
import styles from './EntryFrame.module.css'
import { NewPassphraseFields, useNewPassphrase } from './NewPassphraseFields.tsx'
import { OpenBackupScreen } from './OpenBackupScreen.tsx'
import { useShowRecoveryCode } from './newRecoveryCode.ts'
import { useSetUp } from './useSetUp.ts'

const startChoices = ['empty', 'sampleData'] as const

/** The first run: names the program, makes its first account and its encrypted file. */
export function SetUpScreen() {
  const { t, i18n } = useTranslation('session')
  const [programName, setProgramName] = useState('')
  const [language, setLanguage] = useState<Language>(machineLanguage())
  const [accountName, setAccountName] = useState('')
  const passphrase = useNewPassphrase()
  const [startWith, setStartWith] = useState<(typeof startChoices)[number]>('empty')
  const showRecoveryCode = useShowRecoveryCode()
  const setUp = useSetUp(showRecoveryCode)

  const [isOpening, setOpening] = useState(false)

  const chooseLanguage = (chosen: Language) => {
    setLanguage(chosen)
    void i18n.changeLanguage(localeOf(chosen))
  }
  const submit = () => {
    if (passphrase.isRepeated())
      setUp.run({ programName, language, accountName, passphrase: passphrase.first, startWith })
  }
  const fields = setUp.failure?.fields ?? {}
  const errors = passphrase.errors ?? setUp.failure?.items ?? []

  if (isOpening) return <OpenBackupScreen isProgramHere={false} onBack={() => setOpening(false)} />
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
        <NewPassphraseFields
          value={passphrase}
          label={t('setUp.passphrase')}
          name="passphrase"
          errorMessage={fields.passphrase}
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
      <p className={styles.otherWays}>
        <Link isQuiet onPress={() => setOpening(true)}>
          {t('backups:opening.link')}
        </Link>
      </p>
    </EntryFrame>
  )
}
