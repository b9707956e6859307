import type { PaletteAction } from '../../shell/palette.ts'
import { ScreeningIcon } from '../../ui/icons.ts'
import { newScreeningPath } from './screeningPaths.ts'

/** What the palette can do with screenings. */
export const screeningActions: readonly PaletteAction[] = [
  {
    id: 'new screening',
    labelKey: 'screening:palette.new',
    icon: ScreeningIcon,
    href: newScreeningPath,
    roles: ['director', 'coordinator'],
  },
]
