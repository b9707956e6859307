import Database from 'better-sqlite3'
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs'

/**
 * The bytes of a program file without its encryption, unused parts and all, as a thief with the key would
 * read them: a copy of the file and its journal, decrypted page by page in place.
 */
export function decryptedBytes(programFile: string, key: Buffer): Buffer {
  const copy = `${programFile}.decrypted`
  cpSync(programFile, copy)
  if (existsSync(`${programFile}-wal`)) cpSync(`${programFile}-wal`, `${copy}-wal`)
  const database = new Database(copy)
  database.pragma(`key = 'raw:${key.toString('hex')}'`)
  database.pragma('journal_mode = delete')
  database.pragma(`rekey = ''`)
  database.close()
  const bytes = readFileSync(copy)
  rmSync(copy)
  return bytes
}

/** Which of these words stand anywhere in the bytes. */
export const wordsIn = (bytes: Buffer, words: readonly string[]): string[] =>
  words.filter((word) => bytes.includes(Buffer.from(word)))
