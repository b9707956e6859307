import { app, type Session } from 'electron'
import { mayNavigate, mayRequest, newWindowAnswer, permissionAnswer } from './decisions/frameAnswers.ts'

/** Every page of the app, whoever opens it: no leaving the page, no other windows, no embedded browsers. */
export function guardEveryPage(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-frame-navigate', (event) => {
      if (!mayNavigate({ address: event.url, isMainFrame: event.isMainFrame })) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => newWindowAnswer)
  })
}

/** Refuses every permission that a page of the session asks for or looks up, and every device. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(permissionAnswer))
  session.setPermissionCheckHandler(() => permissionAnswer)
  session.setDevicePermissionHandler(() => permissionAnswer)
}

/** Ends every request of the session that is not for the app itself, before it is made. */
export function keepOnThisMachine(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayRequest(url) }))
}
