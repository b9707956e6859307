import { contract } from '../../shared/contract/index.ts'
import { backUpBefore } from '../backup/backUp.ts'
import { longCommand, longQuery, query } from '../calls/useCase.ts'
import { kindsToBring } from '../../shared/values/imports.ts'
import { Failure, invalidFields, refused } from '../failure.ts'
import { applyImport, lastAuditEntry } from './applyImport.ts'
import { conflictName } from './conflicts.ts'
import { describeColumns } from './describeColumns.ts'
import { describeRows } from './describeRows.ts'
import { exportRowsNotTaken } from './exportRowsNotTaken.ts'
import { openTable } from './openTable.ts'
import { appliedRows, pastImports } from './pastImports.ts'
import { countRows, noChoices } from './plannedRow.ts'
import { planImport, signatureOf } from './planImport.ts'
import { describeUndo } from './undo/describeUndo.ts'
import { planUndo } from './undo/planUndo.ts'
import { undoImport } from './undo/undoImport.ts'

export const imports = {
  open: longQuery(contract.imports.open, ({ input, core, progress, signal }) =>
    openTable(core, input.fileId, { progress, signal }),
  ),

  columns: query(contract.imports.columns, ({ input, db, core, sight }) =>
    describeColumns(db, core.heldImports.opened(input.openId), input, sight),
  ),

  preview: longQuery(contract.imports.preview, async (call) => {
    const { input, db, core, caller, today, progress, sight } = call
    const { openId, settings } = input
    if (!kindsToBring(caller.roles).includes(settings.kind)) throw new Failure('notAllowed', 'notAllowed')
    const opened = core.heldImports.opened(openId)
    const choices = noChoices()
    const around = { today, language: caller.language, progress, sight }
    const auditedUpTo = await lastAuditEntry(db)
    const plan = await planImport(db, opened, settings, choices, around)
    const { rows } = plan.plan
    const previewId = core.heldImports.holdPreview({
      ...{ openId, opened, settings, rows, signature: signatureOf(rows), plannedOn: today },
      ...{ auditedUpTo, plan, choices, isApplied: false },
    })
    return { previewId, counts: countRows(rows, choices) }
  }),

  rows: query(contract.imports.rows, async ({ input, core }) => {
    const preview = core.heldImports.preview(input.previewId)
    return { ...describeRows(preview, input), counts: countRows(preview.rows, preview.choices) }
  }),

  choose: query(contract.imports.choose, async ({ input, core }) => {
    const { previewId, rowNumber, choice, candidateKey } = input
    const preview = core.heldImports.preview(previewId)
    if (preview.isApplied) throw refused('imports.alreadyApplied')
    const rows = preview.rows.filter(
      (row) => row.defaultChoice !== null && (rowNumber === null || row.number === rowNumber),
    )
    if (rows.length === 0)
      throw invalidFields([{ path: 'rowNumber', code: 'imports.noChoiceHere', values: {} }])
    for (const row of rows) preview.choices.people.set(row.number, { choice, candidateKey })
    return countRows(preview.rows, preview.choices)
  }),

  decide: query(contract.imports.decide, async ({ input, core }) => {
    const { previewId, rowNumber, key, choice } = input
    const preview = core.heldImports.preview(previewId)
    if (preview.isApplied) throw refused('imports.alreadyApplied')
    const names = preview.rows
      .filter(({ number }) => rowNumber === null || number === rowNumber)
      .flatMap(({ number, conflicts }) => conflicts.map((one) => ({ number, key: one.key })))
      .filter((one) => key === null || one.key === key)
    if (names.length === 0)
      throw invalidFields([{ path: 'rowNumber', code: 'imports.noChoiceHere', values: {} }])
    for (const one of names) preview.choices.values.set(conflictName(one.number, one.key), choice)
    return countRows(preview.rows, preview.choices)
  }),

  apply: longCommand(contract.imports.apply, async (call) => {
    const { core, progress, signal } = call
    const preview = core.heldImports.preview(call.input.previewId)
    // The transaction has begun, and nothing in it is written yet: the copy is the program before the import.
    await backUpBefore(core, { reason: 'beforeImport', key: core.requireOpen().key }, { progress, signal })
    const applied = await applyImport(call, preview)
    preview.isApplied = true
    return applied
  }),

  rowsNotTaken: longQuery(contract.imports.rowsNotTaken, (call) =>
    exportRowsNotTaken(call, call.core.heldImports.preview(call.input.previewId)),
  ),

  forget: query(contract.imports.forget, async ({ input, core }) => {
    core.heldImports.forget(input.openId)
    return {}
  }),

  list: query(contract.imports.list, ({ input, db }) => pastImports(db, input)),

  appliedRows: query(contract.imports.appliedRows, ({ input, db }) => appliedRows(db, input.importId, input)),

  undoPreview: longQuery(contract.imports.undoPreview, async ({ input, db, progress }) =>
    describeUndo(db, await planUndo(db, input.importId, progress)),
  ),

  undo: longCommand(contract.imports.undo, async (call) => {
    const { core, progress, signal } = call
    await backUpBefore(core, { reason: 'beforeUndo', key: core.requireOpen().key }, { progress, signal })
    return undoImport(call)
  }),
}
