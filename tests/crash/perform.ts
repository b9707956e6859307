import { createRouterClient, type RouterClient } from '@orpc/server'
import type { Core } from '../../db/core.ts'
import { router } from '../../db/router.ts'
import { resultOf } from '../helpers/resultOf.ts'
import { firstName, type ExpectedProgram, type Operation, type Outcome, type World } from './expected.ts'

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

async function eraseLearner(api: Api, name: string): Promise<void> {
  const [found] = await api.learners.search({ text: name, limit: 1 })
  const learnerIds = [found!.id]
  await resultOf(api.keep.erase({ learnerIds, reason: 'addedByMistake', confirmation: name }))
}

async function undoImport(api: Api, fileName: string): Promise<void> {
  const { rows } = await api.imports.list({ limit: 200 })
  const importId = rows.find((row) => row.fileName === fileName)!.id
  const { signature } = await resultOf(api.imports.undoPreview({ importId }))
  await resultOf(api.imports.undo({ importId, signature }))
}

async function switchAccount(api: Api, name: string, active: boolean): Promise<void> {
  const account = (await api.accounts.list({})).find((account) => account.name === name)!
  await api.accounts.change({ id: account.id, roles: account.roles, active })
}

async function restore(api: Api, backupId: string, passphrase: string): Promise<void> {
  const source = { id: backupId }
  await resultOf(api.backups.restore({ source, credential: { name: firstName, passphrase } }))
  await api.session.signIn({ name: firstName, passphrase })
}

const passphraseOf = (program: ExpectedProgram | null | undefined) => program?.accounts[0]?.passphrase ?? ''

/** Does an operation through the same calls as the page, and answers with what only the core can know. */
export async function perform(api: Api, { program, backups }: World, operation: Operation): Promise<Outcome> {
  const passphrase = passphraseOf(program)
  switch (operation.kind) {
    case 'setUp': {
      const { recoveryCode } = await api.program.setUp({
        programName: operation.name,
        language: 'en',
        accountName: firstName,
        passphrase: operation.passphrase,
        startWith: 'empty',
      })
      return { recoveryCode }
    }
    case 'signIn':
      if ((await api.session.state({})).state === 'signedIn') await api.session.signOut({})
      await api.session.signIn({ name: firstName, passphrase })
      return {}
    case 'addLearner': {
      const phones = Array.from({ length: operation.phones }, (_, at) => ({ number: `704-555-010${at}` }))
      await api.learners.create({ familyName: operation.name, phones })
      return {}
    }
    case 'changeLearner':
      await changeLearner(api, operation.name, operation.notes)
      return {}
    case 'eraseLearner':
      await eraseLearner(api, operation.name)
      return {}
    case 'importRoster':
      await importRoster(api, operation.fileName, operation.rows)
      return {}
    case 'undoImport':
      await undoImport(api, operation.fileName)
      return {}
    case 'renameProgram':
      await api.program.changeSettings({ name: operation.name })
      return {}
    case 'addAccount': {
      const { name, passphrase } = operation
      await api.accounts.create({ name, roles: ['instructor'], language: 'en', passphrase })
      return {}
    }
    case 'switchAccount':
      await switchAccount(api, operation.name, operation.active)
      return {}
    case 'changePassphrase':
      await api.accounts.changePassphrase({ current: passphrase, next: operation.next })
      return {}
    case 'renewRecoveryCode':
      return { recoveryCode: (await api.keys.renewRecoveryCode({ passphrase })).recoveryCode }
    case 'rekey':
      await resultOf(api.keys.rekey({ passphrase }))
      return {}
    case 'backUp':
      return { backupId: (await resultOf(api.backups.make({}))).id }
    case 'restore':
      await restore(api, operation.backupId, passphraseOf(backups[operation.backupId]))
      return {}
  }
}
