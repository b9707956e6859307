import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/contract/accounts.ts'
import { api, failureFrom } from '../../api.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { AddIcon } from '../../ui/icons.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { AccountDialog } from './AccountDialog.tsx'
import { ResetPassphraseDialog } from './ResetPassphraseDialog.tsx'

const statusKinds = { active: 'success', temporary: 'warning', inactive: 'neutral' } as const

function statusOf({ active, mustChangePassphrase }: Account): keyof typeof statusKinds {
  if (!active) return 'inactive'
  return mustChangePassphrase ? 'temporary' : 'active'
}

/** The accounts of the program, for its administrators. */
export function People() {
  const { t } = useTranslation('program')
  const say = useFailureText()
  const accounts = useQuery(api.accounts.list.queryOptions({ input: {} }))
  const [editing, setEditing] = useState<Account | 'new' | null>(null)
  const [resetting, setResetting] = useState<Account | null>(null)
  return (
    <Card
      title={t('people.title')}
      action={
        <Button icon={AddIcon} isSmall onPress={() => setEditing('new')}>
          {t('people.add')}
        </Button>
      }
    >
      {accounts.isPending && <Skeleton height="4.6rem" />}
      {accounts.isLoadingError && (
        <ErrorState
          message={say(failureFrom(accounts.error)).message}
          onRetry={() => void accounts.refetch()}
        />
      )}
      {accounts.data && (
        <DataTable
          label={t('people.title')}
          items={accounts.data}
          rowId={(account) => account.id}
          columns={[
            { id: 'name', label: t('people.name'), isRowHeader: true, cell: (account) => account.name },
            {
              id: 'roles',
              label: t('people.roles'),
              cell: (account) => account.roles.map((role) => t(`core:words.roles.${role}`)).join(', '),
            },
            {
              id: 'active',
              label: t('people.status'),
              cell: (account) => (
                <StatusDot kind={statusKinds[statusOf(account)]}>
                  {t(`people.statuses.${statusOf(account)}`)}
                </StatusDot>
              ),
            },
          ]}
          onOpen={setEditing}
        />
      )}
      {editing && (
        <AccountDialog
          account={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onReset={(account) => {
            setEditing(null)
            setResetting(account)
          }}
        />
      )}
      {resetting && <ResetPassphraseDialog account={resetting} onClose={() => setResetting(null)} />}
    </Card>
  )
}
