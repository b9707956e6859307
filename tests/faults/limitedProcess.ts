/** Adds learners under a limit on the size of files until that fails, and says how many are there for sure. */
import { testAccountName, testPassphrase } from '../helpers/testCore.ts'
import { codeOf, startCore } from './startCore.ts'

const { core, api } = startCore(process.argv[2] ?? '')
await api.session.signIn({ name: testAccountName, passphrase: testPassphrase })
let added = 0
let code: string | null = null
while (code === null && added < 10_000) {
  code = await codeOf(api.learners.create({ familyName: 'Rivera', notes: 'words '.repeat(100) }))
  if (code === null) added += 1
}
const stillThere = (await api.learners.list({ offset: 0, limit: 1 })).total
await core.close()
process.stdout.write(JSON.stringify({ added, code, stillThere }))
