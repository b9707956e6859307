import Database from 'better-sqlite3'
import { Migrator } from 'kysely/migration'
import { newAccountHolder } from '../../db/accounts/accountHolders.ts'
import { migrations } from '../../db/migrations/migrate.ts'
import { builderOver } from '../../db/opening/dialect.ts'
import { sealKeyring, writeKeyring } from '../../db/opening/keyring.ts'
import { newKey } from '../../db/opening/keys.ts'
import { testScryptCost } from '../helpers/testCore.ts'
import { firstName, recordedAs, type ExpectedProgram, type World } from './expected.ts'

const madeAt = '2026-01-05T08:00:00.000Z'
const passphrase = 'an old passphrase'
const name = 'Old program'
const firstStep = '001-first-schema'

const letter = (at: number) => String.fromCodePoint(97 + (Math.floor(at) % 26))

/** Enough people for the steps that rewrite a table to take a while; none of the names begins another. */
const people = Array.from(
  { length: 1_500 },
  (_, at) => `Old${letter(at / 676)}${letter(at / 26)}${letter(at)}`,
)

function fill(database: Database.Database): void {
  const addProgram = database.prepare(
    `insert into program (id, name, language, createdAt) values (1, ?, 'en', ?)`,
  )
  const addAccount = database.prepare(
    `insert into accounts (id, name, foldedName, roles, language, createdAt)
      values (1, ?, ?, '["administrator","director","coordinator"]', 'en', ?)`,
  )
  const addLearner = database.prepare(
    `insert into learners (id, familyName, givenName, foldedName, createdAt, updatedAt) values (?, ?, '', ?, ?, ?)`,
  )
  const addEntry = database.prepare(
    `insert into auditEntries (at, accountId, accountName, action, subject, subjectId, after)
      values (?, 1, ?, ?, 'learner', ?, '{"familyName":"somebody"}')`,
  )
  database.transaction(() => {
    addProgram.run(name, madeAt)
    addAccount.run(firstName, firstName.toLowerCase(), madeAt)
    people.forEach((person, at) => {
      addLearner.run(at + 1, person, person.toLowerCase(), madeAt, madeAt)
      addEntry.run(madeAt, firstName, recordedAs.addLearner, at + 1)
    })
  })()
}

/** Makes a program as the first version of the app left it, closed; answers with what is in it. */
export async function makeOldProgram(programFile: string): Promise<World> {
  const key = newKey()
  const database = new Database(programFile)
  database.pragma(`key = 'raw:${key.toString('hex')}'`)
  database.pragma('journal_mode = WAL')
  const provider = { getMigrations: async () => ({ [firstStep]: migrations[firstStep]! }) }
  const { error } = await new Migrator({ db: builderOver(database), provider }).migrateToLatest()
  if (error) throw error
  fill(database)
  database.close()
  const account = await newAccountHolder(
    key,
    { name: firstName, passphrase, isTemporary: false },
    testScryptCost,
  )
  const content = { revision: 0, programName: name, language: 'en' as const, accounts: [account] }
  writeKeyring(programFile, sealKeyring({ ...content, recovery: null, machine: null }, key))
  const program: ExpectedProgram = {
    name,
    accounts: [{ name: firstName, passphrase, active: true }],
    learners: Object.fromEntries(people.map((person) => [person, { phones: 0, notes: null }])),
    imports: {},
    changes: { [recordedAs.addLearner]: people.length },
    recoveryCode: null,
  }
  return { program, backups: {}, isBehind: true }
}
