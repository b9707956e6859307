import { unforeseenLine } from '../db/calls/unforeseenLine.ts'

/**
 * From now on errors that nobody waits for are told by kind and place alone, like all unforeseen ones: Node
 * would print their message, which may quote what was sent. A promise that fails unheard, such as that of a
 * message which is none, ends nothing; after an error that nobody caught the process ends with 1.
 */
export function noteUnhandled(say: (line: string) => void): void {
  const note = (error: unknown) => say(unforeseenLine(error) ?? 'unforeseen failure')
  process.on('unhandledRejection', note)
  process.on('uncaughtException', (error) => {
    note(error)
    process.exit(1)
  })
}
