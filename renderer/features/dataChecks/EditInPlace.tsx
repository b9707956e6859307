import type { CheckFinding } from '../../../shared/contract/dataChecks.ts'
import type { LearnerRecord } from '../../../shared/contract/learners.ts'
import type { SectionRow } from '../../../shared/contract/sections.ts'
import { client } from '../../api.ts'
import { ClassDialog } from '../classes/ClassDialog.tsx'
import { EditLearnerDialog } from '../learners/EditLearnerDialog.tsx'

/** The record behind a finding, as its form takes it. */
export type EditedRecord = { learner: LearnerRecord } | { section: SectionRow }

/** Whether a finding is put right in the form of a learner or of a class, which can open over the list. */
export const isEditedInPlace = ({ subject, learnerId }: CheckFinding): boolean =>
  subject === 'learner' || (subject === 'section' && learnerId === null)

/** Fetches the record behind a finding that is edited in place. Throws the failure of the call. */
export async function editedRecord({ subject, subjectId }: CheckFinding): Promise<EditedRecord> {
  if (subject === 'learner') return { learner: await client.learners.get({ learnerId: subjectId }) }
  return { section: await client.sections.get({ sectionId: subjectId }) }
}

/** The form of a record, over the list of findings. */
export function EditInPlace({ record, onClose }: { record: EditedRecord; onClose: () => void }) {
  if ('learner' in record) return <EditLearnerDialog learner={record.learner} onClose={onClose} />
  return <ClassDialog section={record.section} onClose={onClose} />
}
