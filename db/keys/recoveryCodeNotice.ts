import type { NoticeSource } from '../safety/noticeSources.ts'
import { requireKeyring } from '../opening/keyringChange.ts'

/** Tells administrators while no recovery code is safely on paper: then a forgotten passphrase locks all out. */
export const recoveryCodeNotice: NoticeSource = async ({ core, caller }) => {
  if (!caller.roles.includes('administrator') || core.settings.isDemo) return []
  const standing = requireKeyring(core).recovery?.standing ?? 'none'
  if (standing === 'kept') return []
  return [{ code: 'recoveryCode', values: { standing }, severity: 'warning', href: '/program/keys' }]
}
