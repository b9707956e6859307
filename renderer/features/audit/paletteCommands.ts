import type { PaletteAction } from '../../shell/palette.ts'
import { HistoryIcon, SecurityIcon } from '../../ui/icons.ts'
import { changesPath, disclosuresPath } from './auditPaths.ts'

const roles = ['administrator', 'director'] as const

/** What the command palette offers of the record of changes. */
export const auditActions: readonly PaletteAction[] = [
  { id: 'changes', labelKey: 'audit:changes.title', icon: HistoryIcon, href: changesPath, roles },
  { id: 'disclosures', labelKey: 'audit:disclosures.title', icon: HistoryIcon, href: disclosuresPath, roles },
  {
    id: 'check the record',
    labelKey: 'audit:verify.title',
    icon: SecurityIcon,
    href: '/program/changes',
    roles,
  },
]
