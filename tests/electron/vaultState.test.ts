import { expect, test } from 'vitest'
import { vaultState } from '../../electron/decisions/vaultState.ts'

test.each([
  ['linux', 'gnome_libsecret', true, 'available'],
  ['linux', 'kwallet6', true, 'available'],
  ['linux', 'gnome_libsecret', false, 'none'],
  // Chromium seals with a password that everybody knows, and says that it can seal.
  ['linux', 'basic_text', true, 'plainText'],
  ['linux', 'unknown', true, 'plainText'],
  ['linux', 'a store of next year', true, 'plainText'],
  ['linux', null, true, 'plainText'],
  ['darwin', null, true, 'available'],
  ['darwin', null, false, 'none'],
  ['win32', null, true, 'available'],
  ['win32', null, false, 'none'],
] as const)(
  'on %s with %s, able to seal: %s, the key store is %s',
  (platform, backend, isAvailable, state) => {
    expect(vaultState({ platform, backend, isAvailable })).toBe(state)
  },
)
