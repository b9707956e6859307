import { contract } from '../../shared/contract/index.ts'
import { command, longQuery, query } from '../calls/useCase.ts'
import { exportSections } from './exportSections.ts'
import { addMembers, removeMembers } from './members.ts'
import { changeSection, createSection, instructors } from './saveSection.ts'
import { sectionRows, sectionWithMembers } from './sectionRows.ts'

export const sections = {
  list: query(contract.sections.list, async ({ input, db, today, sight }) => {
    const rows = await sectionRows(db, input, today, sight)
    return { total: rows.length, rows: rows.slice(input.offset, input.offset + input.limit) }
  }),
  get: query(contract.sections.get, ({ input, db, today, sight }) =>
    sectionWithMembers(db, input.sectionId, today, sight),
  ),
  instructors: query(contract.sections.instructors, ({ db }) => instructors(db)),

  create: command(contract.sections.create, async ({ input, db, audit }) => {
    const sectionId = await createSection(db, input)
    audit({ subject: 'section', subjectId: sectionId, after: input })
    return { sectionId }
  }),

  change: command(contract.sections.change, async ({ input, db, audit }) => {
    const { sectionId, ...facts } = input
    const before = await changeSection(db, sectionId, facts)
    audit({ subject: 'section', subjectId: sectionId, before, after: facts })
    return {}
  }),

  addMembers: command(contract.sections.addMembers, async ({ input, db, today, sight, audit }) => {
    const added = await addMembers(db, input.sectionId, input.learnerIds, { today, sight })
    for (const learnerId of added)
      audit({ subject: 'learner', subjectId: learnerId, after: { sectionId: input.sectionId } })
    return { added }
  }),

  removeMembers: command(contract.sections.removeMembers, async ({ input, db, today, sight, audit }) => {
    const removed = await removeMembers(db, input.sectionId, input.learnerIds, { today, sight })
    for (const learnerId of removed)
      audit({ subject: 'learner', subjectId: learnerId, before: { sectionId: input.sectionId } })
    return { removed }
  }),

  export: longQuery(contract.sections.export, exportSections),
}
