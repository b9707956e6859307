import { insertMany } from '../../db/sampleData/insertMany.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import { bigRoster } from '../db/imports/bigRoster.ts'
import { guessedSettings, resultOf, textFile } from '../db/imports/importing.ts'
import { signedInCore } from '../helpers/testCore.ts'
import { timed, type Figure } from './figures.ts'
import { meanwhile } from './meanwhile.ts'

const rowCount = 50_000

/** The bare work under an import: the same number of rows into one table of an encrypted file. */
async function bareInsert(): Promise<number> {
  const test = await signedInCore()
  const now = test.core.now()
  const rows = Array.from({ length: rowCount }, (_, index) => ({
    studentId: String(index),
    familyName: 'García Nguyễn',
    givenName: 'María José',
    foldedName: foldForSearch('García Nguyễn María José'),
    createdAt: now,
    updatedAt: now,
  }))
  const { writer } = test.core.requireOpen().file
  const [time] = await timed(() => writer.transaction().execute((db) => insertMany(db, 'learners', rows)))
  await test.dispose()
  return time
}

/** A large roster from its bytes to its records and back out of them, with other calls going on meanwhile. */
export async function importFigures(): Promise<Figure[]> {
  const bare = await bareInsert()
  const test = await signedInCore()
  const file = textFile(bigRoster(rowCount))
  const search = () => test.api.learners.search({ text: 'garcia' })
  const importing = await meanwhile(async () => {
    const { openId, settings } = await guessedSettings(test, file)
    const { previewId } = await resultOf(test.api.imports.preview({ openId, settings }))
    return (await resultOf(test.api.imports.apply({ previewId }))).importId
  }, search)
  const undoing = await meanwhile(async () => {
    const importId = importing.result
    const { signature } = await resultOf(test.api.imports.undoPreview({ importId }))
    await resultOf(test.api.imports.undo({ importId, signature }))
  }, search)
  await test.dispose()
  return [
    {
      name: `Import of ${rowCount} roster rows, read, planned and written`,
      milliseconds: importing.milliseconds,
      aim: 15_000,
      bare: { name: 'a bare insert of as many rows', milliseconds: bare },
      note: `slowest search meanwhile ${importing.slowest.toFixed(0)} ms`,
    },
    {
      name: `Undo of an import of ${rowCount} rows, looked at and taken back`,
      milliseconds: undoing.milliseconds,
      aim: 15_000,
      note: `slowest search meanwhile ${undoing.slowest.toFixed(0)} ms`,
    },
  ]
}
