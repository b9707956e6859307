/** Another copy of the app, as far as its hold on the program file named in its argument goes. */
import { holdProgram } from '../../db/opening/fileLock.ts'

holdProgram(process.argv[2] ?? '')
process.stdout.write('held\n')
process.stdin.resume()
