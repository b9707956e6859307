/** Tries a program with the rights of somebody who owns nothing, and says with which codes that ended. */
import { testAccountName, testPassphrase } from '../helpers/testCore.ts'
import { codeOf, startCore } from './startCore.ts'

const [programFile = '', action = ''] = process.argv.slice(2)
const { core, api } = startCore(programFile)
const nobody = 65_534
if (process.getuid?.() === 0) {
  process.setgroups?.([])
  process.setgid?.(nobody)
  process.setuid?.(nobody)
}
const call =
  action === 'setUp'
    ? api.program.setUp({
        programName: 'Program',
        language: 'en',
        accountName: testAccountName,
        passphrase: testPassphrase,
        startWith: 'empty',
      })
    : api.session.signIn({ name: testAccountName, passphrase: testPassphrase })
process.stdout.write(JSON.stringify({ code: await codeOf(call) }))
await core.close()
