import type { PaletteAction } from '../../shell/palette.ts'
import { ImportIcon } from '../../ui/icons.ts'

/** What the command palette offers of files. */
export const fileActions: readonly PaletteAction[] = [
  {
    id: 'import a file',
    labelKey: 'imports:palette.bring',
    icon: ImportIcon,
    href: '/files',
    roles: ['director', 'coordinator', 'staff', 'administrator'],
  },
]
