import { createRouterClient, type RouterClient } from '@orpc/server'
import type { Core } from '../../db/core.ts'
import { router } from '../../db/router.ts'
import { resultOf } from '../helpers/resultOf.ts'
import { firstName, type ExpectedProgram, type Operation } from './expected.ts'

type Api = RouterClient<typeof router>

export const callsTo = (core: Core): Api => createRouterClient(router, { context: { core } })

function rosterOf(fileName: string, rows: number): File {
  const mark = fileName.slice('roster '.length, -'.csv'.length)
  const lines = Array.from({ length: rows }, (_, row) => `${mark}-${row},Family${mark}${row},Given${row}`)
  return new File([['Student ID,Last Name,First Name', ...lines].join('\r\n')], fileName)
}

async function importRoster(api: Api, fileName: string, rows: number): Promise<void> {
  const { fileId } = await api.files.put({ file: rosterOf(fileName, rows) })
  const { openId, likelySheet } = await resultOf(api.imports.open({ fileId }))
  const guess = await api.imports.columns({ openId, sheet: likelySheet })
  const settings = {
    sheet: likelySheet,
    kind: guess.kind!,
    headingRow: guess.headingRow!,
    mapping: guess.columns.map(({ field }) => field),
    dateOrder: guess.dateOrder,
  }
  const { previewId, counts } = await resultOf(api.imports.preview({ openId, settings }))
  if (counts.new !== rows) throw new Error(`${counts.new} of ${rows} rows are new`)
  await resultOf(api.imports.apply({ previewId }))
}

async function changeLearner(api: Api, name: string, notes: string): Promise<void> {
  const [found] = await api.learners.search({ text: name, limit: 1 })
  const learner = await api.learners.get({ learnerId: found!.id })
  await api.learners.change({ ...learner, learnerId: learner.id, notes })
}

async function switchAccount(api: Api, name: string, active: boolean): Promise<void> {
  const account = (await api.accounts.list({})).find((account) => account.name === name)!
  await api.accounts.change({ id: account.id, roles: account.roles, active })
}

/** Does an operation in `program`, through the same calls as the page. */
export async function perform(
  api: Api,
  program: ExpectedProgram | null,
  operation: Operation,
): Promise<void> {
  const passphrase = program?.accounts[0]?.passphrase ?? ''
  switch (operation.kind) {
    case 'setUp':
      await api.program.setUp({
        programName: operation.name,
        language: 'en',
        accountName: firstName,
        passphrase: operation.passphrase,
        startWith: 'empty',
      })
      return
    case 'signIn':
      if ((await api.session.state({})).state === 'signedIn') await api.session.signOut({})
      await api.session.signIn({ name: firstName, passphrase })
      return
    case 'addLearner': {
      const phones = Array.from({ length: operation.phones }, (_, at) => ({ number: `704-555-010${at}` }))
      await api.learners.create({ familyName: operation.name, phones })
      return
    }
    case 'changeLearner':
      return changeLearner(api, operation.name, operation.notes)
    case 'importRoster':
      return importRoster(api, operation.fileName, operation.rows)
    case 'renameProgram':
      await api.program.changeSettings({ ...(await api.program.settings({})), name: operation.name })
      return
    case 'addAccount':
      await api.accounts.create({
        name: operation.name,
        roles: ['instructor'],
        language: 'en',
        passphrase: operation.passphrase,
      })
      return
    case 'switchAccount':
      return switchAccount(api, operation.name, operation.active)
    case 'changePassphrase':
      await api.accounts.changePassphrase({ current: passphrase, next: operation.next })
  }
}
