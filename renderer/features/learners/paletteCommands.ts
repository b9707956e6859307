import { displayName } from '../../../shared/values/names.ts'
import { client } from '../../api.ts'
import type { PaletteAction, PaletteSource } from '../../shell/palette.ts'
import { AddLearnerIcon, PersonIcon } from '../../ui/icons.ts'
import { learnerPath, newLearnerPath } from './learnerPaths.ts'

export const learnerActions: readonly PaletteAction[] = [
  {
    id: 'add learner',
    labelKey: 'learners:palette.add',
    icon: AddLearnerIcon,
    href: newLearnerPath,
    roles: ['coordinator', 'director'],
  },
]

/** Learners by any part of a name, id or phone. */
export const findLearners: PaletteSource = async (text) => {
  const found = await client.learners.search({ text, limit: 10 })
  return found.map((learner) => ({
    id: `learner ${learner.id}`,
    label: displayName(learner),
    detail: [learner.studentId, ...learner.sectionCodes].filter(Boolean).join(' · '),
    icon: PersonIcon,
    href: learnerPath(learner.id),
  }))
}
