import type { PaletteAction } from '../../shell/palette.ts'
import { DeleteIcon } from '../../ui/icons.ts'

/** What the command palette offers of keeping and erasing. */
export const keepActions: readonly PaletteAction[] = [
  {
    id: 'keep and erase',
    labelKey: 'program:tabs.keep',
    icon: DeleteIcon,
    href: '/program/keep',
    roles: ['administrator', 'director'],
  },
]
