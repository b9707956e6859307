/** Something done to a program, said so fully that somebody else can tell whether it is there. */
export type Operation =
  | { kind: 'setUp'; name: string; passphrase: string }
  | { kind: 'signIn' }
  | { kind: 'addLearner'; name: string; phones: number }
  | { kind: 'changeLearner'; name: string; notes: string }
  | { kind: 'eraseLearner'; name: string }
  | { kind: 'importRoster'; fileName: string; rows: number }
  | { kind: 'undoImport'; fileName: string }
  | { kind: 'renameProgram'; name: string }
  | { kind: 'addAccount'; name: string; passphrase: string }
  | { kind: 'switchAccount'; name: string; active: boolean }
  | { kind: 'changePassphrase'; next: string }
  | { kind: 'renewRecoveryCode' }
  | { kind: 'backUp' }
  | { kind: 'restore'; backupId: string }
  | { kind: 'rekey' }

/** What an operation answered that nobody can know before. */
export interface Outcome {
  recoveryCode?: string
  backupId?: string
}

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
  /** The newest recovery code; null when a kill kept anybody from seeing it. */
  recoveryCode: string | null
}

/** A program and what its backups hold. A kill may leave more backups than these, never fewer. */
export interface World {
  program: ExpectedProgram | null
  backups: Record<string, ExpectedProgram>
  /** The file is one of an earlier version: the next sign-in migrates it. */
  isBehind?: true
}

/** Who sets the program up and does everything in it. */
export const firstName = 'Alma Rivera'

/** How each operation is called in the record of changes; a sign-in is left out, for checking signs in too. */
export const recordedAs: Readonly<Record<Exclude<Operation['kind'], 'signIn'>, string>> = {
  setUp: 'program.setUp',
  addLearner: 'learners.create',
  changeLearner: 'learners.change',
  eraseLearner: 'keep.erase',
  importRoster: 'imports.apply',
  undoImport: 'imports.undo',
  renameProgram: 'program.changeSettings',
  addAccount: 'accounts.create',
  switchAccount: 'accounts.change',
  changePassphrase: 'accounts.changePassphrase',
  renewRecoveryCode: 'keys.renewRecoveryCode',
  backUp: 'backups.make',
  restore: 'backups.restore',
  rekey: 'keys.rekey',
}

const changedAccount = (program: ExpectedProgram, name: string, change: Partial<ExpectedAccount>) =>
  program.accounts.map((account) => (account.name === name ? { ...account, ...change } : account))

const without = <Value>(record: Record<string, Value>, left: string) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== left))

type Change = Exclude<Operation, { kind: 'setUp' | 'signIn' | 'restore' }>

function changed(program: ExpectedProgram, operation: Change, outcome: Outcome): Partial<ExpectedProgram> {
  switch (operation.kind) {
    case 'backUp':
    case 'rekey':
      return {}
    case 'renewRecoveryCode':
      return { recoveryCode: outcome.recoveryCode ?? null }
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
    case 'eraseLearner':
      return { learners: without(program.learners, operation.name) }
    case 'importRoster':
      return { imports: { ...program.imports, [operation.fileName]: operation.rows } }
    case 'undoImport':
      return { imports: without(program.imports, operation.fileName) }
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
  return { name, accounts, learners: {}, imports: {}, changes: {}, recoveryCode: null }
}

function counted(program: ExpectedProgram, action: string): ExpectedProgram {
  return { ...program, changes: { ...program.changes, [action]: (program.changes[action] ?? 0) + 1 } }
}

function programAfter(world: World, operation: Operation, outcome: Outcome): ExpectedProgram {
  if (operation.kind === 'setUp') {
    const recoveryCode = outcome.recoveryCode ?? null
    return counted({ ...newProgram(operation), recoveryCode }, recordedAs.setUp)
  }
  const { program, backups } = world
  if (!program) throw new Error(`${operation.kind} without a program`)
  if (operation.kind === 'signIn') return program
  if (operation.kind === 'restore') return counted(backups[operation.backupId]!, recordedAs.restore)
  return counted({ ...program, ...changed(program, operation, outcome) }, recordedAs[operation.kind])
}

/** The world after an operation that was done, or that may have been: then nobody knows its outcome. */
export function after(world: World, operation: Operation, outcome: Outcome = {}): World {
  const program = programAfter(world, operation, outcome)
  const { backupId } = outcome
  if (backupId === undefined || !world.program) return { program, backups: world.backups }
  return { program, backups: { ...world.backups, [backupId]: world.program } }
}
