import { mayMerge } from '../../../shared/contract/merges.ts'
import type { PaletteAction } from '../../shell/palette.ts'
import { MergeIcon } from '../../ui/icons.ts'
import { pastMergesPath } from './mergePaths.ts'

/** What the command palette offers of merged records. */
export const mergeActions: readonly PaletteAction[] = [
  {
    id: 'past merges',
    labelKey: 'merges:past.title',
    icon: MergeIcon,
    href: pastMergesPath,
    roles: mayMerge,
  },
]
