import { expect } from 'vitest'
import { guessedSettings, plannedRows, textFile } from '../imports/importing.ts'
import { resultOf } from '../../helpers/resultOf.ts'
import type { Probes, SeenProgram } from './seenProgram.ts'

/** Attendance sheets that come in: an instructor's reach as far as their classes. */
export function probesOfSheets(it: SeenProgram): Probes {
  const sectionCode = async (sectionId: number) => {
    const section = it.db.selectFrom('sections').select('code').where('id', '=', sectionId)
    return (await section.executeTakeFirstOrThrow()).code
  }
  const number = (learnerId: number) => it.learners.find(({ id }) => id === learnerId)!.studentId!

  /** A sheet about an own learner, one put into the class by mistake, and somebody else's class. */
  async function sheet() {
    const [own, other] = [await sectionCode(it.running), await sectionCode(it.ofOthers)]
    return textFile(
      [
        'Student ID,Class,Date,Mark',
        `${number(it.mine)},${own},2026-02-10,A`,
        `${number(it.mistaken)},${own},2026-02-10,P`,
        `${number(it.others)},${own},2026-02-10,P`,
        `${number(it.others)},${other},2026-02-10,P`,
      ].join('\n'),
    )
  }
  const opened = async () => guessedSettings(it, await sheet())
  const previewed = async () => resultOf(it.api.imports.preview(await opened()))

  /** What is said of each row: nothing of anybody outside the own class but that they are not in it. */
  const toldOfRows = [
    [[], it.mine],
    [['imports.row.unknownMember'], null],
    [['imports.row.unknownMember'], null],
    [['imports.row.unknownSection'], null],
  ]

  return {
    'imports.preview': async () => {
      const roster = textFile('Student ID,Last Name,First Name\n1,Abe,Ana')
      const all = async () => resultOf(it.api.imports.preview(await guessedSettings(it, roster)))
      expect(await it.refusalOf(all)).toBe('notAllowed')
      const { counts } = await it.asTina(previewed)
      expect(counts).toMatchObject({ rows: 4, refused: 3 })
      expect((await previewed()).counts.refused).toBeLessThan(3)
      const { openId, settings } = await opened()
      const mapping = settings.mapping.map((field) => (field === 'sectionCode' ? null : field))
      const chosen = { openId, settings: { ...settings, mapping, sectionId: it.ofOthers } }
      expect(await it.refusalOf(() => resultOf(it.api.imports.preview(chosen)))).toBe('invalidInput')
    },
    'imports.rows': async () => {
      const { previewId } = await it.asTina(previewed)
      const rows = await it.asTina(() => plannedRows(it, previewId))
      const told = rows.map(({ refusals, learnerId }) => [refusals.map(({ code }) => code), learnerId])
      expect(told).toEqual(toldOfRows)
      expect(rows.slice(1).map(({ name }) => name)).toEqual(['', '', ''])
    },
    'imports.apply': async () => {
      const { importId } = await it.asTina(async () => {
        const { previewId } = await previewed()
        return resultOf(it.api.imports.apply({ previewId }))
      })
      const marked = await it.db
        .selectFrom('attendance')
        .select('learnerId')
        .where('importId', '=', importId)
        .execute()
      expect(marked).toEqual([{ learnerId: it.mine }])
    },
    'imports.rowsNotTaken': async () => {
      const { previewId } = await it.asTina(previewed)
      const { fileId } = await it.asTina(() =>
        resultOf(it.api.imports.rowsNotTaken({ previewId, language: 'en' })),
      )
      expect(fileId).toBeTruthy()
      const [newest] = (await it.api.audit.disclosures({})).rows
      expect(newest).toMatchObject({ content: 'rowsNotTaken', learnerCount: 0, rowCount: 3 })
    },
    'attendance.compareSheet': async () => {
      const compared = async () => resultOf(it.api.attendance.compareSheet(await opened()))
      const seen = await it.asTina(compared)
      it.expectOnlyOwn(seen.rows.filter(({ learnerId }) => learnerId !== null))
      expect(seen.counts.notUnderstood).toBe(3)
      expect((await compared()).counts.notUnderstood).toBeLessThan(3)
    },
    'attendance.exportComparison': async () => {
      await it.asTina(async () =>
        resultOf(it.api.attendance.exportComparison({ ...(await opened()), language: 'en' })),
      )
      const [newest] = (await it.api.audit.disclosures({})).rows
      expect(newest).toMatchObject({ content: 'sheetDifferences' })
      const learners = await it.db
        .selectFrom('disclosureLearners')
        .select('learnerId')
        .where('disclosureId', '=', newest!.id)
        .execute()
      it.expectOnlyOwn(learners)
    },
  }
}
