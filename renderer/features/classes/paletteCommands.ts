import { client } from '../../api.ts'
import type { PaletteAction, PaletteSource } from '../../shell/palette.ts'
import { AddIcon, ClassesIcon } from '../../ui/icons.ts'
import { classPath, newClassPath } from './classPaths.ts'

export const classActions: readonly PaletteAction[] = [
  {
    id: 'add class',
    labelKey: 'classes:palette.add',
    icon: AddIcon,
    href: newClassPath,
    roles: ['coordinator', 'director'],
  },
]

/** Classes by code, name, site or instructor. */
export const findClasses: PaletteSource = async (text) => {
  const { rows } = await client.sections.list({ text, limit: 5 })
  return rows.map(({ id, code, name }) => ({
    id: `class ${id}`,
    label: code,
    detail: name,
    icon: ClassesIcon,
    href: classPath(id),
  }))
}
