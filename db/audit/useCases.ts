import { contract } from '../../shared/contract/index.ts'
import { command, longQuery } from '../calls/useCase.ts'
import { invalidFields } from '../failure.ts'
import { notePrint } from './notePrint.ts'
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
  notePrint: command(contract.audit.notePrint, async (call) => {
    await notePrint(call)
    return {}
  }),

  verify: longQuery(contract.audit.verify, async ({ input, db, progress }) =>
    verifyChain(db, progress, typedFingerprint(input.fingerprint)),
  ),
}
