/** Something done to a program, said so fully that somebody else can tell whether it is there. */
export type Operation =
  | { kind: 'setUp'; name: string; passphrase: string }
  | { kind: 'signIn' }
  | { kind: 'addLearner'; name: string; phones: number }
  | { kind: 'changeLearner'; name: string; notes: string }
  | { kind: 'importRoster'; fileName: string; rows: number }
  | { kind: 'renameProgram'; name: string }
  | { kind: 'addAccount'; name: string; passphrase: string }
  | { kind: 'switchAccount'; name: string; active: boolean }
  | { kind: 'changePassphrase'; next: string }

export interface ExpectedAccount {
  name: string
  passphrase: string
  active: boolean
}

/** What a program must hold, as far as operations change it. The first account does them all. */
export interface ExpectedProgram {
  name: string
  accounts: ExpectedAccount[]
  /** By family name. */
  learners: Record<string, { phones: number; notes: string | null }>
  /** People by the file they came in. */
  imports: Record<string, number>
  /** Rows of the record of changes, by action. */
  changes: Record<string, number>
}

/** Who sets the program up and does everything in it. */
export const firstName = 'Alma Rivera'

/** How each operation is called in the record of changes; a sign-in is left out, for checking signs in too. */
export const recordedAs: Readonly<Record<Exclude<Operation['kind'], 'signIn'>, string>> = {
  setUp: 'program.setUp',
  addLearner: 'learners.create',
  changeLearner: 'learners.change',
  importRoster: 'imports.apply',
  renameProgram: 'program.changeSettings',
  addAccount: 'accounts.create',
  switchAccount: 'accounts.change',
  changePassphrase: 'accounts.changePassphrase',
}

const changedAccount = (program: ExpectedProgram, name: string, change: Partial<ExpectedAccount>) =>
  program.accounts.map((account) => (account.name === name ? { ...account, ...change } : account))

function changed(program: ExpectedProgram, operation: Operation): Partial<ExpectedProgram> {
  switch (operation.kind) {
    case 'setUp':
    case 'signIn':
      return {}
    case 'addLearner':
      return {
        learners: { ...program.learners, [operation.name]: { phones: operation.phones, notes: null } },
      }
    case 'changeLearner':
      return {
        learners: {
          ...program.learners,
          [operation.name]: { ...program.learners[operation.name]!, notes: operation.notes },
        },
      }
    case 'importRoster':
      return { imports: { ...program.imports, [operation.fileName]: operation.rows } }
    case 'renameProgram':
      return { name: operation.name }
    case 'addAccount':
      return {
        accounts: [
          ...program.accounts,
          { name: operation.name, passphrase: operation.passphrase, active: true },
        ],
      }
    case 'switchAccount':
      return { accounts: changedAccount(program, operation.name, { active: operation.active }) }
    case 'changePassphrase':
      return { accounts: changedAccount(program, firstName, { passphrase: operation.next }) }
  }
}

function newProgram({ name, passphrase }: { name: string; passphrase: string }): ExpectedProgram {
  const accounts = [{ name: firstName, passphrase, active: true }]
  return { name, accounts, learners: {}, imports: {}, changes: {} }
}

/** The program after an operation; `null` is none yet. */
export function after(program: ExpectedProgram | null, operation: Operation): ExpectedProgram {
  if (operation.kind === 'setUp') return { ...newProgram(operation), changes: { [recordedAs.setUp]: 1 } }
  if (!program) throw new Error(`${operation.kind} without a program`)
  if (operation.kind === 'signIn') return program
  const action = recordedAs[operation.kind]
  const changes = { ...program.changes, [action]: (program.changes[action] ?? 0) + 1 }
  return { ...program, ...changed(program, operation), changes }
}
