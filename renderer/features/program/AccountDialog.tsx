import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/contract/accounts.ts'
import { passphraseMinimum } from '../../../shared/contract/session.ts'
import { languages, roles, type Language, type Role } from '../../../shared/values/vocabulary.ts'
import { api } from '../../api.ts'
import { useSession } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckboxGroup } from '../../ui/CheckboxGroup.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { KeyIcon } from '../../ui/icons.ts'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useCommand } from '../../useCommand.ts'
import { changesByPath } from '../audit/auditPaths.ts'
import { Link } from '../../ui/Link.tsx'

interface RolesFieldProps {
  value: readonly Role[]
  onChange: (roles: Role[]) => void
  errorMessage: string | undefined
}

function RolesField({ value, onChange, errorMessage }: RolesFieldProps) {
  const { t } = useTranslation('program')
  return (
    <CheckboxGroup
      label={t('people.roles')}
      hint={t('people.rolesHint')}
      name="roles"
      options={roles.map((id) => ({ id, label: t(`core:words.roles.${id}`), detail: t(`roleDuties.${id}`) }))}
      value={[...value]}
      onChange={onChange}
      isRequired
      errorMessage={errorMessage}
    />
  )
}

function NewAccountDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation('program')
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<Role[]>([])
  const [language, setLanguage] = useState<Language>(i18n.resolvedLanguage === 'es' ? 'es' : 'en')
  const [passphrase, setPassphrase] = useState('')
  const create = useCommand(api.accounts.create)
  const fields = create.failure?.fields ?? {}
  return (
    <FormDialog
      isOpen
      title={t('people.newTitle')}
      submitLabel={t('people.create')}
      onSubmit={() => create.run({ name, roles: chosen, language, passphrase }, { onSuccess: onClose })}
      onCancel={onClose}
      isPending={create.isPending}
      errors={create.failure?.items ?? []}
    >
      <TextField
        label={t('people.name')}
        name="name"
        value={name}
        onChange={setName}
        isRequired
        autoFocus
        errorMessage={fields.name}
      />
      <RolesField value={chosen} onChange={setChosen} errorMessage={fields.roles} />
      <RadioGroup
        label={t('people.language')}
        name="language"
        orientation="horizontal"
        options={languages.map((id) => ({ id, label: t(`session:languages.${id}`) }))}
        value={language}
        onChange={setLanguage}
      />
      {/* Shown as it is typed: it is going to be read aloud or written on paper for somebody else. */}
      <TextField
        label={t('people.firstPassphrase')}
        hint={t('people.firstPassphraseHint', { minimum: passphraseMinimum })}
        name="passphrase"
        autoComplete="off"
        value={passphrase}
        onChange={setPassphrase}
        isRequired
        errorMessage={fields.passphrase}
      />
    </FormDialog>
  )
}

interface ChangeAccountDialogProps {
  account: Account
  onClose: () => void
  /** Goes on to giving this person another passphrase. */
  onReset: (account: Account) => void
}

function ChangeAccountDialog({ account, onClose, onReset }: ChangeAccountDialogProps) {
  const { t } = useTranslation('program')
  const isOwn = useSession().account.id === account.id
  const [chosen, setChosen] = useState<Role[]>(account.roles)
  const [active, setActive] = useState(account.active)
  const change = useCommand(api.accounts.change)
  return (
    <FormDialog
      isOpen
      title={account.name}
      submitLabel={t('people.save')}
      onSubmit={() => change.run({ id: account.id, roles: chosen, active }, { onSuccess: onClose })}
      onCancel={onClose}
      isPending={change.isPending}
      errors={change.failure?.items ?? []}
    >
      <RolesField value={chosen} onChange={setChosen} errorMessage={change.failure?.fields.roles} />
      {!isOwn && (
        <>
          <Switch isSelected={active} onChange={setActive}>
            {t('people.maySignIn')}
          </Switch>
          {account.active && (
            <div>
              <Button isSmall icon={KeyIcon} onPress={() => onReset(account)}>
                {t('people.reset')}
              </Button>
            </div>
          )}
        </>
      )}
      <div>
        <Link href={`#${changesByPath(account.id)}`}>{t('people.changes')}</Link>
      </div>
    </FormDialog>
  )
}

/** Makes an account, or changes the roles of one. */
export function AccountDialog({
  account,
  onClose,
  onReset,
}: Omit<ChangeAccountDialogProps, 'account'> & { account: Account | null }) {
  return account ? (
    <ChangeAccountDialog account={account} onClose={onClose} onReset={onReset} />
  ) : (
    <NewAccountDialog onClose={onClose} />
  )
}
