import type { Selectable } from 'kysely'
import type { Account } from '../../shared/contract/accounts.ts'
import type { SignedInAccount } from '../../shared/contract/session.ts'
import type { Language, Role } from '../../shared/values/vocabulary.ts'
import type { AccountHolder } from '../opening/keyring.ts'
import type { AccountTable } from '../schema.ts'

type Row = Selectable<AccountTable>
type Holder = Pick<AccountHolder, 'mustChangePassphrase'>

export const rolesOf = (row: Pick<Row, 'roles'>) => JSON.parse(row.roles) as Role[]

/** `holder` is the account's place in the keyring; one without a place has to be given a passphrase. */
export const accountOf = (row: Row, holder: Holder | undefined): Account => ({
  id: row.id,
  name: row.name,
  roles: rolesOf(row),
  language: row.language as Language,
  active: row.active === 1,
  lastSignInAt: row.lastSignInAt,
  mustChangePassphrase: holder?.mustChangePassphrase ?? false,
})

export const signedInAccountOf = (row: Row, { mustChangePassphrase }: Holder): SignedInAccount => ({
  id: row.id,
  name: row.name,
  roles: rolesOf(row),
  language: row.language as Language,
  theme: row.theme as SignedInAccount['theme'],
  mustChangePassphrase,
})
