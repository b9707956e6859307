/** `npm run -s call`: one use case from the command line, with the same checks as on the screen. */
import { text } from 'node:stream/consumers'
import { commandLine } from './commandLine.ts'

// A reader that has seen enough (`| head`) closes the pipe; that is no failure of the call.
process.stdout.on('error', () => process.exit(0))
const stop = new AbortController()
process.once('SIGINT', () => stop.abort())

process.exitCode = await commandLine(process.argv.slice(2), {
  passphrase: process.env.STEPPING_STONES_PASSPHRASE,
  readStandardInput: () => text(process.stdin),
  print: (line) => void process.stdout.write(line),
  printAside: (line) => void process.stderr.write(line),
  signal: stop.signal,
})
