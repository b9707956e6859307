import type { Chance } from '../../db/sampleData/random.ts'
import { firstName, type Operation, type World } from './expected.ts'

type Kind = Operation['kind']

/** How often each is chosen: what takes long is also what a kill most often falls into. */
const shares: readonly (readonly [Kind, number])[] = [
  ['addLearner', 5],
  ['changeLearner', 4],
  ['eraseLearner', 3],
  ['importRoster', 3],
  ['undoImport', 2],
  ['renameProgram', 3],
  ['addAccount', 1],
  ['switchAccount', 2],
  ['changePassphrase', 3],
  ['signIn', 1],
  ['renewRecoveryCode', 1],
  ['backUp', 2],
  ['restore', 3],
  ['rekey', 3],
]

const kinds = shares.flatMap(([kind, share]) => Array.from({ length: share }, () => kind))
const mostAccounts = 3

/** Letters alone: what holds a digit is looked for among student numbers. */
const markFrom = (chance: Chance) =>
  Array.from({ length: 7 }, () => chance.pick([...'abcdefghijklmnopqrstuvwxyz'])).join('')

/** The next thing to do in a program, or setting it up when there is none. */
export function chooseOperation({ program, backups }: World, chance: Chance): Operation {
  const mark = markFrom(chance)
  if (!program) return { kind: 'setUp', name: `Program ${mark}`, passphrase: `first passphrase ${mark}` }
  const others = program.accounts.filter(({ name }) => name !== firstName)
  const learners = Object.keys(program.learners)
  const imports = Object.keys(program.imports)
  const kind = chance.pick(kinds)
  switch (kind) {
    case 'renameProgram':
      return { kind, name: `Program ${mark}` }
    case 'importRoster':
      return { kind, fileName: `roster ${mark}.csv`, rows: chance.between(20, 200) }
    case 'changePassphrase':
      return { kind, next: `next passphrase ${mark}` }
    case 'signIn':
    case 'renewRecoveryCode':
    case 'backUp':
    case 'rekey':
      return { kind }
    case 'restore': {
      const backupIds = Object.keys(backups)
      return backupIds.length === 0 ? { kind: 'backUp' } : { kind, backupId: chance.pick(backupIds) }
    }
    case 'addAccount':
      if (program.accounts.length >= mostAccounts) break
      return { kind, name: `Person ${mark}`, passphrase: `their passphrase ${mark}` }
    case 'switchAccount': {
      if (others.length === 0) break
      const { name, active } = chance.pick(others)
      return { kind, name, active: !active }
    }
    case 'changeLearner':
      if (learners.length === 0) break
      return { kind, name: chance.pick(learners), notes: `seen ${mark}` }
    case 'eraseLearner':
      if (learners.length === 0) break
      return { kind, name: chance.pick(learners) }
    case 'undoImport':
      if (imports.length === 0) break
      return { kind, fileName: chance.pick(imports) }
    default:
  }
  return { kind: 'addLearner', name: `Learner ${mark}`, phones: chance.between(0, 3) }
}
