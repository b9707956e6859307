import { expect, test } from 'vitest'
import { resultOf } from '../../helpers/resultOf.ts'
import { signedInCore, testAccountName, testPassphrase } from '../../helpers/testCore.ts'

test('after a restore the record of changes is whole, by a clock that never stands still', async () => {
  let moment = Date.parse('2026-08-01T12:00:00Z')
  const program = await signedInCore({ clock: () => new Date((moment += 7)) })
  const { api } = program
  const { id } = await resultOf(api.backups.make({}))
  await api.program.changeSettings({ name: 'Put aside' })
  await resultOf(api.backups.restore({ source: { id }, credential: null }))
  await api.session.signIn({ name: testAccountName, passphrase: testPassphrase })
  expect(await resultOf(api.audit.verify({}))).toMatchObject({ state: 'intact' })
  await program.dispose()
})
