import { protocol, type Session } from 'electron'
import { appScheme } from './decisions/ownAddress.ts'
import { answerPage } from './page/answerPage.ts'
import { readPageFiles } from './page/pageFiles.ts'

/** Gives `app://` an origin of its own and the rules of https. Electron wants it before it is ready. */
export function nameAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built page at `pageFolder` to the windows of one session; throws when it was not built. */
export function servePage({ protocol: schemes }: Session, pageFolder: string): void {
  const files = readPageFiles(pageFolder)
  schemes.handle(appScheme, (request) => answerPage(request, files))
}
