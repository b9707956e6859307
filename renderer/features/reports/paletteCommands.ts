import type { PaletteAction } from '../../shell/palette.ts'
import { CertificationIcon, ReportsIcon } from '../../ui/icons.ts'

/** What the palette can open of the reports. */
export const reportActions: readonly PaletteAction[] = [
  {
    id: 'completion report',
    labelKey: 'reports:palette.completion',
    icon: ReportsIcon,
    href: '/reports/completion',
  },
  {
    id: 'certification report',
    labelKey: 'reports:palette.certification',
    icon: CertificationIcon,
    href: '/reports/certification',
  },
]
