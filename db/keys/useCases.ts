import { contract } from '../../shared/contract/index.ts'
import { refuseWrongOwnPassphrase } from '../accounts/ownPassphrase.ts'
import { command, longFileWork, query } from '../calls/useCase.ts'
import { refused } from '../failure.ts'
import { changeKeyring, requireKeyring } from '../opening/keyringChange.ts'
import { newKey } from '../opening/keys.ts'
import { sealForMachine } from './machineKey.ts'
import { rekey } from './rekey.ts'
import { newRecoveryHolder } from './recoveryHolder.ts'

const aboutKeys = { subject: 'keys', subjectId: 1 } as const

export const keys = {
  state: query(contract.keys.state, async ({ core }) => {
    const { recovery, machine } = requireKeyring(core)
    return {
      recoveryCode: recovery && { madeAt: recovery.madeAt, standing: recovery.standing },
      machineAccount: machine?.accountName ?? null,
      machineVault: (await core.settings.machineVault?.state()) ?? null,
    }
  }),

  renewRecoveryCode: command(contract.keys.renewRecoveryCode, async (call) => {
    const { input, core, caller, now, audit } = call
    await refuseWrongOwnPassphrase(core, caller, input.passphrase, 'passphrase')
    const made = await newRecoveryHolder(core.requireOpen().key, now, core.settings.scryptCost)
    await changeKeyring(call, (keyring) => ({ ...keyring, recovery: made.holder }))
    call.afterwards(() => core.signInTries.forget('recoveryCode'))
    audit(aboutKeys)
    return { recoveryCode: made.recoveryCode }
  }),

  confirmRecoveryCode: command(contract.keys.confirmRecoveryCode, async (call) => {
    await changeKeyring(call, (keyring) => {
      if (keyring.recovery?.standing !== 'shown') return keyring
      return { ...keyring, recovery: { ...keyring.recovery, standing: 'kept' } }
    })
    call.audit(aboutKeys)
    return {}
  }),

  rememberMachine: command(contract.keys.rememberMachine, async (call) => {
    const { input, core, caller, audit } = call
    const { machineVault } = core.settings
    if (!machineVault || (await machineVault.state()) !== 'available') throw refused('session.noMachineVault')
    await refuseWrongOwnPassphrase(core, caller, input.passphrase, 'passphrase')
    const secret = newKey()
    try {
      await machineVault.store(secret)
      const machine = {
        accountName: caller.name,
        fileKey: sealForMachine(core.requireOpen().key, secret),
      }
      await changeKeyring(call, (keyring) => ({ ...keyring, machine }))
    } finally {
      secret.fill(0)
    }
    audit(aboutKeys)
    return {}
  }),

  forgetMachine: command(contract.keys.forgetMachine, async (call) => {
    await changeKeyring(call, (keyring) => ({ ...keyring, machine: null }))
    await call.core.settings.machineVault?.forget()
    call.audit(aboutKeys)
    return {}
  }),

  rekey: longFileWork(contract.keys.rekey, async ({ input, core, ...work }) => {
    await refuseWrongOwnPassphrase(core, core.requireOpen().account, input.passphrase, 'passphrase')
    return { replacedId: await rekey(core, input.passphrase, work) }
  }),
}
