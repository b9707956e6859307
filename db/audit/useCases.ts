import { contract } from '../../shared/contract/index.ts'
import { command, longQuery, query } from '../calls/useCase.ts'
import { invalidFields } from '../failure.ts'
import { notePrint } from './notePrint.ts'
import { backupFingerprints } from './backupFingerprints.ts'
import { exportDisclosures, exportEntries } from './exportEntries.ts'
import { disclosedLearners, listDisclosures } from './listDisclosures.ts'
import { listEntries } from './listEntries.ts'
import { entriesOfLearner } from './ofLearner.ts'
import { readFingerprint } from './fingerprint.ts'
import { verifyChain, type KnownFingerprint } from './verifyChain.ts'

/** A fingerprint as somebody typed it; none when the field was left empty. */
function typedFingerprint(text: string | null): KnownFingerprint[] {
  if (text === null) return []
  const typed = readFingerprint(text)
  if (typed === null) throw invalidFields([{ path: 'fingerprint', code: 'audit.noFingerprint', values: {} }])
  return [{ kind: 'typed', madeAt: null, ...typed }]
}

export const audit = {
  list: query(contract.audit.list, ({ input, db }) => listEntries(db, input)),
  ofLearner: query(contract.audit.ofLearner, ({ input, db, sight }) => entriesOfLearner(db, input, sight)),
  people: query(contract.audit.people, ({ db }) =>
    db.selectFrom('accounts').select(['id', 'name']).orderBy('foldedName').execute(),
  ),
  disclosures: query(contract.audit.disclosures, ({ input, db }) => listDisclosures(db, input)),
  disclosedLearners: query(contract.audit.disclosedLearners, ({ input, db }) => disclosedLearners(db, input)),
  export: longQuery(contract.audit.export, exportEntries),
  exportDisclosures: longQuery(contract.audit.exportDisclosures, exportDisclosures),
  notePrint: command(contract.audit.notePrint, async (call) => {
    await notePrint(call)
    return {}
  }),

  verify: longQuery(contract.audit.verify, async ({ input, core, db, progress }) => {
    const typed = typedFingerprint(input.fingerprint)
    return verifyChain(db, progress, [...typed, ...(await backupFingerprints(core, db))])
  }),
}
