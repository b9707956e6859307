/** Where a machine keeps one secret for the person who signed in to it: the system's key store. */
export interface MachineVault {
  /** Whether the system seals what it keeps; `plainText` where it would not, `none` where it keeps nothing. */
  state(): Promise<'available' | 'plainText' | 'none'>
  /** Keeps 32 bytes, in place of what was there. Fails where the state is not `available`. */
  store(secret: Buffer): Promise<void>
  /** What was kept, or null, also while it rests. Wipe it after use. */
  read(): Promise<Buffer | null>
  forget(): Promise<void>
  /** The program locks: nothing is given out until `wake`, or starting the app anew would get past the lock. */
  rest(): Promise<void>
  /** Whoever the secret was kept for has given their passphrase. */
  wake(): Promise<void>
  /** Whether there is a secret to be given out. */
  isAwake(): Promise<boolean>
}
