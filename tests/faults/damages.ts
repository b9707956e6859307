import Database from 'better-sqlite3'
import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { keyringPath } from '../../db/opening/keyringPaths.ts'

/** What the damages need beside the file itself. */
export interface Surroundings {
  /** The file as it was. */
  whole: Buffer
  /** Another program's file and keyring. */
  otherFile: string
  /** A journal that another program's process left, and one of a later state of this one. */
  otherJournal: Buffer
  laterJournal: Buffer
}

export interface Damage {
  name: string
  code: string
  do(file: string, around: Surroundings): void
}

const page = 4096

function changedBytes(name: string, code: string, change: (bytes: Buffer) => Buffer | void): Damage {
  return {
    name,
    code,
    do(file, { whole }) {
      const bytes = Buffer.from(whole)
      writeFileSync(file, change(bytes) ?? bytes)
    },
  }
}

const cutTo = (length: number, code: string): Damage => ({
  name: `cut to ${length} bytes`,
  code,
  do: (file) => truncateSync(file, length),
})

const flipped = (offset: number, code: string): Damage =>
  changedBytes(`one bit turned at byte ${offset}`, code, (bytes) => {
    bytes[offset] = bytes[offset]! ^ 0x10
  })

const writtenOver = (name: string, content: string | Buffer): Damage => ({
  name,
  code: 'programFileUnreadable',
  do: (file) => writeFileSync(file, content),
})

const keyring = (
  name: string,
  code: string,
  change: (path: string, around: Surroundings) => void,
): Damage => ({
  name: `the keyring ${name}`,
  code,
  do: (file, around) => change(keyringPath(file), around),
})

/** Edits the keyring's JSON. */
const editedKeyring = (name: string, code: string, edit: (content: Record<string, unknown>) => void) =>
  keyring(name, code, (path) => {
    const content = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
    edit(content)
    writeFileSync(path, JSON.stringify(content))
  })

const text = 'This is a list of groceries and no program at all.\n'.repeat(200)
const unreadable = 'programFileUnreadable'
const damaged = 'programFileDamaged'

/** Everything that can lie where a program should, with the code that names it. */
export const damages: readonly Damage[] = [
  ...[0, 1, 15, 100, 511].map((length) => cutTo(length, 'programFileEmpty')),
  ...[512, 4095].map((length) => cutTo(length, unreadable)),
  ...[page, page + 1, 2 * page, 10 * page].map((length) => cutTo(length, damaged)),
  changedBytes('cut in half', damaged, (bytes) => bytes.subarray(0, bytes.length / 2)),
  changedBytes('without its last page', damaged, (bytes) => bytes.subarray(0, -page)),
  ...[0, 15, 16, 18, 24, 28, 60, 100, 2000, 4090].map((offset) => flipped(offset, unreadable)),
  ...[page, page + 100, 2 * page, 2 * page + 4000].map((offset) => flipped(offset, damaged)),
  changedBytes('with two pages exchanged', damaged, (bytes) => {
    const second = Buffer.from(bytes.subarray(page, 2 * page))
    bytes.copyWithin(page, 2 * page, 3 * page)
    second.copy(bytes, 2 * page)
  }),
  changedBytes('with a page twice', damaged, (bytes) => void bytes.copyWithin(2 * page, page, 2 * page)),
  changedBytes('beginning in the middle', unreadable, (bytes) => bytes.subarray(1000)),
  changedBytes('with zeros from the second page on', damaged, (bytes) => void bytes.fill(0, page)),
  writtenOver('nothing but zeros', Buffer.alloc(20 * page)),
  writtenOver('a text', text),
  writtenOver('a page of the web', `<!doctype html><title>Sign in to the network</title>${text}`),
  writtenOver('an archive', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from(text)])),
  {
    name: 'a database that is not encrypted',
    code: unreadable,
    do(file) {
      rmSync(file)
      const plain = new Database(file)
      plain.exec('create table learners (name text)')
      plain.close()
    },
  },
  {
    name: 'the file of another program',
    code: unreadable,
    do: (file, { otherFile }) => copyFileSync(otherFile, file),
  },
  {
    name: 'a folder',
    code: 'programFileNotAFile',
    do(file) {
      rmSync(file)
      mkdirSync(file)
    },
  },
  { name: 'nothing', code: 'programFileMissing', do: (file) => rmSync(file) },
  {
    name: 'a link to nothing',
    code: 'programFileMissing',
    do(file) {
      rmSync(file)
      symlinkSync(join(file, '..', 'nowhere'), file)
    },
  },
  {
    name: 'a journal of another program beside it',
    code: unreadable,
    do: (file, { otherJournal }) => writeFileSync(`${file}-wal`, otherJournal),
  },
  {
    name: 'an older copy beside the journal of a later state',
    code: damaged,
    do: (file, { laterJournal }) => writeFileSync(`${file}-wal`, laterJournal),
  },
  keyring('gone', 'keyringMissing', (path) => rmSync(path)),
  keyring('empty', 'keyringDamaged', (path) => truncateSync(path, 0)),
  keyring('cut off', 'keyringDamaged', (path) => truncateSync(path, 300)),
  keyring('a text', 'keyringDamaged', (path) => writeFileSync(path, text)),
  keyring('an empty object', 'keyringDamaged', (path) => writeFileSync(path, '{}')),
  keyring('a folder', 'keyringDamaged', (path) => {
    rmSync(path)
    mkdirSync(path)
  }),
  keyring('of another program', unreadable, (path, { otherFile }) =>
    copyFileSync(keyringPath(otherFile), path),
  ),
  editedKeyring('of a newer version', 'keyringNewer', (content) => (content.version = 3)),
  editedKeyring('edited by somebody without the key', 'session.keyringForeign', (content) => {
    content.programName = 'Another name'
  }),
]
