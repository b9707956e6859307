import type { Selectable } from 'kysely'
import type { Account } from '../../shared/contract/accounts.ts'
import type { SignedInAccount } from '../../shared/contract/session.ts'
import type { Language, Role } from '../../shared/values/vocabulary.ts'
import type { AccountTable } from '../schema.ts'

type Row = Selectable<AccountTable>

export const rolesOf = (row: Pick<Row, 'roles'>) => JSON.parse(row.roles) as Role[]

export const accountOf = (row: Row): Account => ({
  id: row.id,
  name: row.name,
  roles: rolesOf(row),
  language: row.language as Language,
  active: row.active === 1,
  lastSignInAt: row.lastSignInAt,
})

export const signedInAccountOf = (row: Row): SignedInAccount => ({
  id: row.id,
  name: row.name,
  roles: rolesOf(row),
  language: row.language as Language,
  theme: row.theme as SignedInAccount['theme'],
})
