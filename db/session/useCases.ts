import { contract } from '../../shared/contract/index.ts'
import { beforeSignIn, command, query } from '../calls/useCase.ts'
import { recover } from './recover.ts'
import { sessionState } from './sessionState.ts'
import { signIn } from './signIn.ts'
import { signInWithMachine } from './signInWithMachine.ts'

export const session = {
  state: beforeSignIn(contract.session.state, async ({ core }) => sessionState(core)),

  signIn: beforeSignIn(contract.session.signIn, async ({ input, core }) => {
    const wrongTries = await signIn(core, input.name, input.passphrase)
    return { ...(await sessionState(core)), wrongTries }
  }),

  signInWithMachine: beforeSignIn(contract.session.signInWithMachine, async ({ core }) => {
    await signInWithMachine(core)
    return { ...(await sessionState(core)), wrongTries: 0 }
  }),

  recover: beforeSignIn(contract.session.recover, async ({ input, core }) => {
    await recover(core, input)
    return sessionState(core)
  }),

  signOut: beforeSignIn(contract.session.signOut, async ({ core }) => {
    await core.signOut()
    return sessionState(core)
  }),

  lock: beforeSignIn(contract.session.lock, async ({ input: { onlyIfIdle, drafts }, core }) => {
    if (!onlyIfIdle || core.idleness.isOver) await core.lock()
    if (drafts?.accountId === core.lockedFor?.id && drafts) core.keptDrafts.keep(drafts.page, drafts.content)
    return sessionState(core)
  }),

  takeDrafts: query(contract.session.takeDrafts, async ({ input, core }) => core.keptDrafts.take(input.page)),

  noteActivity: query(contract.session.noteActivity, async ({ core }) => {
    core.idleness.noteActivity()
    return {}
  }),

  prefer: command(contract.session.prefer, async ({ input, db, caller, core, audit }) => {
    const next = { language: input.language ?? caller.language, theme: input.theme ?? caller.theme }
    await db.updateTable('accounts').set(next).where('id', '=', caller.id).execute()
    audit({
      subject: 'account',
      subjectId: caller.id,
      before: { language: caller.language, theme: caller.theme },
      after: next,
    })
    core.accountChanged({ ...caller, ...next })
    return sessionState(core)
  }),
}
