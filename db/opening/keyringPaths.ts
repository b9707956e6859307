/** `program.stones` has its keyring in `program.stones.keys`. */
export const keyringPath = (programFile: string) => `${programFile}.keys`

/** A keyring whose change the program file may or may not have kept. */
export const nextKeyringPath = (programFile: string) => `${programFile}.keys.next`
