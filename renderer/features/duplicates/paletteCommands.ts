import { maySeeDuplicates } from '../../../shared/contract/duplicates.ts'
import type { PaletteAction } from '../../shell/palette.ts'
import { LearnersIcon } from '../../ui/icons.ts'
import { duplicatesPath } from './duplicatePaths.ts'

export const duplicateActions: readonly PaletteAction[] = [
  {
    id: 'duplicates',
    labelKey: 'duplicates:palette',
    icon: LearnersIcon,
    href: duplicatesPath,
    roles: maySeeDuplicates,
  },
]
