/** `npm run -s call`: one use case from the command line, with the same checks as on the screen. */
import { text } from 'node:stream/consumers'
import { commandLine } from './commandLine.ts'

// A reader that has seen enough (`| head`) closes the pipe; that is no failure of the call.
process.stdout.on('error', () => process.exit(0))
const stop = new AbortController()
process.once('SIGINT', () => stop.abort())

// Taken out of the environment, which everything that is started from here would inherit.
const passphrase = process.env.STEPPING_STONES_PASSPHRASE
delete process.env.STEPPING_STONES_PASSPHRASE

process.exitCode = await commandLine(process.argv.slice(2), {
  passphrase,
  readStandardInput: () => text(process.stdin),
  print: (line) => void process.stdout.write(line),
  printAside: (line) => void process.stderr.write(line),
  signal: stop.signal,
})
