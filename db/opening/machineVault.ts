/** Where a machine keeps one secret for the person who signed in to it: the system's key store. */
export interface MachineVault {
  /** Whether the system seals what it keeps; `plainText` where it would not, `none` where it keeps nothing. */
  state(): Promise<'available' | 'plainText' | 'none'>
  /** Keeps 32 bytes, in place of what was there. Fails where the state is not `available`. */
  store(secret: Buffer): Promise<void>
  /** What was kept, or null. Wipe it after use. */
  read(): Promise<Buffer | null>
  forget(): Promise<void>
}
