import i18next from 'i18next'
import { client } from '../../api.ts'
import type { PaletteAction, PaletteSource } from '../../shell/palette.ts'
import { ClassesIcon, ScoreIcon } from '../../ui/icons.ts'

export const assessmentActions: readonly PaletteAction[] = [
  {
    id: 'record assessment',
    labelKey: 'assessments:palette.record',
    icon: ScoreIcon,
    href: '/assessments/record',
    roles: ['instructor', 'coordinator', 'director'],
  },
]

/** The score grids of the classes that a few letters name. */
export const classGridSource: PaletteSource = async (text) => {
  const { rows } = await client.sections.list({ text, active: true, limit: 3 })
  return rows.map(({ id, code, name }) => ({
    id: `class scores ${id}`,
    label: i18next.t('assessments:palette.class', { code }),
    detail: name,
    icon: ClassesIcon,
    href: `/classes/${id}/assessments`,
  }))
}
